# alone: `__name__` of function values asks for all of the image's
from __future__ import annotations
import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
F = TypeVar("F", bound=Callable[..., int])

COMMANDS: dict[str, Callable[[int], str]] = {}
CALLS: list[str] = []


def command(fn: Callable[[int], str]) -> Callable[[int], str]:
    COMMANDS[fn.__name__] = fn
    return fn


def logged(fn: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(fn)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        CALLS.append(fn.__name__)
        return fn(*args, **kwargs)

    return wrapper


def tagged(tag: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def deco(fn: Callable[P, R]) -> Callable[P, R]:
        name = fn.__name__

        @functools.wraps(fn)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            CALLS.append(f"{tag}:{name}")
            return fn(*args, **kwargs)

        return wrapper

    return deco


def bare(fn: Callable[P, R]) -> Callable[P, R]:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        return fn(*args, **kwargs)

    return wrapper


@command
def hello(n: int) -> str:
    return "hello" * n


@command
@logged
def bye(n: int) -> str:
    return f"bye {n}"


@tagged("x")
@logged
@tagged("y")
def stacked(a: int, b: int = 2) -> int:
    return a * b


@bare
def lost() -> int:
    return 1


class Service:
    def __init__(self) -> None:
        self.n = 0

    @logged
    def add(self, k: int) -> int:
        self.n += k
        return self.n

    @staticmethod
    @tagged("s")
    def twice(k: int) -> int:
        return 2 * k

    def plain(self, k: int) -> int:
        return k


def call(fn: Callable[[int], int], n: int) -> str:
    return f"{fn.__name__}({n}) = {fn(n)}"


def main() -> int:
    print(COMMANDS["hello"](2), COMMANDS["bye"](3), list(COMMANDS))
    print([fn.__name__ for fn in COMMANDS.values()])
    print(stacked(3), stacked.__name__, lost.__name__, lost())
    s = Service()
    print(s.add(2), s.add(k=3), Service.twice(4), CALLS)

    def local(n: int) -> int:
        return n + 1

    @logged
    def deco(n: int) -> int:
        return n + 2

    print(call(local, 1), call(deco, 1), call(s.plain, 3), call(lambda n: n, 4), call(abs, -3), call(s.add, 1))
    print(local.__name__, deco.__name__, local.__qualname__, main.__qualname__)
    table: list[tuple[str, Callable[[int], int]]] = [(f.__name__, f) for f in (local, deco)]
    print([(name, f(1)) for name, f in table])
    return 0


if __name__ == "__main__":
    sys.exit(main())
