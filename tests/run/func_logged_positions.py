# apart: what decorated functions are called with anywhere decides what they are made for
"""Decorators whose wrapper takes `*args: Any` and nothing by name."""

from typing import Any, Callable, TypeVar
import functools


def memo(f: Callable[..., int]) -> Callable[..., int]:
    cache: dict[tuple[Any, ...], int] = {}

    @functools.wraps(f)
    def wrapper(*args: Any) -> int:
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]

    return wrapper


@memo
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@memo
def add(a: int, b: int = 4) -> int:
    print("add")
    return a + b


@memo
def size(s: str) -> int:
    return len(s)


T = TypeVar("T")


def shown(f: Callable[..., T]) -> Callable[..., T]:
    def wrapper(*args: Any) -> T:
        print("in", *args)
        r = f(*args)
        print("out", r)
        return r

    return wrapper


class C:
    def __init__(self, k: int) -> None:
        self.k = k

    @shown
    def times(self, n: int) -> int:
        return n * self.k

    def __repr__(self) -> str:
        return f"C({self.k})"


@shown
def greet(name: str, punct: str = "!") -> str:
    return name + punct


def main() -> None:
    print(fib(50), add(1, 2), add(1, 2), fib.__name__, add(1), add(1, 4), size("abc"))
    print(greet("a"), greet("b", "?"), C(3).times(4))


if __name__ == "__main__":
    main()
