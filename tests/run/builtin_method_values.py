"""Methods of builtin classes as values: each equals itself alone, and has its own name; those of `operator` too."""
from collections.abc import Callable
import operator

FILTERS: dict[str, Callable[[str], str]] = {
    "upper": str.upper,
    "strip": str.strip,
    "quote": lambda s: f'"{s}"',
}
OPS: list[Callable[[int, int], int]] = [operator.add, operator.mul, max, min, pow]


def twice(s: str) -> str:
    return s * 2


def show(f: Callable[[str], str]) -> str:
    return f"{f.__name__}: {f('ab')}"


A: list[Callable[[str], str]] = [str.upper, str.lower, str.upper]


def main() -> None:
    for f in [*FILTERS.values(), twice]:
        print(f.__name__, f(" ab "))
    print(show(twice), show(str.upper), show("-".join))
    for g in OPS:
        print(g.__name__, g(2, 3))
    u: Callable[[str], str] = str.upper
    lower: Callable[[str], str] = str.lower
    print(u == lower, u == str.upper, A[0] == A[1], A[0] == A[2], A.index(str.lower))


if __name__ == "__main__":
    main()
