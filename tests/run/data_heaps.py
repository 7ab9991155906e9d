"""Heaps: binary with decrease-key, d-ary, pairing and leftist ones behind one protocol; heap sort, running median, k-way merge."""
from __future__ import annotations

import heapq
import random
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator


class Heap(ABC):
    @abstractmethod
    def push(self, item: int) -> None: ...

    @abstractmethod
    def pop(self) -> int: ...

    @abstractmethod
    def __len__(self) -> int: ...

    def drain(self) -> Iterator[int]:
        while self:
            yield self.pop()


class DAry(Heap):
    def __init__(self, d: int) -> None:
        self.d = d
        self.items: list[int] = []

    def __len__(self) -> int:
        return len(self.items)

    def push(self, item: int) -> None:
        self.items.append(item)
        at = len(self.items) - 1
        while at and self.items[at] < self.items[up := (at - 1) // self.d]:
            self.items[at], self.items[up] = self.items[up], self.items[at]
            at = up

    def pop(self) -> int:
        if not self.items:
            raise IndexError("pop from an empty heap")
        top, last = self.items[0], self.items.pop()
        if self.items:
            self.items[0] = last
            at = 0
            while children := range(self.d * at + 1, min(self.d * at + self.d + 1, len(self.items))):
                least = min(children, key=self.items.__getitem__)
                if self.items[at] <= self.items[least]:
                    break
                self.items[at], self.items[least] = self.items[least], self.items[at]
                at = least
        return top


class Tree:
    def __init__(self, item: int) -> None:
        self.item = item
        self.rank = 1
        self.left: Tree | None = None
        self.right: Tree | None = None
        self.children: list[Tree] = []


class Leftist(Heap):
    def __init__(self) -> None:
        self.root: Tree | None = None
        self.size = 0

    def __len__(self) -> int:
        return self.size

    def meld(self, a: Tree | None, b: Tree | None) -> Tree | None:
        if a is None or b is None:
            return a or b
        if b.item < a.item:
            a, b = b, a
        a.right = self.meld(a.right, b)
        if a.left is None or a.right is not None and a.left.rank < a.right.rank:
            a.left, a.right = a.right, a.left
        a.rank = 1 + (a.right.rank if a.right else 0)
        return a

    def push(self, item: int) -> None:
        self.root = self.meld(self.root, Tree(item))
        self.size += 1

    def pop(self) -> int:
        if self.root is None:
            raise IndexError("pop from an empty heap")
        top = self.root
        self.root = self.meld(top.left, top.right)
        self.size -= 1
        return top.item


class Pairing(Heap):
    def __init__(self) -> None:
        self.root: Tree | None = None
        self.size = 0

    def __len__(self) -> int:
        return self.size

    @staticmethod
    def meld(a: Tree, b: Tree) -> Tree:
        if b.item < a.item:
            a, b = b, a
        a.children.append(b)
        return a

    def push(self, item: int) -> None:
        fresh = Tree(item)
        self.root = fresh if self.root is None else self.meld(self.root, fresh)
        self.size += 1

    def pop(self) -> int:
        if self.root is None:
            raise IndexError("pop from an empty heap")
        top, rest = self.root, self.root.children
        pairs = [self.meld(a, b) for a, b in zip(rest[::2], rest[1::2])] + rest[len(rest) // 2 * 2:]
        self.root = None
        for tree in reversed(pairs):
            self.root = tree if self.root is None else self.meld(self.root, tree)
        self.size -= 1
        return top.item


class Median:
    def __init__(self) -> None:
        self.low: list[int] = []
        self.high: list[int] = []

    def add(self, n: int) -> float:
        heapq.heappush(self.high, -heapq.heappushpop(self.low, -n))
        if len(self.high) > len(self.low):
            heapq.heappush(self.low, -heapq.heappop(self.high))
        return -self.low[0] / 1 if len(self.low) > len(self.high) else (self.high[0] - self.low[0]) / 2


def merge(*runs: Iterable[int]) -> Iterator[int]:
    walks = [iter(run) for run in runs]
    heap = [(first, k) for k, walk in enumerate(walks) if (first := next(walk, None)) is not None]
    heapq.heapify(heap)
    while heap:
        item, k = heap[0]
        yield item
        following = next(walks[k], None)
        if following is None:
            heapq.heappop(heap)
        else:
            heapq.heapreplace(heap, (following, k))


def main() -> None:
    rng = random.Random(8)
    numbers = [rng.randrange(100) for _ in range(60)]
    heaps: list[Heap] = [DAry(2), DAry(4), Leftist(), Pairing()]
    for heap in heaps:
        for n in numbers:
            heap.push(n)
        front = [heap.pop() for _ in range(3)]
        heap.push(-5)
        print(type(heap).__name__, front, len(heap), list(heap.drain()) == [-5] + sorted(numbers)[3:], bool(heap))
        try:
            heap.pop()
        except IndexError as error:
            print(error)
    median = Median()
    print([median.add(n) for n in numbers[:8]], numbers[:8])
    print(list(merge([1, 4, 9], [], range(2, 10, 3), [3])), heapq.nsmallest(3, numbers), heapq.nlargest(2, numbers, key=lambda n: n % 10))
