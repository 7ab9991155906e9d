"""CPython asks an iterable for its length before it fills a list, a tuple or bytes; a TypeError is no answer."""
from __future__ import annotations
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar
T = TypeVar("T")


class Bag(Generic[T]):
    def __init__(self, items: list[T]) -> None:
        self.items = items

    def __len__(self) -> int:
        print("Bag.len")
        return len(self.items)

    def __iter__(self) -> Iterator[T]:
        print("Bag.iter")
        yield from self.items


class Old:
    def __len__(self) -> int:
        print("Old.len")
        return 2

    def __getitem__(self, i: int) -> str:
        print("Old.get", i)
        if i > 1:
            raise IndexError(i)
        return "ab"[i]


class Base:
    def __iter__(self) -> Iterator[int]:
        print("Base.iter")
        return iter([3, 1])


class Hinted(Base):
    def __init__(self, hint: int) -> None:
        self.hint = hint

    def __length_hint__(self) -> int:
        print("hint", self.hint)
        if self.hint == 7:
            raise TypeError("seven")
        if self.hint == 8:
            raise KeyError("eight")
        return self.hint


class Both(Hinted):
    def __len__(self) -> int:
        print("Both.len")
        if self.hint > 5:
            raise TypeError("too many")
        return 2


class D(Base):
    def __len__(self) -> int:
        print("D.len")
        return 5


class Words:
    def __init__(self) -> None:
        self.n = 0

    def __iter__(self) -> Words:
        print("Words.iter")
        return self

    def __len__(self) -> int:
        print("Words.len")
        return 3

    def __next__(self) -> str:
        print("next")
        self.n += 1
        if self.n > 2:
            raise StopIteration
        return "w" * self.n


@dataclass
class DC:
    n: int
    items: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        print("DC.len")
        return len(self.items)

    def __iter__(self) -> Iterator[int]:
        return iter(self.items)


def listed(xs: Iterable[T]) -> list[T]:
    return list(xs)


def both(xs: Iterable[T]) -> tuple[T, ...]:
    print(*xs)
    return tuple(xs)


def pick(n: int) -> Base:
    return Base() if n == 0 else Hinted(n) if n < 9 else Both(n - 9)


def attempt(n: int) -> None:
    try:
        print(n, list(pick(n)), sorted(pick(n)))
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)


def rest(first: int, *more: int) -> None:
    print(first, more)


class Asked:
    def __init__(self, n: int) -> None:
        self.n = n

    def __len__(self) -> int:
        print("len")
        return self.n

    def __iter__(self) -> Iterator[int]:
        print("iter")
        return iter([1, 2])


class E(Asked):
    def __len__(self) -> int:
        print("len raises")
        raise TypeError("no")


class V(Asked):
    def __len__(self) -> int:
        print("len raises")
        raise ValueError("no")


class OnlyHint:
    def __length_hint__(self) -> int:
        print("hint")
        return 3

    def __iter__(self) -> Iterator[int]:
        print("iter")
        return iter([1, 2])


class It:
    def __init__(self, n: int) -> None:
        self.n = n

    def __iter__(self) -> "It":
        print("iter")
        return self

    def __len__(self) -> int:
        print("len")
        return self.n

    def __next__(self) -> int:
        print("next")
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n


def tryit(name: str, a: Asked) -> None:
    print("==", name)
    try:
        print("list", list(a))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("disp", [*a])
    except Exception as e:
        print(type(e).__name__, e)
    try:
        x = [0]
        x.extend(a)
        print(x)
    except Exception as e:
        print(type(e).__name__, e)
    try:
        x = [0]
        x += a
        print(x)
    except Exception as e:
        print(type(e).__name__, e)
    try:
        x = [0]
        x[:] = a
        print(x)
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("tuple", tuple(a))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("tuplestar", (*a, 1))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("set", sorted(set(a)))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("sorted", sorted(a))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("bytes", bytes(a))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("bytearray", bytearray(a))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("sum", sum(a), max(a))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        first, *rest = a
        print("unpack", first, rest)
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("join", ",".join(map(str, a)))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("list map", list(map(str, a)))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("list enumerate", list(enumerate(a)))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("list zip", list(zip(a, a)))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("reduce", dict.fromkeys(a, 1))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("listcomp", [x for x in a])
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("iter", list(iter(a)))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("print", *a)
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print("filter", list(filter(None, a)))
    except Exception as e:
        print(type(e).__name__, e)


def counted() -> None:
    tryit("3", Asked(3))
    tryit("0", Asked(0))
    tryit("-1", Asked(-1))
    tryit("TypeError", E(0))
    tryit("ValueError", V(0))
    print(list(OnlyHint()))
    print(list(It(2)))
    print(list(map(str, It(2))))


def main() -> None:
    counted()
    print(list(Bag([1, 2])), [*Bag(["x"])], (*Bag([2.5]), 1.5))
    print(listed(Bag([1])), listed(Hinted(1)), listed([1]), listed("ab"), listed({1: 2}), both(Bag("ab".split("a"))))
    print(list(Old()), list(reversed(Old())), [x for x in reversed(Old())], tuple(Old()), sorted(Old()))
    for n in range(-1, 17):
        attempt(n)
    d = D()
    print(list(d), [*d])
    print("-".join(Words()))
    print("-".join(Bag(["a", "b"])))
    xs = ["a"]
    xs[1:] = Words()
    xs[:0] = Bag(["x"])
    xs.extend(Words())
    xs += Words()
    print(xs)
    print(list(DC(1, [2])), tuple(DC(1)))
    many: Base | Bag[int] = Bag([1]) if d else Base()
    print(list(many))
    rest(*DC(0, [1, 2]))
    rest(1, *DC(0, [1, 2]))
    print(set(DC(1, [3])), frozenset(DC(1)), dict.fromkeys(DC(0, [4])), sum(DC(0, [5])), max(DC(0, [5])), 5 in DC(0, [5]))
    print(list(zip(DC(0, [1]), DC(0, [2]))), [*map(str, DC(0, [1]))], list(filter(None, DC(0, [1]))))


if __name__ == "__main__":
    main()
