# apart: an int where `float` is written makes every `float` of the image take ints
"""Ints that reduce and accumulate give to functions of floats stay ints."""

from functools import partial, reduce
from itertools import accumulate
from typing import Callable, TypeVar

T = TypeVar("T")


def add(a: float, b: float) -> float:
    return a + b


def add_rf3(a: float, b: float) -> float:
    return a + b


def double(a: float) -> float:
    return a * 2


def add_rf6(a: float, b: float) -> float:
    return a + b


def fold(f: Callable[[T, T], T], xs: list[T]) -> T:
    out = xs[0]
    for x in xs[1:]:
        out = f(out, x)
    return out


def add_rf7(a: float, b: float) -> float:
    return a + b


def key(a: float) -> float:
    return a


def add_rf9(a: float, b: float) -> float:
    return a + b


def run_rf2() -> None:
    xs = [1, 2]
    print(reduce(add, xs))


def run_rf3() -> None:
    print(reduce(add_rf3, [1, 2, 3], 0))


def run_rf5() -> None:
    print(list(map(double, [1, 2])))


def run_rf6() -> None:
    print(list(accumulate([1, 2, 3], add_rf6)))


def run_rf7() -> None:
    print(fold(add_rf7, [1, 2]))


def run_rf8() -> None:
    print(max([1, 2], key=key), sorted([2, 1], key=key), key(3))


def run_rf9() -> None:
    p = partial(add_rf9, 1)
    print(p(2))


def main() -> None:
    run_rf2()
    run_rf3()
    run_rf5()
    run_rf6()
    run_rf7()
    run_rf8()
    run_rf9()


if __name__ == "__main__":
    main()
