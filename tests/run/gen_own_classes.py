"""Classes of the program as Iterable[T] and Iterator[T]."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


class Bag(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []
        self._state = 7
        self._item = "mine"

    def add(self, item: T) -> "Bag[T]":
        self.items.append(item)
        return self

    def __iter__(self) -> Iterator[T]:
        for item in self.items:
            yield item


class Countdown:
    def __init__(self, n: int) -> None:
        self.n = n

    def _next(self) -> int:
        return self.n - 1

    def _value(self) -> str:
        return "not this"

    def __iter__(self) -> "Countdown":
        return self

    def __next__(self) -> int:
        if self.n == 0:
            raise StopIteration("done")
        self.n = self._next()
        return self.n


class Steps:
    def __iter__(self) -> Countdown:
        return Countdown(3)


class Squares(Iterator[int]):
    def __init__(self) -> None:
        self.i = 0

    def __next__(self) -> int:
        self.i += 1
        if self.i > 4:
            raise StopIteration
        return self.i ** 2


class Text(Iterable[str]):
    def __init__(self, text: str) -> None:
        self.text = text

    def __iter__(self) -> Iterator[str]:
        return iter(self.text)


@dataclass
class Team:
    name: str
    members: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[str]:
        return iter(self.members)


class Sub(Countdown):
    def __next__(self) -> int:
        return super().__next__() * 10


def total(xs: Iterable[int]) -> int:
    return sum(xs)


def joined(xs: Iterable[str], sep: str = "-") -> str:
    return sep.join(xs)


def take(n: int, xs: Iterable[T]) -> list[T]:
    out: list[T] = []
    for x in xs:
        if len(out) == n:
            break
        out.append(x)
    return out


def drain(it: Iterator[int]) -> list[int]:
    out = []
    while True:
        try:
            out.append(next(it))
        except StopIteration:
            return out


def pull(it: Iterator[T], default: T) -> T:
    return next(it, default)


class Source:
    def __init__(self, xs: Iterable[int]) -> None:
        self.it = iter(xs)
        self.peeked: int | None = None

    def peek(self) -> int | None:
        if self.peeked is None:
            self.peeked = next(self.it, None)
        return self.peeked

    def take(self) -> int | None:
        out = self.peek()
        self.peeked = None
        return out


def kind(x: Iterable[int]) -> str:
    if isinstance(x, list):
        return f"list of {len(x)}"
    if isinstance(x, set):
        return f"set of {len(x)}"
    return "other"


def main() -> None:
    bag = Bag[int]().add(3).add(4)
    print(total(bag), total(bag), total(Countdown(4)), total(Steps()), total(Squares()), bag._item, bag._state)
    print(joined(Text("abc")), joined(Team("x", ["a", "b"]), "+"), joined("xyz"), joined({"k": 1}))
    print(Team("x", ["a"]), Team("x", ["a"]) == Team("x", ["a"]))
    print(take(2, bag), take(2, "hello"), take(1, {1: 2}.items()), take(3, Countdown(9)))
    print(drain(Countdown(3)), drain(Squares()), drain(iter(bag)), drain(Sub(3)), total(Sub(3)))
    print(pull(iter([1]), 5), pull(Countdown(0), 8), pull(Countdown(5), 8))
    s = Source([10, 20])
    print(s.peek(), s.take(), s.take(), s.take(), s.peek())
    print(kind([1]), kind({1, 2}), kind(frozenset([4])), kind(range(3)), kind(bag))
    both: list[Iterable[int]] = [[1, 2], {3}, range(4), bag, Squares()]
    print([total(b) for b in both])
    a, b = 1, [4, 9, 16]
    print(a, b, 9 in Squares(), list(zip(Squares(), Countdown(9))), dict(enumerate(Text("pq"))))
    x, y = 1, 2
    print(x, y, sorted(Countdown(4)), max(Squares()), [*Countdown(2)], any(Countdown(3)), sorted(set(Countdown(2))))


if __name__ == "__main__":
    main()
