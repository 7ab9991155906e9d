"""Overridden methods with type parameters of their own, or with parameters of a protocol: each use has its slot."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

R = TypeVar("R")
T = TypeVar("T")
U = TypeVar("U")


class Node(ABC):
    @abstractmethod
    def accept(self, visitor: Visitor[R]) -> R: ...

    def fold(self, start: T, step: Callable[[T, str], T]) -> T:
        return step(start, type(self).__name__)


class Leaf(Node):
    def __init__(self, value: int) -> None:
        self.value = value

    def accept(self, visitor: Visitor[R]) -> R:
        return visitor.leaf(self)


class Pair(Node):
    def __init__(self, left: Node, right: Node) -> None:
        self.left = left
        self.right = right

    def accept(self, visitor: Visitor[R]) -> R:
        return visitor.pair(self)

    def fold(self, start: U, step: Callable[[U, str], U]) -> U:
        return step(self.right.fold(self.left.fold(start, step), step), "Pair")


class Named(Pair):
    def __init__(self, name: str, left: Node, right: Node) -> None:
        super().__init__(left, right)
        self.name = name

    def fold(self, start: T, step: Callable[[T, str], T]) -> T:
        return step(super().fold(start, step), self.name)


class Visitor(ABC, Generic[R]):
    @abstractmethod
    def leaf(self, node: Leaf) -> R: ...

    @abstractmethod
    def pair(self, node: Pair) -> R: ...


class Sum(Visitor[int]):
    def leaf(self, node: Leaf) -> int:
        return node.value

    def pair(self, node: Pair) -> int:
        return node.left.accept(self) + node.right.accept(self)


class Text(Visitor[str]):
    def leaf(self, node: Leaf) -> str:
        return str(node.value)

    def pair(self, node: Pair) -> str:
        return f"({node.left.accept(self)}, {node.right.accept(self)})"


class Depths(Visitor[list[int]]):
    def leaf(self, node: Leaf) -> list[int]:
        return [0]

    def pair(self, node: Pair) -> list[int]:
        return [d + 1 for d in node.left.accept(self) + node.right.accept(self)]


class Store:
    def __init__(self) -> None:
        self.items: list[int] = []

    def add_all(self, items: Iterable[int]) -> int:
        for item in items:
            self.items.append(item)
        return len(self.items)

    def apply(self, f: Callable[[int], T], items: Iterable[int]) -> list[T]:
        return [f(item) for item in items]


class Evens(Store):
    def add_all(self, items: Iterable[int]) -> int:
        return super().add_all(item for item in items if item % 2 == 0)

    def apply(self, f: Callable[[int], T], items: Iterable[int]) -> list[T]:
        return super().apply(f, [2 * item for item in items])


def show(node: Node) -> None:
    print(node.accept(Sum()), node.accept(Text()), node.accept(Depths()))
    print(node.fold(0, lambda total, name: total + len(name)), node.fold("", lambda text, name: text + name[0]))


def main() -> int:
    tree = Named("root", Pair(Leaf(1), Leaf(2)), Pair(Leaf(3), Pair(Leaf(4), Leaf(5))))
    show(tree)
    show(Leaf(7))
    visitors: list[Visitor[str]] = [Text(), Text()]
    print([tree.accept(v) for v in visitors])
    stores: list[Store] = [Store(), Evens()]
    for store in stores:
        print(store.add_all([1, 2, 3]), store.add_all(range(6)), store.add_all({8: 1, 9: 2}), store.items)
        print(store.apply(str, [1, 2]), store.apply(lambda x: x / 2, (3,)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
