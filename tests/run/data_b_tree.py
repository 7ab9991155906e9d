"""A B-tree of order four with splits and merges, printed level by level, checked against a dict."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

ORDER: Final = 4
LEAST: Final = (ORDER - 1) // 2


class Page:
    __slots__ = "keys", "children"

    def __init__(self, keys: list[int] | None = None, children: list[Page] | None = None) -> None:
        self.keys = keys if keys is not None else []
        self.children = children or []

    @property
    def is_leaf(self) -> bool:
        return not self.children

    def __repr__(self) -> str:
        return "|".join(map(str, self.keys)) or "-"


class BTree:
    def __init__(self) -> None:
        self.root = Page()
        self.splits = self.merges = 0

    def __contains__(self, key: int) -> bool:
        page = self.root
        while True:
            at = bisect_left(page.keys, key)
            if at < len(page.keys) and page.keys[at] == key:
                return True
            if page.is_leaf:
                return False
            page = page.children[at]

    def insert(self, key: int) -> bool:
        if key in self:
            return False
        if (split := self._insert(self.root, key)) is not None:
            middle, right = split
            self.root = Page([middle], [self.root, right])
        return True

    def _insert(self, page: Page, key: int) -> tuple[int, Page] | None:
        at = bisect_left(page.keys, key)
        if page.is_leaf:
            page.keys.insert(at, key)
        elif (split := self._insert(page.children[at], key)) is not None:
            middle, right = split
            page.keys.insert(at, middle)
            page.children.insert(at + 1, right)
        if len(page.keys) < ORDER:
            return None
        self.splits += 1
        half = len(page.keys) // 2
        right = Page(page.keys[half + 1:], page.children[half + 1:])
        middle = page.keys[half]
        del page.keys[half:], page.children[half + 1:]
        return middle, right

    def delete(self, key: int) -> None:
        self._delete(self.root, key)
        if not self.root.keys and not self.root.is_leaf:
            [self.root] = self.root.children

    def _delete(self, page: Page, key: int) -> None:
        at = bisect_left(page.keys, key)
        found = page.keys[at:at + 1] == [key]
        if page.is_leaf:
            if not found:
                raise KeyError(key)
            page.keys.pop(at)
            return
        if found:
            low = page.children[at]
            while not low.is_leaf:
                low = low.children[-1]
            page.keys[at] = low.keys[-1]
            self._delete(page.children[at], low.keys[-1])
        else:
            self._delete(page.children[at], key)
        if len(page.children[at].keys) < LEAST:
            self._refill(page, at)

    def _refill(self, page: Page, at: int) -> None:
        child = page.children[at]
        left = page.children[at - 1] if at else None
        right = page.children[at + 1] if at + 1 < len(page.children) else None
        if left is not None and len(left.keys) > LEAST:
            child.keys.insert(0, page.keys[at - 1])
            page.keys[at - 1] = left.keys.pop()
            child.children[:0] = left.children[-1:] if left.children else []
            del left.children[len(left.keys) + 1:]
        elif right is not None and len(right.keys) > LEAST:
            child.keys.append(page.keys[at])
            page.keys[at] = right.keys.pop(0)
            child.children += right.children[:1]
            del right.children[:1]
        else:
            self.merges += 1
            first = at - 1 if left is not None else at
            one, two = page.children[first:first + 2]
            one.keys += [page.keys.pop(first), *two.keys]
            one.children += two.children
            del page.children[first + 1]

    def __iter__(self) -> Iterator[int]:
        def walk(page: Page) -> Iterator[int]:
            for child, key in zip_longest(page.children, page.keys):
                if child is not None:
                    yield from walk(child)
                if key is not None:
                    yield key

        yield from walk(self.root)

    def check(self) -> int:
        def depth(page: Page, low: int, high: int) -> int:
            assert all(a < b for a, b in zip([low, *page.keys], [*page.keys, high])), page
            assert page is self.root or LEAST <= len(page.keys) < ORDER, page
            if page.is_leaf:
                return 1
            assert len(page.children) == len(page.keys) + 1
            bounds = [low, *page.keys, high]
            depths = {depth(c, bounds[i], bounds[i + 1]) for i, c in enumerate(page.children)}
            assert len(depths) == 1
            return depths.pop() + 1

        return depth(self.root, -1, 10**9)

    def levels(self) -> list[list[Page]]:
        rows = [[self.root]]
        while not rows[-1][0].is_leaf:
            rows.append([child for page in rows[-1] for child in page.children])
        return rows


def main() -> None:
    tree = BTree()
    keys = [n * 37 % 101 for n in range(1, 41)]
    print(all(tree.insert(k) for k in keys), tree.insert(keys[3]), tree.check(), tree.splits)
    for row in tree.levels():
        print(*row)
    print(list(tree) == sorted(keys), 37 in tree, 38 in tree)
    for n, key in enumerate(keys[:30]):
        tree.delete(key)
        tree.check()
        assert list(tree) == sorted(keys[n + 1:])
    print(tree.levels(), tree.merges)
    try:
        tree.delete(1000)
    except KeyError as error:
        print("no", error)
    for key in keys[30:]:
        tree.delete(key)
    print(tree.root, list(tree), tree.check())
