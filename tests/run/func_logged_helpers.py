# A wrapper gives its args and kwargs to a function of the program.
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar
P = ParamSpec("P")
R = TypeVar("R")
def shown(args: tuple[object, ...], opts: dict[str, object]) -> str:
    return ", ".join([repr(a) for a in args] + [f"{k}={v!r}" for k, v in opts.items()])
def logged(f: Callable[P, R]) -> Callable[P, R]:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        print(shown(args, kwargs), shown(args, opts=dict(kwargs)))
        return f(*args, **kwargs)
    return wrapper
@logged
def add(a: int, b: str = "q") -> str:
    return str(a) + b
def main() -> int:
    print(add(1), add(1, "z"), add(2, b="w"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
