"""The operators of numbers by the names of their methods, as functions."""

from functools import reduce
from collections.abc import Callable

OPS: dict[str, Callable[[int, int], int]] = {
    "+": int.__add__,
    "-": int.__sub__,
    "*": int.__mul__,
    "//": int.__floordiv__,
}
CMP: dict[str, Callable[[int, int], bool]] = {"<": int.__lt__, ">=": int.__ge__, "=": int.__eq__}
F = [float.__add__, float.__mul__]


def main() -> None:
    print(reduce(int.__add__, [1, 2, 3]))
    print(reduce(int.__mul__, range(1, 6), 1), reduce(int.__xor__, [1, 2, 3]))
    print(list(map(int.__add__, [1, 2], [3, 4])), list(map(int.__neg__, [1, 2])))
    g = int.__mul__
    print(g(3, 4), int.__add__(2, 3), float.__add__(2.5, 1.0), int.__truediv__(7, 2), int.__pow__(2, 3))
    print(OPS["+"](3, 4), OPS["-"](3, 4), OPS["//"](7, 2), CMP["<"](1, 2), CMP[">="](1, 2), CMP["="](2, 2))
    print(F[0](1.5, 2.5), F[1](2.0, 3.0))
    h: Callable[[int, int], int] = int.__sub__ if g(1, 2) > 1 else int.__add__
    print(h(5, 3))
    local = {"a": int.__add__, "b": int.__sub__}
    print(
        [f(5, 2) for f in local.values()],
        int.__abs__(-4),
        list(map(int.__str__, [1, 2])),
        list(map(float.__int__, [1.5])),
    )

    def apply(f: Callable[[int, int], int], a: int, b: int) -> int:
        return f(a, b)

    print(apply(int.__and__, 6, 3), apply(int.__or__, 6, 3), int.__lt__(1, 2), float.__lt__(1.0, 0.5))
    print(g.__name__)
    try:
        OPS["//"](1, 0)
    except ZeroDivisionError as e:
        print(e)


if __name__ == "__main__":
    main()
