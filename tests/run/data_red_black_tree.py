"""A red-black tree as a generic mapping: insertion, deletion, ranges, an invariant checker and a set built on top."""
from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from typing import Generic, Optional, Protocol, TypeVar


class Comparable(Protocol):
    def __lt__(self, other: object, /) -> bool: ...


K = TypeVar("K", int, str)
V = TypeVar("V")
RED, BLACK = True, False


class Node(Generic[K, V]):
    __slots__ = ("key", "value", "color", "left", "right", "parent")

    def __init__(self, key: K, value: V, parent: Optional[Node[K, V]] = None) -> None:
        self.key: K = key
        self.value: V = value
        self.color = RED
        self.left: Optional[Node[K, V]] = None
        self.right: Optional[Node[K, V]] = None
        self.parent: Optional[Node[K, V]] = parent


class TreeMap(Generic[K, V]):
    def __init__(self, items: Iterable[tuple[K, V]] = ()) -> None:
        self.root: Optional[Node[K, V]] = None
        self.size = 0
        for key, value in items:
            self[key] = value

    def __len__(self) -> int:
        return self.size

    def _find(self, key: K) -> Optional[Node[K, V]]:
        node = self.root
        while node is not None and node.key != key:
            node = node.left if key < node.key else node.right
        return node

    def __getitem__(self, key: K) -> V:
        node = self._find(key)
        if node is None:
            raise KeyError(key)
        return node.value

    def __contains__(self, key: K) -> bool:
        return self._find(key) is not None

    def __setitem__(self, key: K, value: V) -> None:
        parent: Optional[Node[K, V]] = None
        node = self.root
        while node is not None:
            if key == node.key:
                node.value = value
                return
            parent, node = node, node.left if key < node.key else node.right
        fresh = Node(key, value, parent)
        if parent is None:
            self.root = fresh
        elif key < parent.key:
            parent.left = fresh
        else:
            parent.right = fresh
        self.size += 1
        self._fix_insert(fresh)

    def _rotate(self, pivot: Node[K, V], left: bool) -> None:
        child = pivot.right if left else pivot.left
        assert child is not None
        if left:
            pivot.right = child.left
            if child.left is not None:
                child.left.parent = pivot
            child.left = pivot
        else:
            pivot.left = child.right
            if child.right is not None:
                child.right.parent = pivot
            child.right = pivot
        self._replace(pivot, child)
        pivot.parent = child

    def _replace(self, old: Node[K, V], new: Optional[Node[K, V]]) -> None:
        if old.parent is None:
            self.root = new
        elif old is old.parent.left:
            old.parent.left = new
        else:
            old.parent.right = new
        if new is not None:
            new.parent = old.parent

    def _fix_insert(self, node: Node[K, V]) -> None:
        while (parent := node.parent) is not None and parent.color is RED:
            grand = parent.parent
            assert grand is not None
            on_left = parent is grand.left
            uncle = grand.right if on_left else grand.left
            if uncle is not None and uncle.color is RED:
                parent.color = uncle.color = BLACK
                grand.color = RED
                node = grand
                continue
            if node is (parent.right if on_left else parent.left):
                self._rotate(parent, left=on_left)
                node, parent = parent, node
            parent.color, grand.color = BLACK, RED
            self._rotate(grand, left=not on_left)
        if self.root is not None:
            self.root.color = BLACK

    def __delitem__(self, key: K) -> None:
        node = self._find(key)
        if node is None:
            raise KeyError(key)
        self.size -= 1
        if node.left is not None and node.right is not None:
            follower = node.right
            while follower.left is not None:
                follower = follower.left
            node.key, node.value = follower.key, follower.value
            node = follower
        child = node.left if node.left is not None else node.right
        if child is not None:
            child.color = BLACK
            self._replace(node, child)
            return
        if node.color is BLACK:
            self._fix_delete(node)
        self._replace(node, None)

    def _fix_delete(self, node: Node[K, V]) -> None:
        while node.parent is not None:
            parent = node.parent
            on_left = node is parent.left
            sibling = parent.right if on_left else parent.left
            assert sibling is not None
            if sibling.color is RED:
                sibling.color, parent.color = BLACK, RED
                self._rotate(parent, left=on_left)
                continue
            near, far = (sibling.left, sibling.right) if on_left else (sibling.right, sibling.left)
            if far is not None and far.color is RED:
                sibling.color, parent.color, far.color = parent.color, BLACK, BLACK
                self._rotate(parent, left=on_left)
                return
            if near is not None and near.color is RED:
                near.color, sibling.color = BLACK, RED
                self._rotate(sibling, left=not on_left)
                continue
            sibling.color = RED
            if parent.color is RED:
                parent.color = BLACK
                return
            node = parent

    def items(self, low: Optional[K] = None, high: Optional[K] = None) -> Iterator[tuple[K, V]]:
        def walk(node: Optional[Node[K, V]]) -> Iterator[tuple[K, V]]:
            if node is None:
                return
            if low is None or low < node.key:
                yield from walk(node.left)
            if (low is None or not node.key < low) and (high is None or node.key < high):
                yield node.key, node.value
            if high is None or node.key < high:
                yield from walk(node.right)

        return walk(self.root)

    def __iter__(self) -> Iterator[K]:
        return (key for key, _ in self.items())

    def black_height(self) -> int:
        def check(node: Optional[Node[K, V]]) -> int:
            if node is None:
                return 1
            for child in (node.left, node.right):
                assert child is None or child.parent is node, "parent link"
                assert not (node.color and child is not None and child.color), "two reds"
            left, right = check(node.left), check(node.right)
            assert left == right, "black heights differ"
            return left + (node.color is BLACK)

        return check(self.root)


def main() -> None:
    tree: TreeMap[int, str] = TreeMap((n * 7 % 31, str(n)) for n in range(31))
    print(len(tree), list(tree)[:6], tree[14], 31 in tree, tree.black_height())
    print(list(tree.items(10, 15)), list(tree.items(low=28)), list(tree.items(high=2)))
    rng = random.Random(3)
    model: dict[int, int] = {}
    counted: TreeMap[int, int] = TreeMap()
    for step in range(600):
        key = rng.randrange(80)
        if rng.random() < 0.45 and key in model:
            del model[key], counted[key]
        else:
            model[key] = counted[key] = step
        if step % 50 == 0:
            counted.black_height()
            assert list(counted.items()) == sorted(model.items())
    print(len(counted), counted.black_height(), sum(v for _, v in counted.items()) == sum(model.values()))
    words: TreeMap[str, list[int]] = TreeMap()
    for at, word in enumerate("the cat and the dog and the bird".split()):
        if word not in words:
            words[word] = []
        words[word].append(at)
    print(dict(words.items()), list(words.items("b", "d")))
    for action in ("x", "cat"):
        try:
            del words[action]
            print("deleted", action, list(words))
        except KeyError as error:
            print("KeyError", error)
    while len(tree):
        del tree[next(iter(tree))]
    print(tree.root, list(tree.items()), tree.black_height())
