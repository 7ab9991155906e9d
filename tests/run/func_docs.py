# alone: `__doc__` of function values asks for all of the image's
"""The texts of functions that are values: in tables, wrapped, bound methods."""

import functools
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def add(n: int) -> int:
    """Adds."""
    return n + 1


def sub(n: int) -> int:
    return n - 1


def timed(fn: Callable[[int], int]) -> Callable[[int], int]:
    @wraps(fn)
    def inner(n: int) -> int:
        """inner"""
        return fn(n) * 2

    return inner


def plain(fn: Callable[[int], int]) -> Callable[[int], int]:
    def inner2(n: int) -> int:
        """inner two"""
        return fn(n) * 2

    return inner2


@timed
def mul(n: int) -> int:
    """Muls.

    Twice."""
    return n * 3


TABLE: dict[str, Callable[[int], int]] = {"add": add, "sub": sub, "mul": mul, "p": plain(add), "l": lambda n: n}


class Shell:
    """A shell."""

    def __init__(self) -> None:
        self.cmds: dict[str, Callable[[int], int]] = {"go": self.go, "stop": self.stop, "add": add, "st": self.st}

    def go(self, n: int) -> int:
        """Go on."""
        return n

    def stop(self, n: int) -> int:
        """Stop it."""
        return -n

    @staticmethod
    def st(n: int) -> int:
        """Static."""
        return -n


REG: dict[str, Callable[[list[str]], str]] = {}


def command(name: str) -> Callable[[Callable[[list[str]], str]], Callable[[list[str]], str]]:
    def deco(fn: Callable[[list[str]], str]) -> Callable[[list[str]], str]:
        REG[name] = fn
        return fn

    return deco


@command("help")
def cmd_help(args: list[str]) -> str:
    """Show this help."""
    lines = []
    for name in sorted(REG):
        lines.append(f"{name:8} {REG[name].__doc__}")
    return "\n".join(lines)


@command("echo")
def cmd_echo(args: list[str]) -> str:
    """Print the arguments."""
    return " ".join(args)


def log(fn: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(fn)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        print("call", fn.__name__, fn.__doc__)
        return fn(*args, **kwargs)

    return wrapper


@log
def area(w: int, h: int = 2) -> int:
    """Area of it."""
    return w * h


def run_doc1() -> None:
    for k, f in TABLE.items():
        print(k, f.__name__, repr(f.__doc__), f(3))
    for k, f in Shell().cmds.items():
        doc = f.__doc__
        print(k, f.__name__, doc.strip() if doc else "-", (f.__doc__ or "none").splitlines()[0], f(3))


def run_doc2() -> None:
    print(REG["help"]([]))
    print(REG["echo"](["a", "b"]))


def run_doc3() -> None:
    print(area(3), area(3, h=4), area.__name__, area.__doc__)


def main() -> None:
    run_doc1()
    run_doc2()
    run_doc3()


if __name__ == "__main__":
    main()
