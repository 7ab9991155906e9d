"""Context managers as decorators: those of `@contextmanager`, classes below ContextDecorator, in the image and made when the program runs."""

from collections.abc import Iterator
from contextlib import ContextDecorator, contextmanager
from types import TracebackType
from typing import Callable

log: list[str] = []


class Point:
    def __init__(self, x: int) -> None:
        self.x = x


CORNER = Point(7)


@contextmanager
def timed(label: str) -> Iterator[None]:
    print("start", label)
    try:
        yield
    finally:
        print("end", label)


@contextmanager
def bare() -> Iterator[int]:
    yield 1
    print("left")


@contextmanager
def many(label: str, *rest: int, sep: str = "-", **more: int) -> Iterator[str]:
    print("open", label, sep, rest, more)
    yield label
    print("close", label)


@contextmanager
def moved(p: Point, by: int = 2) -> Iterator[Point]:
    p.x += by
    yield p
    print("at", p.x)


@contextmanager
def swallow(kind: str) -> Iterator[None]:
    try:
        yield
    except ValueError as e:
        print(kind, "swallowed", e)


@timed("x")
def f() -> None:
    print("in f")


@timed("y")
def g(a: int, b: int = 2) -> int:
    print("in g")
    return a + b


@bare()
def h(a: int) -> int:
    return a * 2


@many("m", 1, 2, sep="+", z=3)
@timed("inner")
def two(*xs: int, last: bool = False) -> int:
    return sum(xs) + last


@moved(CORNER)
def corner(k: str) -> str:
    return f"{k}{CORNER.x}"


@swallow("s")
def fails(n: int) -> None:
    if n > 1:
        raise ValueError(f"bad {n}")
    print("fine", n)


class Track(ContextDecorator):
    def __init__(self, name: str) -> None:
        self.name = name
        self.n = 0

    def __enter__(self) -> "Track":
        self.n += 1
        print("enter", self.name, self.n)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        print("exit", self.name, kind.__name__ if kind is not None else None, error)
        return kind is KeyError


class Loud(Track):
    def __enter__(self) -> "Loud":
        print("LOUD")
        super().__enter__()
        return self


@Track("k")
def k(x: int) -> int:
    return x * 2


shared = Track("shared")


@shared
def one(x: int) -> int:
    return x


@shared
def other(x: str, *, times: int = 1) -> str:
    return x * times


class Service:
    def __init__(self, n: int) -> None:
        self.n = n

    @timed("method")
    def run(self, k: int = 1) -> int:
        return self.n + k

    @Loud("load")
    def load(self, key: str) -> str | None:
        if key == "":
            raise KeyError(key)
        return key + str(self.n)

    @staticmethod
    @timed("static")
    def make(n: int) -> "Service":
        return Service(n)


def nested(k: int) -> Callable[[int], int]:
    @contextmanager
    def around(name: str) -> Iterator[None]:
        print("around", name, k)
        yield

    @around("n")
    def body(x: int) -> int:
        return x * k

    return body


def register(fn: Callable[[int], int]) -> int:
    return timed("registered")(fn)(5)


cm = timed("global")


def main() -> None:
    f()
    f()
    print(g(3), g(3, b=5), g.__name__)
    with timed("z"):
        print("inside")
    print(h(4), h(a=5))
    print(two(1, 2, last=True), two())
    print(corner("c"), corner(k="d"), CORNER.x)
    fails(1)
    fails(3)
    print(k(4), k(5))
    with Track("w") as t:
        print(t.name)
    print(one(1), other("ab", times=2), shared.n)
    s = Service(3)
    print(s.run(), s.run(k=4), s.load("q"), s.load(""), Service.make(8).n)
    print(register(h))
    print(
        isinstance(timed("t"), ContextDecorator), isinstance(shared, ContextDecorator), isinstance(s, ContextDecorator)
    )
    print(nested(3)(4))

    @timed("local")
    def local(x: int) -> int:
        return x + len(log)

    print(local(2), local(x=3))
    for n in range(2):

        @timed(f"round {n}")
        def inner(x: int, y: int = 2) -> int:
            return x + y + n

        print(inner(1), inner(1, y=5))
    with cm:
        print("once")
    try:
        with cm:
            print("twice")
    except AttributeError as e:
        print(e)


if __name__ == "__main__":
    main()
