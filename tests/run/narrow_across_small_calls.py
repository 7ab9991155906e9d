# apart: what programs assign, and what instances generic classes have, is asked of all of the image
"""Facts across calls: small functions that only pass values around end none, those that may store end theirs."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


class Node:
    def __init__(self) -> None:
        self.left: Node | None = None


class Table:
    def __init__(self, node: Node) -> None:
        self.node = node

    def __setitem__(self, key: str, value: int) -> None:
        self.node.left = None

    def __delitem__(self, key: str) -> None:
        self.node.left = None

    def __enter__(self) -> Table:
        self.node.left = None
        return self

    def __exit__(self, *args: object) -> None:
        pass


def store(t: Table) -> None:
    t["a"] = 1


def drop(t: Table) -> None:
    del t["a"]


def enter(t: Table) -> None:
    with t:
        pass


def both(t: Table) -> int:
    n, t["a"] = 1, 2
    return n


def look(n: Node) -> bool:
    return n.left is not None


@dataclass
class Leaf:
    key: int
    left: Leaf | None = None
    right: Leaf | None = None
    height: int = 1


class Tree:
    def __init__(self) -> None:
        self.root: Leaf | None = None
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def __setitem__(self, key: int, value: int) -> None:
        self.root = self.insert(self.root, key)

    def __iter__(self) -> Iterator[int]:
        leaf, self.root = self.root, None
        while leaf is not None:
            yield leaf.key
            leaf.left, leaf = None, leaf.right

    @property
    def height(self) -> int:
        return height(self.root)

    def insert(self, leaf: Leaf | None, key: int) -> Leaf:
        if leaf is None:
            self._size += 1
            return Leaf(key)
        if key < leaf.key:
            leaf.left = self.insert(leaf.left, key)
        else:
            leaf.right = self.insert(leaf.right, key)
        leaf.height = 1 + max(height(leaf.left), height(leaf.right))
        if height(leaf.left) - height(leaf.right) > 1:
            assert leaf.left is not None
            if height(leaf.left.left) < height(leaf.left.right):
                leaf.left = self.rotated(leaf.left)
        return leaf

    def rotated(self, leaf: Leaf) -> Leaf:
        pivot = leaf.right
        assert pivot
        leaf.right, pivot.left = pivot.left, leaf
        return pivot


def height(leaf: Leaf | None) -> int:
    return leaf.height if leaf else 0


def trees() -> None:
    tree = Tree()
    for key in (9, 3, 5, 1, 7):
        tree[key] = key
    print(len(tree), tree.height, tree.root)
    assert tree.root is not None
    keys = list(tree)
    try:
        print(tree.root.key)
    except AttributeError as error:
        print(keys, error)


def main() -> None:
    trees()
    node = Node()
    table = Table(node)
    for call in (1, 2, 3, 4):
        node.left = Node()
        assert node.left is not None
        try:
            if look(node):
                print(node.left.left)
            if call == 1:
                store(table)
            elif call == 2:
                drop(table)
            elif call == 3:
                enter(table)
            else:
                both(table)
            print(node.left.left)
        except AttributeError as e:
            print(e)


if __name__ == "__main__":
    main()
