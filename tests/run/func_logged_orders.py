# apart: what decorated functions are called with anywhere decides what they are made for
# Decorators that look at their arguments: order of evaluation, stars, special methods, recursion.
import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar
P = ParamSpec("P")
R = TypeVar("R")
def logged(f: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(f)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        print(f.__name__, args, kwargs)
        return f(*args, **kwargs)
    return wrapper

side: list[str] = []
def val(n: int, name: str) -> int:
    side.append(name)
    return n

@logged
def f3(a: int, b: int, c: int = 0, *, d: int = 4) -> str:
    return f"{a}{b}{c}{d}"

@logged
def kw(**opts: int) -> int:
    return sum(opts.values())

@logged
def rest(first: str, *more: int, last: str = "z") -> str:
    return f"{first}{more}{last}"

@logged
def mutable(x: list[int]) -> None:
    x.append(1)

@logged
def rec(n: int, acc: int = 1) -> int:
    return acc if n <= 1 else rec(n - 1, acc=acc * n)

def indirect(g: Callable[[int, int], str]) -> str:
    return g(1, 2)

class K:
    count = 0
    @logged
    def __init__(self, n: int, m: int = 2) -> None:
        self.n = n + m
    @logged
    def __call__(self, x: int, y: int = 1) -> int:
        return x + y
    @logged
    def __getitem__(self, i: int) -> int:
        return i * 2
    def __repr__(self) -> str:
        return "K"

def main() -> int:
    print(f3(val(1, "a"), c=val(3, "c"), b=val(2, "b")), side)
    print(f3(1, 2, d=5, c=6), f3(d=1, a=2, b=3))
    print(kw(), kw(a=1), kw(z=1, a=2))
    print(rest("q"), rest("q", 1, 2), rest("q", 1, last="l"), rest(first="w"))
    xs: list[int] = []
    mutable(xs)
    mutable(x=xs)
    print(xs)
    print(rec(4), rec(3, 2))
    print(indirect(f3))
    k = K(1)
    k2 = K(1, m=3)
    print(k.n, k2.n, k(1), k(1, 2), k(x=4), k[3])
    fs = {"f3": f3}
    print(fs["f3"](7, 8))
    t = (1, 2, 3)
    print(f3(*t), f3(*t[:2]))
    later = [lambda: rec(2), lambda: rec(2, acc=5)]
    print([g() for g in later])
    return 0


if __name__ == "__main__":
    sys.exit(main())
