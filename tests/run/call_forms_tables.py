# apart: what `Callable[..., R]` is given is followed through all of an image, in one more reading
"""Tables of functions that take different arguments."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Command:
    name: str
    run: Callable[..., int]
    help: str = ""


def add(a: int, b: int) -> int:
    return a + b


def neg(a: int) -> int:
    return -a


def scale(a: int, *, by: int = 3) -> int:
    return a * by


def total(*xs: int) -> int:
    return sum(xs)


def opts(**kw: int) -> int:
    return sum(kw.values())


def call(f: Callable[..., int], *args: int) -> int:
    return f(*args)


def apply(f: Callable[..., int]) -> int:
    return f(1, 2)


def main() -> None:
    table: dict[str, Callable[..., int]] = {"add": add, "neg": neg, "scale": scale}
    print(table["add"](1, 2), table["neg"](4), table["scale"](5))
    cmds = [Command("add", add), Command("neg", neg)]
    for c in cmds:
        if c.name == "add":
            print(c.run(1, 2))
        else:
            print(c.run(7))
    print(call(add, 1, 2), call(neg, 3), call(total, 1, 2, 3, 4))
    print(apply(add), apply(total), apply(lambda x, y: x - y))
    f: Callable[..., int] = opts
    print(f(a=1, b=2))
    g: Callable[..., int] = scale
    print(g(2, by=4), g(2))
    try:
        table["neg"](1, 2)
    except TypeError as e:
        print(e)


if __name__ == "__main__":
    main()
