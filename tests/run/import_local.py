"""Imports inside functions, under TYPE_CHECKING, and those that a module does without."""
from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

try:
    import json
except ImportError:
    json = None  # type: ignore[assignment]
try:
    from fast_numbers_of_nobody import fsum as total
except ModuleNotFoundError:
    from math import fsum as total


class Sizes:
    limit = 3

    def text(self) -> str:
        from textwrap import indent

        return indent("x", " " * self.limit)


def root(xs: Sequence[int]) -> float:
    import math
    from collections import deque

    queue = deque(xs)
    return math.sqrt(queue[0])


def maker() -> Callable[[str], str]:
    from textwrap import dedent as flat

    def inner(text: str) -> str:
        import string

        return flat(text) + string.digits[:2]

    return inner


def other_module() -> None:
    from tests.run import same_class_names

    same_class_names.main()


def cached() -> int:
    from functools import cache

    @cache
    def fib(n: int) -> int:
        return n if n < 2 else fib(n - 1) + fib(n - 2)

    return fib(30)


def main() -> int:
    print(root([4]), maker()("  x"), Sizes().text(), json.dumps([1]), total([0.5, 0.25]))
    if Sizes.limit > 2:
        import random

        print(random.Random(1).randint(5, 5))
    else:
        import random

        print(random.Random(2).random())
    other_module()
    print(cached())
    return 0


if __name__ == "__main__":
    sys.exit(main())
