# apart: functions are asked for their names, and objects for what becomes one, in all of the image
"""Objects that are called have no name of their own."""
from __future__ import annotations
import sys
from collections.abc import Callable
from functools import partial

class Adder:
    def __init__(self, n: int) -> None:
        self.n = n
    def __call__(self, k: int) -> int:
        return self.n + k

def add(a: int, b: int) -> int:
    return a + b

def name_of(fn: Callable[[int], int]) -> str:
    try:
        return fn.__name__
    except AttributeError as error:
        return f"none: {error}"

def main() -> int:
    fns: list[Callable[[int], int]] = [partial(add, 1), Adder(2), abs, lambda n: n]
    print([name_of(f) for f in fns], [f(-3) for f in fns])
    return 0

if __name__ == "__main__":
    sys.exit(main())
