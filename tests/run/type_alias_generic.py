# apart: an int where `float` is written makes every `float` of the image take ints
from __future__ import annotations
import sys
from collections.abc import Callable
from typing import Optional, ParamSpec, TypeAlias, TypeVar, Union

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
P = ParamSpec("P")
Row = list[T]
Table: TypeAlias = dict[K, list[T]]
Pair = tuple[T, T]
Maybe = Optional[T]
Fn = Callable[[T], T]
Result = Union[tuple[str, T], tuple[int, V]]
Tree = dict[K, "list[V]"]
Wrapper = Callable[[Callable[P, T]], Callable[P, T]]


def first(r: Row[int]) -> int:
    return r[0]


def last(r: Row[T]) -> T:
    return r[-1]


def tab(t: Table[str, int]) -> int:
    return sum(sum(v) for v in t.values())


def swap(p: Pair[T]) -> Pair[T]:
    return p[1], p[0]


def maybe(x: Maybe[int]) -> int:
    return 0 if x is None else x


def app(f: Fn[str], s: str) -> str:
    return f(s)


def tree(t: Tree[str, float]) -> float:
    return sum(sum(v) for v in t.values())


class Box:
    rows: Row[Pair[str]]

    def __init__(self) -> None:
        self.rows = []
        self.index: Table[int, str] = {}


def loud() -> Wrapper[P, T]:
    def deco(fn: Callable[P, T]) -> Callable[P, T]:
        def inner(*args: P.args, **kwargs: P.kwargs) -> T:
            print("loud")
            return fn(*args, **kwargs)
        return inner
    return deco


def main() -> int:
    box = Box()
    box.rows.append(("a", "b"))
    box.index[3] = ["x"]
    table: Table[str, int] = {"a": [1, 2]}
    print(first([4]), last(["p", "q"]), tab(table), swap((1, 2)), swap(("x", "y")), maybe(None), maybe(3))
    print(app(lambda t: t * 2, "q"), tree({"a": [1.5, 2.0]}), box.rows, box.index)
    return 0


if __name__ == "__main__":
    sys.exit(main())
