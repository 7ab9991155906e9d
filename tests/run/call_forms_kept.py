# apart: what `Callable[..., R]` is given is followed through all of an image, in one more reading
"""Callable[..., R] kept by objects: retry, memo, pipelines."""

from collections.abc import Callable
from typing import Any


def retry(func: Callable[..., int], *args: Any, times: int = 3) -> int:
    for i in range(times):
        try:
            return func(*args)
        except ValueError as e:
            print("retry", i, e)
    return -1


class Memo:
    def __init__(self, f: Callable[..., int]) -> None:
        self.f = f
        self.cache: dict[tuple[int, ...], int] = {}
    def __call__(self, *args: int) -> int:
        if args not in self.cache:
            self.cache[args] = self.f(*args)
        return self.cache[args]


@Memo
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@Memo
def binom(n: int, k: int) -> int:
    return 1 if k in (0, n) else binom(n - 1, k - 1) + binom(n - 1, k)


def pipeline(*fs: Callable[..., float]) -> Callable[[float], float]:
    def run(x: float) -> float:
        for f in fs:
            x = f(x)
        return x
    return run


def half(x: float) -> float:
    return x / 2


def plus(x: float, n: float = 1.0) -> float:
    return x + n


state = [0]


def flaky(n: int) -> int:
    state[0] += 1
    if state[0] < n:
        raise ValueError(f"no {state[0]}")
    return state[0]


def apply_all(fs: dict[str, Callable[..., float]], a: float, b: float) -> None:
    for k, f in fs.items():
        print(k, f(a, b) if k != "half" else f(a))


def main() -> None:
    print(retry(flaky, 3), retry(lambda: 5), retry(lambda a, b: a + b, 1, 2))
    print(fib(30), binom(10, 3))
    print(pipeline(half, plus)(3.0))
    apply_all({"plus": plus, "half": half, "sub": lambda a, b: a - b}, 3.0, 2.0)


if __name__ == "__main__":
    main()
