"""Tuples of known length where a `tuple[T, ...]` is asked for: conditional ones, and defaults that name classes."""
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

A = ParamSpec("A")
B = TypeVar("B")


def retry(times: int, kinds: tuple[type[Exception], ...] = (ValueError, KeyError)) -> Callable[[Callable[A, B]], Callable[A, B]]:
    def deco(fn: Callable[A, B]) -> Callable[A, B]:
        @wraps(fn)
        def inner(*args: A.args, **kwargs: A.kwargs) -> B:
            for attempt in range(times):
                try:
                    return fn(*args, **kwargs)
                except kinds as err:
                    print("attempt", attempt, err)
            raise RuntimeError("gave up")

        return inner

    return deco


calls = 0


@retry(3)
def flaky(limit: int) -> str:
    global calls
    calls += 1
    if calls < limit:
        raise ValueError(f"call {calls}")
    return "ok"


class Rows:
    def __init__(self, *rows: tuple[int, ...]) -> None:
        self.rows = rows

    def map(self, f: Callable[[tuple[int, ...]], str]) -> list[str]:
        return [f(r) for r in self.rows]


def words(xs: list[tuple[str, ...]], f: Callable[[tuple[str, ...]], B]) -> list[B]:
    return [f(x) for x in xs]


def f(c: bool, xs: tuple[int, ...]) -> tuple[int, ...]:
    x: tuple[int, ...] = (1, 2) if c else xs
    y: tuple[float, ...] = (1.0,) if c else (1.0, 2.0)
    z = [1] if c else []
    print(x, y, z)
    return (1, 2, 3) if c else ()


def main() -> None:
    print(flaky(3), words([("a", "b"), ()], "-".join), Rows((1, 2), ()).map(str))
    print(f(True, (4,)), f(False, (5, 6)))


if __name__ == "__main__":
    main()
