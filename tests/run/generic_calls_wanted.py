# apart: an int where `float` is written makes every `float` of the image take ints
"""Type variables of a call follow from the place where its arguments alone would not fit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, Generic, TypeVar, Union

E = TypeVar("E")
T = TypeVar("T")
U = TypeVar("U")


class Shape:
    def area(self) -> int:
        return 1


class Square(Shape):
    def area(self) -> int:
        return 4


@dataclass
class Node(Generic[T]):
    value: T
    rest: list[Node[T]] = field(default_factory=list)


def leaf(v: T) -> Node[T]:
    return Node(v)


def listed(*xs: T) -> list[T]:
    return list(xs)


def pair(a: T, b: T) -> dict[str, T]:
    return {"a": a, "b": b}


def total(n: Node[Shape]) -> int:
    return n.value.area()


class Box(Generic[T]):
    def __init__(self, v: T) -> None:
        self.v = v


def word(v: T) -> Box[T]:
    return Box(v)


def ident(b: Box[T]) -> Box[T]:
    return b


J = Union[None, int, str]


class Box_m21b_context_infer_map(Generic[T]):
    def __init__(self, v: T) -> None:
        self.v = v

    def map(self, f: Callable[[T], U]) -> Box_m21b_context_infer_map[U]:
        return Box_m21b_context_infer_map(f(self.v))


SExp = Union[int, str, list["SExp"]]


def run_bi1() -> None:
    n: Node[Shape] = leaf(Square())
    shapes: list[Shape] = listed(Square(), Shape())
    d: dict[str, int | str] = pair(1, "x") if False else pair(1, 2)
    maybe: Node[int | None] = leaf(3)
    print(n.value.area(), [s.area() for s in shapes], d, maybe.value, total(leaf(Square())))
    maybe.value = None
    print(maybe)
    f: Node[float] = leaf(2)
    print(f.value, f)


def run_bidir_generic_call() -> None:
    a: Box[J] = Box(None)
    b: Box[J] = word(None)
    c: Box[J] = ident(word("x"))
    print(a.v, b.v, c.v)


def run_m21b_context_infer_map() -> None:
    b: Box_m21b_context_infer_map[list[SExp]] = Box_m21b_context_infer_map([1, "a"])
    c: Box_m21b_context_infer_map[SExp] = b.map(lambda x: x)
    d: Box_m21b_context_infer_map[int | str] = Box_m21b_context_infer_map(3).map(lambda x: x + 1)
    print(c.v, d.v)


def main() -> None:
    run_bi1()
    run_bidir_generic_call()
    run_m21b_context_infer_map()


if __name__ == "__main__":
    main()
