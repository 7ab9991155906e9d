# apart: classes and callable objects are function values in all of the image
"""Bound methods, classes, builtins and generic functions as values."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


def apply(f: Callable[[T], U], x: T) -> U:
    return f(x)


def mapped(f: Callable[[T], U], xs: list[T]) -> list[U]:
    return [f(x) for x in xs]


def first(xs: list[T]) -> T:
    return xs[0]


class Shape:
    def area(self) -> float:
        return 0.0

    def name(self) -> str:
        return "shape"


class Square(Shape):
    def __init__(self, side: float) -> None:
        self.side = side

    def area(self) -> float:
        return self.side * self.side

    def name(self) -> str:
        return "square"


class Circle(Shape):
    def __init__(self, r: float, scale: float = 1.0) -> None:
        self.r = r * scale

    def area(self) -> float:
        return 3.0 * self.r * self.r


class Timer:
    def __init__(self) -> None:
        self.callbacks: list[Callable[[int], None]] = []
        self.log: list[str] = []
        self.callbacks.append(self.on_tick)

    def on_tick(self, n: int, prefix: str = "tick") -> None:
        self.log.append(f"{prefix} {n}")

    def run(self, times: int) -> None:
        for i in range(times):
            for c in self.callbacks:
                c(i)

    @staticmethod
    def twice(x: int) -> int:
        return 2 * x

    @classmethod
    def create(cls) -> "Timer":
        return cls()


@dataclass(frozen=True)
class Scale:
    factor: int

    def times(self, x: int) -> int:
        return self.factor * x

    def __call__(self, x: int) -> int:
        return self.factor * x


def use(f: Callable[[int], int]) -> int:
    return f(10)


def describe(shape: Shape) -> str:
    return f"{shape.name()} {shape.area():.1f}"


def show(f: Callable[[Square], object], s: Square) -> None:
    print(f(s))


def main() -> None:
    makers: dict[str, Callable[[float], Shape]] = {"square": Square, "circle": Circle}
    for key in makers:
        made = makers[key](2.0)
        get = made.area
        print(key, get(), made.name())
    t = Timer()
    out: list[int] = []
    t.callbacks.append(out.append)
    t.run(2)
    print(t.log, out)
    print(use(Timer.twice), use(t.twice), use(Scale(3).times), use(Scale(4)), use(abs))
    create: Callable[[], Timer] = Timer.create
    print(len(create().callbacks))
    print(apply(len, "four"), apply(str, 12), apply(str.upper, "up"), apply(Square, 2.0).area())
    print(mapped(int, ["1", "2"]), mapped(str.strip, [" a ", "b "]), mapped(first, [[1, 2], [3]]))
    words = ["b", "A", "c"]
    print(sorted(words, key=str.lower), max(words, key=ord), list(map(str.upper, words)), sorted(words, key=len))
    upper: Callable[[], str] = "abc".upper
    print(upper())
    keys: list[Callable[[str], int]] = [len, ord, int]
    print([k("7") for k in keys])
    head: Callable[[list[str]], str] = first
    print(head(words))
    describe_all: Callable[[Square], str] = describe
    print(describe_all(Square(1.5)))
    show(describe, Square(1.0))
    d = {"a": 1}
    lookup: Callable[[str, int], int] = d.get
    print(lookup("a", 5), lookup("b", 5))
    print(list(map(d.get, ["a", "z"])))
    handler: Callable[[str], None] = print
    handler("printed")
    maybe: Callable[[str], int] | None = len
    print(maybe("abc") if maybe is not None else -1)

    def greet(name: str, greeting: str = "hi") -> str:
        return f"{greeting} {name}"
    print(list(map(greet, words)), apply(greet, "x"))
    g: Callable[[str], str] = greet
    print(g("y"))
    m = t.on_tick
    m(5, "manual")
    print(t.log[-1])
    unbound: Callable[[Square], float] = Square.area
    print(unbound(Square(3.0)))


if __name__ == "__main__":
    main()
