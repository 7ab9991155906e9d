"""A method of a union of generic classes takes classes and builtins as functions, as it takes lambdas."""

from __future__ import annotations
from dataclasses import dataclass
from typing import Callable, Generic, TypeVar, Union


T = TypeVar("T")
U = TypeVar("U")
E = TypeVar("E")


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T

    def map(self, f: Callable[[T], U]) -> Ok[U]:
        return Ok(f(self.value))

    def is_a(self, cls: type[int]) -> bool:
        return isinstance(self.value, cls)


@dataclass(frozen=True)
class Err(Generic[E]):
    error: E

    def map(self, f: Callable[[T], U]) -> Err[E]:
        return self

    def is_a(self, cls: type[int]) -> bool:
        return False


Result = Union[Ok[T], Err[E]]


@dataclass
class Port:
    n: int


def parse_int(s: str) -> Result[int, str]:
    return Ok(int(s)) if s.isdigit() else Err("bad " + s)


def twice(n: int) -> int:
    return n * 2


def main() -> None:
    for s in ("7", "x"):
        print(
            parse_int(s).map(str),
            parse_int(s).map(Port),
            parse_int(s).map(float),
            parse_int(s).map(lambda n: n + 1),
            parse_int(s).map(twice),
            parse_int(s).map(abs),
            parse_int(s).map(hex),
        )
        print(parse_int(s).map(str).map(len).map(str), parse_int(s).is_a(int))


if __name__ == "__main__":
    main()
