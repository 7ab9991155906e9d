from typing import TypeVar

T = TypeVar("T")


def same(x: T) -> T:
    return x


def f() -> int:
    g = same
    return g(1)
