"""`callable` and `isinstance(x, Callable)` of unions, of classes with `__call__`, and of names."""

from typing import Callable, Union
from collections.abc import Callable as C2


def f() -> int:
    return 1


class A:
    def __call__(self) -> int:
        return 2


class B:
    pass


class D(B):
    def __call__(self) -> int:
        return 5


Lazy = Union[int, Callable[[], int]]


def force(x: Lazy) -> int:
    if callable(x):
        return x()
    return x


def force2(x: int | Callable[[], int] | None) -> int:
    if not callable(x):
        return -1 if x is None else x
    return x()


def force3(x: str | A) -> str:
    return str(x()) if callable(x) else x


def force4(b: B) -> int:
    if callable(b):
        return 1
    return 0


def force5(x: int | C2[[], int]) -> int:
    if isinstance(x, C2):
        return x()
    return x


class Node:
    def __init__(self, v: int | Callable[[], int]) -> None:
        self.v = v

    def get(self) -> int:
        v = self.v
        return v() if callable(v) else v


def main() -> None:
    print(
        callable(f),
        callable(A()),
        callable(B()),
        callable(A),
        callable(3),
        callable(len),
        callable(int),
        callable(print),
        callable(lambda: 1),
    )
    print(
        force(3),
        force(f),
        force(lambda: 8),
        force2(None),
        force2(4),
        force2(f),
        force3("a"),
        force3(A()),
        force4(B()),
        force4(D()),
    )
    print(force5(3), force5(f), Node(4).get(), Node(f).get(), Node(A().__call__).get())
    k = B
    print(callable(k), callable("a".upper), [callable(x) for x in (1, f)])


if __name__ == "__main__":
    main()
