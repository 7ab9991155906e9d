# alone: operations on Any are chosen among all that a program makes objects of
"""Loops over tables of lambdas that say no type."""

import operator
from enum import Enum


class Op(Enum):
    ADD = 1
    SUB = 2


def run(n: int) -> list[int]:
    return [f(n) for f in (lambda x: x + n, lambda x: x - n)]


def rows() -> None:
    for name, op in (("+", lambda x, y: x + y), ("*", lambda x, y: x * y), ("-", operator.sub)):
        print(name, op(1, 2), op(3, 4))
    for i, (n, text) in enumerate([(1, lambda s: s.upper()), (2, lambda s: s[::-1])]):
        print(i, n, text("abc"))
    for m, apply in [(Op.ADD, lambda a, b: a + b), (Op.SUB, lambda a, b: a - b)]:
        print(m.name, apply(5, 3))
    for label, test in (("even", lambda n: n % 2 == 0), ("big", lambda n: n > 2)):
        print(label, [n for n in range(5) if test(n)])


def named() -> None:
    ops = [("neg", lambda x: -x), ("sq", lambda x: x * x)]
    for name, f in ops:
        print(name, f(3))
    print([(name, f(2)) for name, f in ops])
    powers = [lambda x, k=k: x**k for k in range(4)]
    print([f(3) for f in powers], powers[2](5), len(powers))


def comprehensions() -> None:
    print([f(2) for f in [lambda x, k=k: x**k for k in range(4)]])
    print([f(2) for f in [lambda x: x + k for k in range(4)]])
    print({f(2) for f in [lambda x: x, lambda x: x * 2]}, run(4))
    print(sum(f(5) for f in (lambda x: x, lambda x: x * 2)))
    print([(n, f(10)) for n, f in zip([1, 2], [lambda x: x - 1, lambda x: x // 3])])


def loops() -> None:
    total = 0
    for step in [lambda x: x + 1, lambda x: x * 10]:
        print(step(total))
    for step in reversed([lambda x: x + 1, lambda x: x * 10]):
        total += 1
        print(step(total))
    print(total)
    for name, late in (("late", lambda: total), ("x", lambda: 2)):
        print(name, late())


def main() -> None:
    rows()
    named()
    comprehensions()
    loops()


if __name__ == "__main__":
    main()
