"""Decorators: tracing, retry with exceptions, memo with a limit, registration, order of two, arguments, on methods, counted calls."""
from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps

trace: list[str] = []
COMMANDS: dict[str, Callable[[int], int]] = {}


def traced(fn: Callable[[int], int]) -> Callable[[int], int]:
    @wraps(fn)
    def wrapper(n: int) -> int:
        trace.append(f"({n}")
        try:
            return fn(n)
        finally:
            trace.append(")")

    return wrapper


def retry(times: int) -> Callable[[Callable[[int], int]], Callable[[int], int]]:
    def decorate(fn: Callable[[int], int]) -> Callable[[int], int]:
        def wrapper(n: int) -> int:
            for attempt in range(times):
                try:
                    return fn(n + attempt)
                except ValueError as error:
                    trace.append(f"{attempt}:{error}")
            raise RuntimeError(f"failed {times} times")

        return wrapper

    return decorate


def scaled(factor: int, offset: int = 0) -> Callable[[Callable[[int], int]], Callable[[int], int]]:
    return lambda fn: lambda n: fn(n) * factor + offset


def command(fn: Callable[[int], int]) -> Callable[[int], int]:
    COMMANDS[f"cmd{len(COMMANDS)}"] = fn
    return fn


@traced
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@retry(3)
def even_only(n: int) -> int:
    if n % 4:
        raise ValueError(n)
    return n // 4


@scaled(10)
@scaled(2, offset=1)
def plain(n: int) -> int:
    return n


@command
@scaled(3)
def triple(n: int) -> int:
    return n


@command
def same(n: int) -> int:
    return n


@lru_cache(maxsize=2)
def slow(n: int) -> int:
    trace.append(f"slow{n}")
    return n * n


def main() -> None:
    print(fib(3), "".join(trace))
    trace.clear()
    print(even_only(2), even_only(4), trace)
    try:
        even_only(1)
        even_only(-11)
    except RuntimeError as error:
        print(error)
    trace.clear()
    print(plain(5), {name: fn(7) for name, fn in COMMANDS.items()})
    print([slow(n) for n in (1, 2, 1, 3, 2, 1)], trace, slow.cache_info())
    slow.cache_clear()
    print(slow(1), slow.cache_info().currsize)

    def twice(fn: Callable[[str], str]) -> Callable[[str], str]:
        return lambda s: fn(fn(s))

    @twice
    @twice
    def bang(s: str) -> str:
        return s + "!"

    print(bang("hey"))
