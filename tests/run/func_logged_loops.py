# apart: what decorated functions are called with anywhere decides what they are made for
# Decorators that walk over their arguments and test what they are.
import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar
P = ParamSpec("P")
R = TypeVar("R")
def noisy(f: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(f)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        for a in args:
            if isinstance(a, str) and a.startswith("x"):
                print("x-arg", a)
            elif isinstance(a, int):
                print("int", a)
        for k in kwargs:
            print(k, kwargs[k])
        if args and kwargs:
            print("both", args[0])
        if "b" in kwargs:
            print("has b", kwargs.get("b"), kwargs.get("zz"))
        return f(*args, **kwargs)
    return wrapper

@noisy
def add(a: int, b: int = 2) -> int:
    return a + b

@noisy
def cat(a: str, b: str = "q", n: int = 1) -> str:
    return (a + b) * n

@noisy
def nothing() -> None:
    print("nothing")

@noisy
def maybe(a: int | None = None, *, b: list[int] | None = None) -> str:
    return f"{a} {b}"

@noisy
def flt(x: float, y: float = 1.0) -> float:
    return x + y

def main() -> int:
    print(add(1), add(1, 2), add(a=3), add(a=1, b=3))
    print(cat("xy"), cat("a", n=2), cat(b="k", a="m"))
    nothing()
    print(maybe(), maybe(None), maybe(3), maybe(b=[1]), maybe(3, b=None))
    print(flt(1), flt(1.5), flt(2, y=3))
    return 0


if __name__ == "__main__":
    sys.exit(main())
