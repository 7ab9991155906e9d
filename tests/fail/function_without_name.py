from collections.abc import Callable
from functools import partial


def add(a: int, b: int) -> int:
    return a + b


def main() -> None:
    one: Callable[[int], int] = partial(add, 1)
    print(one.__name__)
