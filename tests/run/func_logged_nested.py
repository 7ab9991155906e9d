# Functions inside wrappers that look at their arguments; stacked in both orders; of nested functions.
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar
P = ParamSpec("P")
R = TypeVar("R")
def outer(f: Callable[P, R]) -> Callable[P, R]:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        def attempt() -> R:
            print("try", args, kwargs)
            return f(*args, **kwargs)
        run = [lambda: f(*args, **kwargs)]
        print(len(args))
        if len(args) > 1:
            return run[0]()
        return attempt()
    return wrapper
def inner(f: Callable[P, R]) -> Callable[P, R]:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return f(*args, **kwargs)
        finally:
            print("done", *args, *kwargs)
    return wrapper
@outer
@inner
def add(a: int, b: int = 2) -> int:
    return a + b
@inner
@outer
def mul(a: int, b: int = 2) -> int:
    return a * b
def main() -> int:
    print(add(1), add(1, 5), add(b=1, a=2))
    print(mul(1), mul(1, 5), mul(b=1, a=2))
    for i in range(2):
        @outer
        def step(n: int, k: int = i) -> int:
            return n + k
        print(step(1), step(1, k=9))
    return 0


if __name__ == "__main__":
    sys.exit(main())
