"""A lambda as the right operand of a class's operator takes its types from the operator's method."""
from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Parser:
    def __init__(self, parse: Callable[[str], str]) -> None:
        self.parse = parse

    def __rshift__(self, after: Callable[[str], str]) -> Parser:
        return Parser(lambda text: after(self.parse(text)))

    def __or__(self, other: Parser) -> Parser:
        return Parser(lambda text: self.parse(text) + other.parse(text))


class Option(Generic[T]):
    def __init__(self, value: T | None) -> None:
        self.value = value

    def __rshift__(self, f: Callable[[T], Option[U]]) -> Option[U]:
        return f(self.value) if self.value is not None else Option[U](None)

    def __matmul__(self, f: Callable[[T], U]) -> Option[U]:
        return Option(f(self.value)) if self.value is not None else Option[U](None)

    def __repr__(self) -> str:
        return f"Option({self.value!r})"


class Steps:
    def __init__(self) -> None:
        self.done: list[int] = []

    def __add__(self, step: Callable[[int], int]) -> Steps:
        self.done.append(step(len(self.done)))
        return self


def half(n: int) -> Option[int]:
    return Option(n // 2) if n % 2 == 0 else Option(None)


def main() -> None:
    shout = Parser(lambda text: text + "!") >> (lambda text: text * 2) >> str.upper
    print(shout.parse("x"), (shout | shout >> (lambda text: text[::-1])).parse("ab"))
    print(Option(8) >> half >> (lambda n: Option(n + 1)) >> half, Option(3) @ (lambda n: f"<{n}>") @ len)
    print(Option(4) >> (lambda n: Option(str(n))) >> (lambda text: Option(text + "?")))
    steps = Steps() + (lambda n: n + 10) + (lambda n: n * 100)
    print((steps + (lambda n: -n)).done)


if __name__ == "__main__":
    main()
