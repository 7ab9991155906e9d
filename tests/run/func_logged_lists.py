# apart: what decorated functions are called with anywhere decides what they are made for
# Decorated functions in lists and dicts, called in several forms.
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

@logged
def add(a: int, b: int = 2) -> int:
    return a + b

@logged
def sub(a: int, b: int = 2) -> int:
    return a - b

def main() -> int:
    fs = [add, sub]
    for f in fs:
        print(f(1), f(1, 2))
    print(add(*(1, 2)))
    print(fs[0](4))
    ops: dict[str, Callable[..., int]] = {"add": add, "sub": sub}
    print(ops["add"](5), ops["sub"](5, b=1), ops["add"](a=1))
    total = 0
    for f in (add, sub):
        total += f(total)
    print(total)
    return 0


if __name__ == "__main__":
    sys.exit(main())
