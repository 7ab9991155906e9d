# What a wrapper sees of its arguments: items, slices, texts, comparisons, hashes.
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar
P = ParamSpec("P")
R = TypeVar("R")
def probe(f: Callable[P, R]) -> Callable[P, R]:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        print(*args, sep="|")
        print(args == (1,), args != (1, 2), bool(args), bool(kwargs), not kwargs)
        print(f"{args!r:>12}|{len(kwargs):02d}|{str(args)}|{kwargs!s}")
        try:
            print(args[-1], args[1], args[0:1], args[::-1])
        except IndexError as e:
            print("IndexError", e)
        print(1 in args, "b" in kwargs, hash(args) == hash(args), list(kwargs.values()), {**kwargs})
        print(tuple(sorted(kwargs)), args + (0,), args * 2, max([len(args), len(kwargs)]))
        for i, (k, v) in enumerate(kwargs.items()):
            print(i, k, v)
        first, *others = [*args, *kwargs.values()]
        print(first, others)
        return f(*args, **kwargs)
    return wrapper
@probe
def add(a: int, b: int = 2, *, c: str = "c") -> str:
    return f"{a + b}{c}"
def main() -> int:
    print(add(1), add(1, 2), add(a=1), add(3, b=4), add(1, c="z"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
