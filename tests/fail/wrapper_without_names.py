from collections.abc import Callable
from typing import Any


def traced(f: Callable[..., int]) -> Callable[..., int]:
    def wrapper(*args: Any) -> int:
        return f(*args)

    return wrapper


@traced
def add(a: int, b: int = 4) -> int:
    return a + b


def main() -> None:
    print(add(1, b=2))
