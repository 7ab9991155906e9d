"""local classes, imports, generic functions"""
from __future__ import annotations
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Generic, Protocol, TypeVar
from abc import ABC, abstractmethod

T = TypeVar("T")
U = TypeVar("U")


class Handler(ABC):
    @abstractmethod
    def handle(self, text: str) -> str: ...


class Greets(Protocol):
    def greet(self) -> str: ...


def upper_handler() -> Handler:
    class Upper(Handler):
        def handle(self, text: str) -> str:
            return text.upper()

    return Upper()


def greeter(name: str) -> Greets:
    class Local:
        def __init__(self, name: str) -> None:
            self.name = name

        def greet(self) -> str:
            return f"I am {self.name}"

    return Local(name)


def table(rows: list[tuple[str, int]]) -> list[str]:
    @dataclass(order=True)
    class Row:
        count: int
        name: str

        def show(self) -> str:
            return f"{self.name}={self.count}"

    made = sorted(Row(count, name) for name, count in rows)
    return [r.show() for r in made] + [repr(made[0])]


def search(grid: list[list[int]], want: int) -> tuple[int, int] | None:
    for y, row in enumerate(grid):
        for x, v in enumerate(row):
            if v == want:
                return (x, y)
    return None


class Service:
    def run(self, n: int) -> list[str]:
        from collections import Counter

        class Step:
            def __init__(self, n: int) -> None:
                self.n = n

            def __str__(self) -> str:
                return f"step {self.n}"

        counts = Counter(str(i % 2) for i in range(n))
        return [str(Step(i)) for i in range(n)] + [str(counts["0"])]


def helpers() -> None:
    import math
    from textwrap import indent as shift

    def apply(f: Callable[[T], U], x: T) -> U:
        return f(x)

    def pairs(xs: list[T]) -> Iterator[tuple[T, T]]:
        for i in range(len(xs) - 1):
            yield xs[i], xs[i + 1]

    def area(r: float) -> int:
        return math.floor(math.pi * r)

    print(apply(lambda n: n + 1, 3), apply(lambda s: s * 2, "ab"), list(pairs([1, 2, 3])), list(pairs(["a", "b"])))
    print(area(2.0), shift("x", "> "))


def tree_demo() -> None:
    class Tree(Generic[T]):
        def __init__(self, value: T, children: list[Tree[T]] | None = None) -> None:
            self.value = value
            self.children = children or []

        def walk(self) -> Iterator[T]:
            yield self.value
            for child in self.children:
                yield from child.walk()

    print(list(Tree(1, [Tree(2), Tree(3, [Tree(4)])]).walk()), list(Tree("a", [Tree("b")]).walk()))


def main() -> int:
    class Found(Exception):
        def __init__(self, x: int, y: int) -> None:
            super().__init__(f"found at {x},{y}")
            self.x, self.y = x, y

    class Level(Enum):
        LOW = 1
        HIGH = 2

        def bump(self) -> Level:
            return Level.HIGH if self is Level.LOW else self

    grid = [[1, 2], [3, 4]]
    try:
        for y, row in enumerate(grid):
            for x, v in enumerate(row):
                if v == 3:
                    raise Found(x, y)
    except Found as found:
        print(found, found.x, found.y, type(found).__name__)
    print(Level.LOW.bump(), [lv.name for lv in Level], Level(2), Level["LOW"])
    print(upper_handler().handle("abc"), greeter("bob").greet())
    print(table([("b", 2), ("a", 1), ("c", 1)]), search(grid, 4))
    print(Service().run(3))
    helpers()
    tree_demo()

    class Visitor:
        def __init__(self) -> None:
            self.seen: list[str] = []

        def visit(self, obj: object) -> None:
            pass

        def note(self, x: int | str | Found) -> str:
            match x:
                case int():
                    return f"int {x}"
                case str():
                    return f"str {x}"
                case Found():
                    return "found"

    vis = Visitor()
    print(vis.note(1), vis.note("a"), vis.note(Found(1, 2)))
    if len(grid) > 1:
        import random

        print(random.Random(3).randint(1, 1))

    def inner() -> str:
        class Deep:
            def __init__(self) -> None:
                self.x = 1

            def __repr__(self) -> str:
                return f"{type(self).__name__} {self.x}"

        return repr(Deep())

    print(inner())
    return 0


if __name__ == "__main__":
    sys.exit(main())
