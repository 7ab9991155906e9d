# apart: functions are asked for their names, and objects for what becomes one, in all of the image
"""Decorators that keep the function which they make in a table of the module, and are compared with it later."""

from __future__ import annotations
from collections.abc import Callable
from functools import wraps
Handler = Callable[[int], int]
ORDER: list[Handler] = []
COMMANDS: dict[str, Callable[[list[str]], str]] = {}
CALLS: dict[str, int] = {}


def memo(f: Handler) -> Handler:
    seen: dict[int, int] = {}

    def inner(x: int) -> int:
        if x not in seen:
            seen[x] = f(x)
            CALLS[f.__name__] = CALLS.get(f.__name__, 0) + 1
        return seen[x]
    ORDER.append(inner)
    return inner


@memo
def square(x: int) -> int:
    return x * x


@memo
def cube(x: int) -> int:
    return x * square(x)


def command(name: str, *, upper: bool = False) -> Callable[[Callable[[list[str]], str]], Callable[[list[str]], str]]:
    def deco(fn: Callable[[list[str]], str]) -> Callable[[list[str]], str]:
        @wraps(fn)
        def wrapper(args: list[str]) -> str:
            out = fn(args)
            return out.upper() if upper else out
        COMMANDS[name] = wrapper
        return wrapper
    return deco


@command("echo")
def echo(args: list[str]) -> str:
    return " ".join(args)


@command("shout", upper=True)
def shout(args: list[str]) -> str:
    return "!".join(args)


@command("list")
def names(args: list[str]) -> str:
    return ",".join(sorted(COMMANDS)) + str(len(args))


class Registry:
    def __init__(self) -> None:
        self.hooks: list[Callable[[], str]] = []

    def hook(self, fn: Callable[[], str]) -> Callable[[], str]:
        def run() -> str:
            return f"<{fn()}>"
        self.hooks.append(run)
        return run
REG = Registry()


@REG.hook
def first() -> str:
    return "first"


@REG.hook
def second() -> str:
    return "second"


def main() -> None:
    print(ORDER[0](3), square(4), cube(3), CALLS, square == ORDER[0], len(ORDER))
    for name in COMMANDS:
        print(name, COMMANDS[name](["a", "b"]))
    print(echo(["x"]), shout(["y", "z"]), COMMANDS["echo"] is echo)
    print([h() for h in REG.hooks], first(), REG.hooks[1] == second)


if __name__ == "__main__":
    main()
