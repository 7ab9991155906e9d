# apart: what decorated functions are called with anywhere decides what they are made for
# Decorators that look at their arguments: typed with Any, Concatenate; decorated functions as values.
import functools
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar, Concatenate, cast
P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S")
F = TypeVar("F", bound=Callable[..., Any])

LOG: list[str] = []

def traced(f: F) -> F:
    @functools.wraps(f)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        LOG.append(f"{f.__name__}{args}{kwargs}")
        return f(*args, **kwargs)
    return cast(F, wrapper)

def timed(label: str) -> Callable[[Callable[..., R]], Callable[..., R]]:
    def deco(f: Callable[..., R]) -> Callable[..., R]:
        def wrapper(*args: Any, **kwargs: Any) -> R:
            print(label, f.__name__, len(args), sorted(kwargs))
            return f(*args, **kwargs)
        return wrapper
    return deco

def checked(f: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    @functools.wraps(f)
    def wrapper(self: S, *args: P.args, **kwargs: P.kwargs) -> R:
        print("checked", self, args, kwargs)
        return f(self, *args, **kwargs)
    return wrapper

def positive(f: Callable[P, int]) -> Callable[P, int]:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> int:
        for a in args:
            if isinstance(a, int) and a < 0:
                raise ValueError(f"negative argument {a}")
        for name, value in kwargs.items():
            if isinstance(value, int) and value < 0:
                raise ValueError(f"negative {name}={value}")
        return f(*args, **kwargs)
    return wrapper

@traced
def scale(x: int, factor: int = 2) -> int:
    return x * factor

@timed("T")
def shift(x: int, by: int = 1, *, twice: bool = False) -> int:
    return x + by * (2 if twice else 1)

@positive
def area(w: int, h: int = 1) -> int:
    return w * h

@traced
def mixed(name: str, n: int = 1, flag: bool = False, ratio: float = 0.5) -> str:
    return f"{name} {n} {flag} {ratio}"

@dataclass
class Point:
    x: int
    y: int

    @checked
    def moved(self, dx: int, dy: int = 0) -> "Point":
        return Point(self.x + dx, self.y + dy)

    @traced
    def dist(self, other: "Point | None" = None) -> int:
        o = other or Point(0, 0)
        return abs(self.x - o.x) + abs(self.y - o.y)

class Handler(ABC):
    @abstractmethod
    def handle(self, event: str, weight: int = 1) -> str: ...

class Loud(Handler):
    @traced
    def handle(self, event: str, weight: int = 1) -> str:
        return event.upper() * weight
    def __repr__(self) -> str:
        return "Loud()"

def apply(f: Callable[[int], int], x: int) -> int:
    return f(x)

def apply2(f: Callable[[int, int], int], x: int, y: int) -> int:
    return f(x, y)

TABLE: dict[str, Callable[[int], int]] = {"scale": scale, "area": area}

def main() -> int:
    print(scale(1), scale(2, 3), scale(x=3), scale(4, factor=5))
    print(shift(1), shift(1, 2), shift(1, twice=True), shift(x=5, by=3, twice=True))
    for args in ((1, 2), (3, -4)):
        try:
            print(area(args[0]), area(args[0], args[1]), area(args[0], h=args[1]))
        except ValueError as e:
            print(e)
    try:
        area(1, h=-2)
    except ValueError as e:
        print(e)
    print(mixed("a"), mixed("b", flag=True), mixed("c", 2, ratio=1.5), mixed("d", n=3, flag=True, ratio=2.0))
    p = Point(1, 2)
    print(p.moved(1), p.moved(1, 2), p.moved(dx=1, dy=5), p.moved(2).moved(3, dy=1))
    print(p.dist(), p.dist(Point(5, 5)), p.dist(other=Point(1, 1)))
    print(apply(scale, 5), apply2(scale, 5, 6), apply(area, 2), list(map(scale, [1, 2])))
    print({k: f(4) for k, f in TABLE.items()})
    loud = Loud()
    print(loud.handle("a"), loud.handle("b", 2), loud.handle("c", weight=3))
    move: Callable[[int], Point] = p.moved
    print(move(1))
    g = scale
    print(g(7))
    for line in LOG:
        print(line)
    print(scale.__name__, shift.__name__, mixed.__name__)
    return 0


if __name__ == "__main__":
    sys.exit(main())
