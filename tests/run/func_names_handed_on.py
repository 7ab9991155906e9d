# apart: functions are asked for their names, and objects for what becomes one, in all of the image
"""A function keeps its name where it is converted to another type, and in places that only ask for it."""
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])
COMMANDS: dict[str, Callable[..., int]] = {}


def command(fn: F) -> F:
    COMMANDS[fn.__name__] = fn
    return fn


@command
def add(a: int, b: int) -> int:
    return a + b


@command
def neg(a: int) -> int:
    return -a


def wrapped(fn: Callable[[int], int]) -> Callable[[int], int]:
    @wraps(fn)
    def inner(n: int, k: int = 1) -> int:
        return fn(n) + k
    return inner


def other(a: int) -> int:
    return a + 1


def title(f: Callable[..., Any]) -> str:
    return f.__name__.title()


class Job:
    def run(self, *, fast: bool = False) -> None:
        pass


def main() -> None:
    print(COMMANDS["add"](1, 2), COMMANDS["neg"](5), sorted(COMMANDS))
    plain: Callable[[int], int] = other
    wide: Callable[[int], int | None] = plain
    wider: Callable[[int], object] = wide
    print(wide.__name__, wider.__name__, title(plain), title(neg), COMMANDS["neg"].__name__)
    print(title(main), title(title), title(lambda: 1), title(Job().run), title(len), title(Job))
    w = wrapped(neg)
    print(w(1), w.__name__)
    wide = w
    print(wide.__name__)


if __name__ == "__main__":
    main()
