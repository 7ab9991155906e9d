"""Static and class methods of generic classes that do not mention its type parameters: `Box.of(3)`."""

from __future__ import annotations

from typing import Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")
U = TypeVar("U")


class Box(Generic[A]):
    def __init__(self, v: A) -> None:
        self.v = v

    @classmethod
    def of(cls, x: B) -> Box[B]:
        return Box(x)

    @staticmethod
    def add(x: int, y: int) -> int:
        return x + y

    @staticmethod
    def same(x: A) -> Box[A]:
        return Box(x)

    @classmethod
    def make(cls, x: A) -> Box[A]:
        return cls(x)


class Stack(Generic[A]):
    count = 0
    LIMIT = 10

    def __init__(self) -> None:
        self.items: list[A] = []

    @classmethod
    def limit(cls) -> int:
        return cls.LIMIT

    @classmethod
    def named(cls, n: int) -> str:
        return f"{cls.__name__} {n}"

    @staticmethod
    def pair(a: U, b: U) -> "Stack[U]":
        s: Stack[U] = Stack()
        s.items += [a, b]
        return s

    def twice(self) -> int:
        return Stack.limit() * 2 + self.limit()


class Sub(Stack[int]):
    LIMIT = 5


def boxes() -> None:
    print(Box.of(3).v, Box.of("s").v, Box.add(1, 2), Box.same(3).v, Box.make("q").v)
    f = Box.add
    print(f(1, 2), Box("x").of(4).v, list(map(Box.of, [1, 2]))[0].v)


def stacks() -> None:
    print(Stack.limit(), Stack.pair(1, 2).items, Stack.count, Stack.named(3), Stack.__name__, Sub.limit(), Sub.named(1))
    print(Stack.pair("a", "b").twice(), Sub().twice())
    print([f(2) for f in (Stack.named, Sub.named)])


def main() -> None:
    boxes()
    stacks()


if __name__ == "__main__":
    main()
