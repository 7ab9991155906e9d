from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def timeout(f: Callable[P, R]) -> Callable[P, R]:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        kwargs.setdefault("timeout", 3)
        return f(*args, **kwargs)

    return wrapper


@timeout
def ask(name: str, timeout: int = 1) -> str:
    return f"{name} {timeout}"
