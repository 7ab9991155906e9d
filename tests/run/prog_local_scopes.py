"""Local things in loops, closures with classes, mutual recursion, generators in functions, decorators with state."""
from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Generic, NamedTuple, Optional, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
K = TypeVar("K")


class CountCalls(Generic[P, R]):
    def __init__(self, fn: Callable[P, R]) -> None:
        self.fn = fn
        self.count = 0

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        self.count += 1
        return self.fn(*args, **kwargs)


@CountCalls
def area(w: int, h: int = 2) -> int:
    return w * h


def compose(*fns: Callable[[int], int]) -> Callable[[int], int]:
    def run(n: int) -> int:
        for fn in fns:
            n = fn(n)
        return n

    return run


def group_by(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    out: dict[K, list[T]] = {}
    for item in items:
        out.setdefault(key(item), []).append(item)
    return out


class Tree(Generic[T]):
    class Node(Generic[K]):
        def __init__(self, value: K) -> None:
            self.value = value
            self.left: Optional[Tree.Node[K]] = None
            self.right: Optional[Tree.Node[K]] = None

    def __init__(self, less: Callable[[T, T], bool]) -> None:
        self.root: Optional[Tree.Node[T]] = None
        self.less = less

    def add(self, value: T) -> None:
        if self.root is None:
            self.root = Tree.Node(value)
            return
        node = self.root
        while True:
            if self.less(value, node.value):
                if node.left is None:
                    node.left = Tree.Node(value)
                    return
                node = node.left
            else:
                if node.right is None:
                    node.right = Tree.Node(value)
                    return
                node = node.right

    def __iter__(self) -> Iterator[T]:
        def walk(node: Optional[Tree.Node[T]]) -> Iterator[T]:
            if node is not None:
                yield from walk(node.left)
                yield node.value
                yield from walk(node.right)

        return walk(self.root)


class Api:
    version = 2

    class Error(Exception):
        class Code(IntEnum):
            NOT_FOUND = 404
            BROKEN = 500

        def __init__(self, code: Code, message: str = "") -> None:
            super().__init__(code, message)
            self.code = code

        def __str__(self) -> str:
            return f"{self.code.name} ({int(self.code)})"

    class NotFound(Error):
        def __init__(self, what: str) -> None:
            super().__init__(Api.Error.Code.NOT_FOUND, what)

    class Response(NamedTuple):
        status: int
        body: str = ""

        @property
        def ok(self) -> bool:
            return self.status < 400

    @staticmethod
    @lru_cache(maxsize=None)
    def square(n: int) -> int:
        return n * n

    def get(self, path: str) -> Response:
        if path == "/":
            return self.Response(200, "root")
        if path == "/boom":
            raise self.Error(Api.Error.Code.BROKEN)
        raise Api.NotFound(path)

    def safe(self, path: str) -> Response:
        try:
            return self.get(path)
        except Api.NotFound as error:
            return Api.Response(int(error.code), str(error))
        except Api.Error as error:
            return Api.Response(status=int(error.code), body=str(error))


def parse(text: str) -> float:
    pos = 0

    def peek() -> str:
        return text[pos] if pos < len(text) else ""

    def take() -> str:
        nonlocal pos
        pos += 1
        return text[pos - 1]

    def expr() -> float:
        value = term()
        while peek() in ("+", "-") and peek():
            value = value + term() if take() == "+" else value - term()
        return value

    def term() -> float:
        value = atom()
        while peek() in ("*", "/") and peek():
            value = value * atom() if take() == "*" else value / atom()
        return value

    def atom() -> float:
        if peek() == "(":
            take()
            value = expr()
            take()
            return value
        start = pos
        while peek().isdigit():
            take()
        return float(text[start:pos])

    return expr()


def main() -> int:
    print(area(3), area(2, h=5), area.count)
    print(compose(lambda n: n + 1, lambda n: n * 2)(4), group_by(["a", "bb", "c"], len))
    tree: Tree[int] = Tree(lambda a, b: a < b)
    for n in (5, 2, 8, 1):
        tree.add(n)
    print(list(tree))
    api = Api()
    print(api.get("/"), api.safe("/x"), api.safe("/boom"), api.get("/").ok, Api.square(4), Api.NotFound("q").code.value)
    print(parse("1+2*(3-4)/2"))

    handlers: dict[str, Callable[[int], int]] = {}

    def handler(fn: Callable[[int], int]) -> Callable[[int], int]:
        handlers[fn.__name__] = fn
        return fn

    for scale in (1, 2):
        @handler
        def scaled(n: int, factor: int = scale) -> int:
            return n * factor

        print(scaled(10), handlers["scaled"](7))

    @dataclass
    class Point:
        x: int
        y: int = 0

        def __add__(self, other: Point) -> Point:
            return Point(self.x + other.x, self.y + other.y)

        @classmethod
        def origin(cls) -> Point:
            return cls(0)

        def __hash__(self) -> int:
            return 7

    points = [Point(i, i * i) for i in range(3)]
    print(sum(points, Point.origin()), points[1] == Point(1, 1), max(points, key=lambda p: p.y))

    def counter(limit: int) -> Generator[int, str, str]:
        said: list[str] = []
        for i in range(limit):
            said.append((yield i))
        return "".join(said)

    def iter_len(n: int) -> Generator[int, None, int]:
        for i in range(n):
            yield i
        return n

    def drive() -> Iterator[int]:
        gen = counter(2)
        print(next(gen), gen.send("a"))
        result = yield from iter_len(3)
        print("result", result)

    print(list(drive()))

    def is_even(n: int) -> bool:
        return n == 0 or is_odd(n - 1)

    def is_odd(n: int) -> bool:
        return n != 0 and is_even(n - 1)

    print(is_even(10), is_odd(10))
    return 0


if __name__ == "__main__":
    sys.exit(main())
