"""nested decorators"""
from __future__ import annotations
import sys
from functools import wraps, cache
from contextlib import contextmanager
from collections.abc import Callable, Iterator

def twice(fn: Callable[[int], int]) -> Callable[[int], int]:
    @wraps(fn)
    def inner(n: int) -> int:
        return fn(fn(n))
    return inner

def main() -> int:
    handlers: dict[str, Callable[[int], int]] = {}
    def register(name: str) -> Callable[[Callable[[int], int]], Callable[[int], int]]:
        def deco(fn: Callable[[int], int]) -> Callable[[int], int]:
            handlers[name] = fn
            return fn
        return deco

    @register("inc")
    def inc(n: int) -> int:
        return n + 1

    @register("dbl")
    @twice
    def dbl(n: int) -> int:
        return n * 2

    print({k: f(3) for k, f in handlers.items()}, inc(1), dbl(1))

    @cache
    def fib(n: int) -> int:
        return n if n < 2 else fib(n-1) + fib(n-2)
    print(fib(50))

    @contextmanager
    def block(name: str) -> Iterator[int]:
        print("enter", name)
        yield 3
        print("exit", name)
    with block("a") as x:
        print(x)
    return 0

if __name__ == "__main__":
    sys.exit(main())
