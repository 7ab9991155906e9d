"""`==` of recursive generic classes at several types."""

from __future__ import annotations
from dataclasses import dataclass, field
from typing import Generic, TypeVar, Union

T = TypeVar("T")
U = TypeVar("U")


@dataclass
class Node(Generic[T]):
    value: T
    next: Node[T] | None = None


@dataclass
class Leaf(Generic[T]):
    v: T


@dataclass
class Branch(Generic[T]):
    left: Tree[T]
    right: Tree[T]


Tree = Union[Leaf[T], Branch[T]]


@dataclass(order=True)
class Ord(Generic[T]):
    v: T
    kids: list[Ord[T]] = field(default_factory=list)


@dataclass
class M(Generic[T]):
    v: T
    kids: dict[str, M[T]] = field(default_factory=dict)
    opt: tuple[M[T], ...] = ()
    pair: tuple[M[T], int] | None = None


@dataclass
class Two(Generic[T, U]):
    a: T
    b: Two[U, T] | None = None


def rows(a: tuple[int, ...] | tuple[str, ...], b: tuple[int, ...]) -> bool:
    return a == b


def wider(a: tuple[int, ...] | tuple[str, ...] | tuple[int | str, ...], b: tuple[int | str, ...]) -> bool:
    return a == b


def lists(a: list[int] | list[str], b: list[int | str]) -> bool:
    return a == b


def main() -> None:
    print(Node(1, Node(2)) == Node("x", Node("y")), Node(1) == Node(1.0), Node(1, Node(2)) == Node(1, Node(2)))
    a: Tree[int] = Branch(Leaf(1), Leaf(2))
    b: Tree[str] = Branch(Leaf("a"), Leaf("b"))
    c: Tree[float] = Branch(Leaf(1.0), Leaf(2.0))
    print(a == b, a == c, a == Branch(Leaf(1), Leaf(2)))
    print(Ord(1, [Ord(2)]) < Ord(1, [Ord(3)]), Ord(1) == Ord("a"), Ord(1) == Ord(1.0))
    print(M(1) == M("x"), M(1, {"a": M(2)}) == M(1.0, {"a": M(2.0)}), M(1, {}, (M(2),)) == M("q"))
    print(M(1, {}, (M(2),)) == M(1.0, {}, (M(2.0),)), M(1, {}, (), (M(2), 3)) == M(1.0, {}, (), (M(2.0), 3)))
    xs: list[object] = [M(1), M("x"), Ord(1)]
    print(M(1) in xs, Ord(1) in xs, xs == [M(1), M("x"), Ord(1)])
    m: M[int | str] = M(1)
    print(m == M(1), m == M("x"), M(1) == m, m != M(2.0))
    l1: list[M[int]] = [M(1)]
    l2: list[M[str]] = [M("a")]
    print(l1 == l2, {"k": M(1)} == {"k": M("a")})
    t = Two[int, str](1, Two[str, int]("x"))
    print(t == Two[int, str](1), t, t == Two[str, int]("x"))
    print(rows((1,), (1,)), rows(("a",), (1,)), rows((1, 2), (1,)), wider((1,), (1,)), wider(("a",), ("a",)))
    print(lists([1], [1]), lists(["a"], [1]))


if __name__ == "__main__":
    main()
