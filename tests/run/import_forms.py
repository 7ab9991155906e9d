"""Each way to write an import."""
import collections as c
import math as m
from collections import deque as queue
from collections.abc import Sequence
from functools import reduce as fold

import tests.run.print_forms

from . import same_class_names


def total(xs: Sequence[int]) -> int:
    return fold(lambda a, b: a + b, xs, 0)


def main() -> None:
    d: c.deque[int] = queue([1, 2])
    d.append(3)
    print(d, m.sqrt(16.0), total([1, 2, 3]), total((4, 5)))
    counts = c.Counter("abca")
    print(counts["a"], counts)
    same_class_names.main()
    tests.run.print_forms.main()
