from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def logged(f: Callable[P, R]) -> Callable[P, R]:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        print(args, kwargs)
        return f(*args, **kwargs)

    return wrapper


@logged
def add(a: int, b: int = 2) -> int:
    return a + b


class Base:
    def run(self, n: int, times: int = 1) -> int:
        return n * times


class Derived(Base):
    @logged
    def run(self, n: int, times: int = 1) -> int:
        return n * times + 1


def total(given: list[int]) -> int:
    b: Base = Derived()
    return add(*given) + b.run(1)
