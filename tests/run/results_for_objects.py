"""Calls whose result goes where `object` or `Any` is written: that says nothing of what the arguments are."""

import copy
import functools
import operator
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
A = TypeVar("A")


def log(*args: object) -> None:
    print(args)


def fold(f: Callable[[A, T], A], xs: list[T], init: A) -> A:
    out = init
    for x in xs:
        out = f(out, x)
    return out


def product() -> object:
    return functools.reduce(lambda a, b: a * b, [1, 2, 3])


def objects() -> None:
    xs = [3, 1, 2]
    words = ["b", "a", "c"]
    total: object = functools.reduce(operator.add, xs)
    pairs: object = functools.reduce(lambda a, b: (a, b), xs)
    anything: Any = functools.reduce(lambda a, b: a + b, words)
    print(total, pairs, anything, product())
    log(sum(xs), sorted(words), 1.5, dict(zip(words, xs)), list(enumerate(words)), {1} & set(xs), tuple(xs))
    log(functools.reduce(lambda a, b: a + b, xs), functools.reduce(lambda a, b: a * b, xs, 1.5))
    log(copy.deepcopy([xs]), copy.copy(xs), copy.deepcopy({"a": [1, "b"]}))
    named: object = dict([("a", 1), ("b", 2)], c=3)
    print(named)


def from_nothing() -> None:
    lists = [[1], [2, 3]]
    print(functools.reduce(operator.add, lists, []), functools.reduce(operator.concat, lists, []))
    flat = functools.reduce(lambda a, b: a + b, lists, [])
    flat.append(4)
    print(flat)
    print(functools.reduce(lambda a, b: a | b, [{1}, {2}], set()))
    print(functools.reduce(lambda a, b: {**a, **b}, [{1: 2}, {2: 3}], {}))
    print(functools.reduce(lambda out, x: [*out, x], [1, 2], []))
    print(fold(lambda a, b: a + b, [["x"], ["y"]], []), fold(lambda a, b: a | {b}, ["x"], set()))
    told: list[int] = fold(lambda a, b: a + b, lists, [])
    print(told, fold(lambda a, b: a + b, ["x", "y"], ""))


def main() -> None:
    objects()
    from_nothing()


if __name__ == "__main__":
    main()
