"""`functools`: reduce, cmp_to_key."""

from typing import Callable, Collection, Generic, TypeVar

T = TypeVar("T")
A = TypeVar("A")


def reduce(function: Callable[[T, T], T], sequence: Collection[T], /) -> T:
    """`function(function(a, b), c)` …"""
    first = True
    out: T | None = None
    for item in sequence:
        if first or out is None:
            out, first = item, False
        else:
            out = function(out, item)
    if out is None:
        raise TypeError("reduce() of empty iterable with no initial value")
    return out


def _reduce_initial(function: Callable[[A, T], A], sequence: Collection[T], initial: A) -> A:
    out = initial
    for item in sequence:
        out = function(out, item)
    return out


class Key(Generic[T]):
    """An item that is compared by a function."""

    def __init__(self, item: T, compare: Callable[[T, T], int]) -> None:
        self.item = item
        self.compare = compare

    def __lt__(self, other: "Key[T]") -> bool:
        return self.compare(self.item, other.item) < 0

    def __gt__(self, other: "Key[T]") -> bool:
        return self.compare(self.item, other.item) > 0

    def __le__(self, other: "Key[T]") -> bool:
        return self.compare(self.item, other.item) <= 0

    def __ge__(self, other: "Key[T]") -> bool:
        return self.compare(self.item, other.item) >= 0

    def __eq__(self, other: "Key[T]") -> bool:
        return self.compare(self.item, other.item) == 0


class KeyMaker(Generic[T]):
    """What `cmp_to_key` gives: a function from items to keys."""

    def __init__(self, compare: Callable[[T, T], int]) -> None:
        self.compare = compare

    def __call__(self, obj: T) -> Key[T]:
        return Key[T](obj, self.compare)


def cmp_to_key(mycmp: Callable[[T, T], int]) -> KeyMaker[T]:
    return KeyMaker[T](mycmp)
