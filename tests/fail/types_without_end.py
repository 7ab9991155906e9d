from typing import TypeVar

T = TypeVar("T")


def depth(x: T, n: int) -> int:
    return depth([x], n - 1) + 1 if n else 0


def f() -> int:
    return depth(1, 3)
