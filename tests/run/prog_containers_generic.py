# apart: an int where `float` is written makes every `float` of the image take ints
"""Generic containers: linked list, binary tree, LRU cache, priority queue, graph algorithms, matrix."""
from __future__ import annotations

import heapq
from abc import abstractmethod
from collections import OrderedDict, defaultdict
from typing import Any, Callable, Generic, Hashable, Iterable, Iterator, Optional, Protocol, Sequence, TypeVar, overload


class Comparable(Protocol):
    @abstractmethod
    def __lt__(self, other: Any) -> bool: ...


C = TypeVar("C", bound=Comparable)
T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Node(Generic[T]):
    __slots__ = ("value", "next")

    def __init__(self, value: T, next: Optional[Node[T]] = None) -> None:
        self.value = value
        self.next = next


class LinkedList(Generic[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self._head: Optional[Node[T]] = None
        self._size = 0
        for item in reversed(list(items)):
            self.push(item)

    def push(self, item: T) -> None:
        self._head = Node(item, self._head)
        self._size += 1

    def pop(self) -> T:
        if self._head is None:
            raise IndexError("pop from empty list")
        node, self._head = self._head, self._head.next
        self._size -= 1
        return node.value

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[T]:
        node = self._head
        while node is not None:
            yield node.value
            node = node.next

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        items = list(self)
        return items[index]

    def __repr__(self) -> str:
        return f"LinkedList({list(self)!r})"

    def reverse(self) -> None:
        prev: Optional[Node[T]] = None
        node = self._head
        while node:
            node.next, prev, node = prev, node, node.next
        self._head = prev

    def map(self, f: Callable[[T], V]) -> LinkedList[V]:
        return LinkedList(f(x) for x in self)


class Tree(Generic[C]):
    def __init__(self) -> None:
        self.root: Optional[_Leaf[C]] = None

    def add(self, value: C) -> bool:
        if self.root is None:
            self.root = _Leaf(value)
            return True
        node = self.root
        while True:
            if value < node.value:
                if node.left is None:
                    node.left = _Leaf(value)
                    return True
                node = node.left
            elif node.value < value:
                if node.right is None:
                    node.right = _Leaf(value)
                    return True
                node = node.right
            else:
                return False

    def __iter__(self) -> Iterator[C]:
        def walk(node: Optional[_Leaf[C]]) -> Iterator[C]:
            if node is not None:
                yield from walk(node.left)
                yield node.value
                yield from walk(node.right)
        return walk(self.root)

    def height(self) -> int:
        def go(node: Optional[_Leaf[C]]) -> int:
            return 0 if node is None else 1 + max(go(node.left), go(node.right))
        return go(self.root)


class _Leaf(Generic[C]):
    def __init__(self, value: C) -> None:
        self.value = value
        self.left: Optional[_Leaf[C]] = None
        self.right: Optional[_Leaf[C]] = None


class LRU(Generic[K, V]):
    def __init__(self, size: int, load: Callable[[K], V]) -> None:
        self.size, self.load = size, load
        self.data: OrderedDict[K, V] = OrderedDict()
        self.hits = self.misses = 0

    def __call__(self, key: K) -> V:
        if key in self.data:
            self.hits += 1
            self.data.move_to_end(key)
            return self.data[key]
        self.misses += 1
        value = self.data[key] = self.load(key)
        if len(self.data) > self.size:
            self.data.popitem(last=False)
        return value


class PQ(Generic[T]):
    def __init__(self, key: Callable[[T], float]) -> None:
        self._heap: list[tuple[float, int, T]] = []
        self._key = key
        self._n = 0

    def put(self, item: T) -> None:
        heapq.heappush(self._heap, (self._key(item), self._n, item))
        self._n += 1

    def get(self) -> T:
        return heapq.heappop(self._heap)[-1]

    def __bool__(self) -> bool:
        return bool(self._heap)


class Graph(Generic[K]):
    def __init__(self, edges: Iterable[tuple[K, K, float]] = ()) -> None:
        self.adj: dict[K, dict[K, float]] = defaultdict(dict)
        for a, b, w in edges:
            self.adj[a][b] = w
            self.adj.setdefault(b, {})

    def dijkstra(self, start: K) -> dict[K, float]:
        dist: dict[K, float] = {start: 0}
        queue: PQ[tuple[K, float]] = PQ(lambda pair: pair[1])
        queue.put((start, 0))
        done: set[K] = set()
        while queue:
            node, d = queue.get()
            if node in done:
                continue
            done.add(node)
            for other, w in self.adj[node].items():
                if d + w < dist.get(other, float("inf")):
                    dist[other] = d + w
                    queue.put((other, d + w))
        return dist

    def topological(self) -> list[K]:
        indegree = {n: 0 for n in self.adj}
        for targets in self.adj.values():
            for t in targets:
                indegree[t] += 1
        ready = [n for n, d in indegree.items() if not d]
        out: list[K] = []
        while ready:
            node = ready.pop()
            out.append(node)
            for t in self.adj[node]:
                indegree[t] -= 1
                if indegree[t] == 0:
                    ready.append(t)
        if len(out) != len(self.adj):
            raise ValueError("cycle")
        return out


def group_by(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    out: dict[K, list[T]] = {}
    for item in items:
        out.setdefault(key(item), []).append(item)
    return out


def binary_search(items: Sequence[C], wanted: C) -> int | None:
    low, high = 0, len(items) - 1
    while low <= high:
        mid = (low + high) // 2
        if items[mid] == wanted:
            return mid
        if items[mid] < wanted:
            low = mid + 1
        else:
            high = mid - 1
    return None


def main() -> None:
    xs = LinkedList([3, 1, 2])
    xs.push(9)
    print(xs, len(xs), xs[0], xs[1:3], xs.pop(), list(xs.map(str)), xs.map(lambda v: v / 2), sum(xs), max(xs), 2 in xs)
    xs.reverse()
    print(xs, sorted(xs), [*xs, 0])
    try:
        LinkedList[str]().pop()
    except IndexError as e:
        print(e)
    tree: Tree[str] = Tree()
    print([tree.add(w) for w in "the quick brown fox jumps over the lazy dog".split()], list(tree), tree.height())
    numbers: Tree[float] = Tree()
    for n in (5, 2.5, 8, 1):
        numbers.add(n)
    print(list(numbers))
    calls: list[int] = []

    def square(n: int) -> int:
        calls.append(n)
        return n * n

    cache = LRU(2, square)
    print([cache(n) for n in (1, 2, 1, 3, 2, 1)], calls, cache.hits, cache.misses, list(cache.data))
    g = Graph([("a", "b", 1), ("a", "c", 4.5), ("b", "c", 2), ("c", "d", 1)])
    print(g.dijkstra("a"), g.topological())
    try:
        Graph([(1, 2, 1), (2, 1, 1)]).topological()
    except ValueError as e:
        print(e)
    print(group_by(range(7), lambda n: n % 3), group_by("apple avocado bean".split(), lambda w: w[0]))
    print(binary_search([1, 3, 5, 7], 5), binary_search("abcdef", "z"), binary_search((1.5, 2.5), 2.5))


if __name__ == "__main__":
    main()
