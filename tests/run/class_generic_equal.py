"""`==` of dataclasses that are generic: instances of one class are equal if their fields are, whatever these hold."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Callable, Generic, TypeVar

E = TypeVar("E")
T = TypeVar("T")
U = TypeVar("U")


class Option(ABC, Generic[T]):
    kind = "option"

    @abstractmethod
    def map(self, f: Callable[[T], U]) -> Option[U]: ...
    @staticmethod
    def of(x: U | None) -> Option[U]:
        return Nothing() if x is None else Some(x)

    @property
    def label(self) -> str:
        return "o"


@dataclass(frozen=True)
class Some(Option[T]):
    value: T
    kind = "some"

    def map(self, f: Callable[[T], U]) -> Option[U]:
        return Some(f(self.value))

    @property
    def label(self) -> str:
        return f"some {self.value}"


@dataclass(frozen=True)
class Nothing(Option[T]):
    kind = "nothing"

    def map(self, f: Callable[[T], U]) -> Option[U]:
        return Nothing()


class Perhaps(Generic[T]):
    pass


@dataclass(frozen=True)
class No(Perhaps[T]):
    pass


@dataclass
class Yes(Perhaps[T]):
    value: T


@dataclass
class Ok(Generic[T]):
    value: T
    note: str = field(default="", compare=False)


@dataclass
class Err(Generic[E]):
    error: E


class Outer:
    @dataclass(frozen=True)
    class In(Generic[T]):
        value: T


@dataclass
class Pair(Generic[T, U]):
    a: T
    b: U


@dataclass(order=True)
class Sub(Pair[int, str]):
    c: int = 0


def options() -> None:
    a = Option.of(3).map(lambda x: x + 1).map(str)
    n: int | None = None
    b = Option.of(n).map(lambda x: x * 2)
    print(a, b, a == Some("4"), b == Nothing(), a.kind, b.kind, a.label, b.label, hash(a) == hash(Some("4")))
    print({a: 1}[Some("4")], a != Some("5"), [b, Some(4)].index(Some(4)))


def results() -> None:
    a: Perhaps[int] = No()
    b: Perhaps[str] = No()
    c: Perhaps[int] = Yes(1)
    d: Perhaps[str] = Yes("1")
    xs: list[object] = [
        a,
        b,
        c,
        d,
        Ok(1),
        Ok("1"),
        Ok(1, "q"),
        Err("1"),
        Err((1, 2)),
        Err((1, "2")),
        Err([1]),
        Ok(Yes(1)),
        Ok(Yes("1")),
        None,
        3,
    ]
    for x in xs:
        print(x, [int(x == y) for y in xs], [int(x is y) for y in xs])
    print(xs.index(Ok("1")), xs.count(Err([1])))


def pairs() -> None:
    xs: list[object] = [
        Outer.In(1),
        Outer.In(1.0),
        Outer.In("a"),
        Pair(1, "a"),
        Pair(1.0, "a"),
        Pair("a", 1),
        Sub(1, "a"),
        Sub(1, "a", 1),
        Pair([1], None),
        Pair([1.0], None),
        Pair(Pair(1, 2), 3),
        Pair(Pair(1.0, 2), 3),
    ]
    for x in xs:
        print([int(x == y) for y in xs])
    print(hash(Outer.In(1)) == hash(Outer.In(1.0)), {Outer.In(1): 2}[Outer.In(1)], Sub(1, "a") < Sub(1, "a", 1))


def main() -> None:
    options()
    results()
    pairs()


if __name__ == "__main__":
    main()
