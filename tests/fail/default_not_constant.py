from typing import TypeVar

T = TypeVar("T")


def f(item: T, seen: list[T] = []) -> int:
    seen.append(item)
    return len(seen)


def g() -> int:
    return f(1)
