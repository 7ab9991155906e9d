from collections.abc import Callable


def one(a: int) -> int:
    return a


def two(a: int, b: int) -> int:
    return a + b


def named(f: Callable[..., int]) -> int:
    return f(a=1)


def spread(f: Callable[..., int], *xs: int) -> int:
    return f(*xs)


def main() -> None:
    kept: Callable[[int], int] = one if named(one) else abs
    print(named(kept))
    print(named(two), spread(two, 1), spread(lambda a, **b: a + len(b), 1))
    print(spread(lambda a, *, b=2: a + b, 1))
    alone: Callable[..., int] = lambda a: a
    print(alone is one)
