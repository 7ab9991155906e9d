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


def half(a: int) -> str:
    return str(a // 2)


def wrapped(fn: Callable[[int], str]) -> Callable[[int], str]:
    @wraps(fn)
    def inner(n: int, k: int = 1) -> str:
        return fn(n) * k
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
    w = wrapped(half)
    print(w(5), w.__name__)
    shown: Callable[[int], str | None] = w
    print(shown.__name__)


if __name__ == "__main__":
    main()
