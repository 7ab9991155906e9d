from typing import Callable


def adder(n: int) -> int:
    return n + 1


def choose(n: int) -> Callable[[int], int]:
    return adder if n else adder


TABLE: dict[str, object] = {"a": ValueError(["no"])}


def f() -> int:
    return len(TABLE)
