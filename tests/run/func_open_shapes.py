# alone: what other programs give to `Callable[..., R]` says what its places take
"""`Callable[..., R]`: what a place is given, or is called with, says what its functions take."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def __repr__(self) -> str:
        return f"Point({self.x}, {self.y})"


class Bus:
    def __init__(self) -> None:
        self.handlers: dict[str, list[Callable[..., None]]] = defaultdict(list)

    def on(self, name: str, handler: Callable[..., None]) -> None:
        self.handlers[name].append(handler)

    def emit(self, name: str, what: Point) -> None:
        for h in self.handlers.get(name, []):
            h(what, 3)


@dataclass
class Command:
    name: str
    run: Callable[..., int]
    help: str = ""


@dataclass
class Timer:
    delay: float
    callback: Callable[..., Any] | None = None
    args: list[int] = field(default_factory=list)

    def fire(self) -> None:
        if self.callback is not None:
            print(self.callback(self.delay))


class Lazy:
    def __init__(self, make: Callable[..., Point]) -> None:
        self._make = make
        self.made: Point | None = None

    def get(self, n: int) -> Point:
        if self.made is None:
            self.made = self._make(n, n + 1)
        return self.made


def add(a: int, b: int) -> int:
    return a + b


def sub(a: int, b: int = 1) -> int:
    return a - b


def measure(fn: Callable[..., int], a: int, b: int) -> int:
    return fn(a, b)


def log(p: Point, n: int) -> None:
    print("log", p, n)


class Picker(Generic[T]):
    def __init__(self, items: list[T], key: Callable[..., bool] | None = None) -> None:
        self.items = items
        self.key = key

    def chosen(self, also: Callable[..., bool]) -> list[T]:
        return [x for x in self.items if (self.key is None or self.key(x)) and also(x)]


COMMANDS: dict[str, Callable[..., int]] = {"add": add, "sub": sub}


def twice(x: float) -> float:
    return x * 2


def main() -> None:
    print(measure(add, 1, 2), measure(lambda a, b: a * b, 3, 4), measure(max, 3, 9), sep=" | ")
    bus = Bus()
    bus.on("move", log)
    bus.on("move", lambda p, n: print("lambda", p.x + n))
    bus.emit("move", Point(1, 2))
    for name, fn in COMMANDS.items():
        print(name, fn(7, 2))
    cs = [Command("inc", add), Command("dec", sub, "x")]
    for c in cs:
        print(c.name, c.run(5, 6), c.help)
    Timer(1.5, twice).fire()
    Timer(2.5).fire()
    print(Lazy(Point).get(3), Lazy(lambda a, b: Point(b, a)).get(4))
    print(Picker([1, 2, 3], lambda n: n > 1).chosen(lambda n: n < 3), Picker(["a", "b"]).chosen(lambda s: s == "b"))
    table: list[Callable[..., str]] = [str.upper, lambda s: s + "!", repr]
    print([f("a") for f in table])


if __name__ == "__main__":
    main()
