from typing import TypeVar

T = TypeVar("T")


def nothing() -> list[T]:
    return []


def f() -> int:
    return len(nothing())
