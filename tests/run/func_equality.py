# alone: the closures of an image that compares functions are made for that
"""Which functions are equal: registered, decorated, bound, partial, converted, class methods, with defaults."""
from __future__ import annotations
from collections.abc import Callable
from functools import partial
from typing import TypeVar, ParamSpec, Generic
P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
Handler = Callable[[int], int]
REGISTRY: dict[str, Handler] = {}
ORDER: list[Handler] = []


def register(name: str) -> Callable[[Handler], Handler]:

    def deco(f: Handler) -> Handler:
        REGISTRY[name] = f
        ORDER.append(f)
        return f
    return deco


@register("double")
def double(x: int) -> int:
    return x * 2


@register("half")
def half(x: int) -> int:
    return x // 2


def memo(f: Handler) -> Handler:
    seen: dict[int, int] = {}

    def inner(x: int) -> int:
        if x not in seen:
            seen[x] = f(x)
        return seen[x]
    return inner


@memo
def square(x: int) -> int:
    return x * x


@memo
def cube(x: int) -> int:
    return x * x * x


def abs2(x: int) -> int:
    return abs(x)
REGISTRY["memo"] = square
INC: Handler = lambda x: x + 1  # noqa: E731
ALSO = [INC, INC, lambda x: x + 1]
PLUS = {"inc": INC, "int": abs2}


class Shape:
    made = 0

    def __init__(self, n: int) -> None:
        self.n = n

    @classmethod
    def make(cls, n: int) -> Shape:
        return cls(n)

    @staticmethod
    def area(n: int) -> int:
        return n

    def grow(self, by: int = 1) -> int:
        self.n += by
        return self.n

    def again(self) -> Callable[[], int]:
        def inner() -> int:
            return self.n
        return inner


class Square(Shape):
    def grow(self, by: int = 1) -> int:
        return super().grow(by * 2)


class Event(Generic[T]):
    def __init__(self) -> None:
        self._handlers: list[Callable[[T], None]] = []

    def __iadd__(self, h: Callable[[T], None]) -> Event[T]:
        self._handlers.append(h)
        return self

    def __isub__(self, h: Callable[[T], None]) -> Event[T]:
        self._handlers.remove(h)
        return self

    def __contains__(self, h: Callable[[T], None]) -> bool:
        return h in self._handlers

    def fire(self, x: T) -> int:
        for h in list(self._handlers):
            h(x)
        return len(self._handlers)


class Log:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, s: str) -> None:
        self.lines.append(s)


def main() -> None:
    print(REGISTRY["double"] == double, REGISTRY["double"] == half, double in ORDER, ORDER.count(double))
    print(square == cube, square == square, square in ORDER, REGISTRY["memo"] == square, REGISTRY["memo"] == cube)
    print(ALSO[0] == ALSO[1], ALSO[0] == ALSO[2], INC == PLUS["inc"], PLUS["int"] == PLUS["inc"], INC in ALSO)
    print(Shape.make == Shape.make, Shape.area == Shape.area, Square.area == Shape.area)
    print(Square.make == Shape.make, Square(1).make == Square.make, Shape(1).make == Square.make)
    a, b = Shape(1), Square(1)
    grows: list[Callable[[int], int]] = [a.grow, b.grow]
    print(a.grow in grows, Shape(1).grow in grows, grows.index(b.grow) if b.grow in grows else -1)
    short: list[Callable[[], int]] = [a.grow, b.again()]
    print(a.grow == short[0], short[0] == grows[0], b.again() in short, short[1] == short[1], short[1]())
    e: Event[str] = Event()
    log = Log()
    other = Log()
    e += log.write
    e += other.write
    e += log.lines.append
    print(e.fire("x"), log.lines, other.lines)
    e -= log.write
    e -= log.lines.append
    print(e.fire("y"), log.lines, other.lines, other.write in e)
    try:
        e -= log.write
    except ValueError as error:
        print(error)
    half_of: Handler = partial(pow, 2)
    q: Handler = partial(pow, 2)
    print(half_of == q, half_of == half_of, half_of(3))
    fs = [lambda: 1 for _ in range(3)]
    print(fs[0] == fs[1], fs[0] == fs[0], len(set(fs)), fs.count(fs[2]))
    seen: set[Callable[[int], int]] = {double, half, double, INC}
    print(len(seen), double in seen, square in seen, len({a.grow, a.grow, b.grow}))
    weights = {double: 2, half: 3}
    weights[double] += 5
    print(weights[double], weights.get(half), weights.get(square), hash(double) == hash(REGISTRY["double"]))
    pick: Handler | None = None
    print(pick == double, pick != double)
    pick = double
    print(pick == double, (1, double) == (1, double), [double, half] == [double, half], [a.grow] == [b.grow])

    def local(x: int, y: int = 2) -> int:
        return x + y
    one: Callable[[int], int] = local
    two: Callable[[int, int], int] = local
    print(one == local, two == local, two in [local], local == local)
    narrow: Callable[[int], object] = double
    print(narrow == double, REGISTRY["half"] != half, weights.keys() == {half, double})
    try:
        print(weights[square])
    except KeyError:
        print("none")


if __name__ == "__main__":
    main()
