"""A skip list with seeded levels, widths for rank queries, ordered iteration; compared with a list kept by bisect."""
import bisect
import random
from typing import Callable, Generic, Iterator, List, Optional, TypeVar

T = TypeVar("T", int, float, str)


class _Node(Generic[T]):
    def __init__(self, item: Optional[T], levels: int) -> None:
        self.item: Optional[T] = item
        self.next: List[Optional["_Node[T]"]] = [None] * levels
        self.width = [1] * levels


class SkipList(Generic[T]):
    MAX = 8

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)
        self._head: _Node[T] = _Node(None, self.MAX)
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def _path(self, item: T) -> List[_Node[T]]:
        """For each level the last node before `item`."""
        path = [self._head] * self.MAX
        node = self._head
        for level in reversed(range(self.MAX)):
            while True:
                after = node.next[level]
                if after is None or after.item is None or not after.item < item:
                    break
                node = after
            path[level] = node
        return path

    def add(self, item: T) -> None:
        levels = 1
        while levels < self.MAX and self._random.random() < 0.5:
            levels += 1
        rank = self.rank(item)
        fresh: _Node[T] = _Node(item, levels)
        for level, before in enumerate(self._path(item)):
            if level >= levels:
                before.width[level] += 1
                continue
            steps = rank - self._position(before, level)
            fresh.next[level], before.next[level] = before.next[level], fresh
            fresh.width[level] = before.width[level] - steps
            before.width[level] = steps + 1
        self._size += 1

    def _position(self, node: _Node[T], level: int) -> int:
        """How many items lie at or before `node`."""
        if node is self._head:
            return 0
        assert node.item is not None
        return self.rank(node.item) + 1

    def rank(self, item: T) -> int:
        rank = 0
        node = self._head
        for level in range(self.MAX - 1, -1, -1):
            while (after := node.next[level]) is not None and after.item is not None and after.item < item:
                rank += node.width[level]
                node = after
        return rank

    def remove(self, item: T) -> None:
        path = self._path(item)
        target = path[0].next[0]
        if target is None or target.item != item:
            raise ValueError(f"{item!r} is not in the list")
        for level, before in enumerate(path):
            if level < len(target.next) and before.next[level] is target:
                before.width[level] += target.width[level] - 1
                before.next[level] = target.next[level]
            else:
                before.width[level] -= 1
        self._size -= 1

    def __iter__(self) -> Iterator[T]:
        node = self._head.next[0]
        while node is not None:
            if node.item is not None:
                yield node.item
            node = node.next[0]

    def __contains__(self, item: T) -> bool:
        following = self._path(item)[0].next[0]
        return following is not None and following.item == item

    def __getitem__(self, index: int) -> T:
        if not -len(self) <= index < len(self):
            raise IndexError(f"no item {index} of {len(self)}")
        left = index % len(self) + 1
        node = self._head
        for level in reversed(range(self.MAX)):
            while node.next[level] is not None and node.width[level] <= left:
                left -= node.width[level]
                following = node.next[level]
                assert following is not None
                node = following
        assert node.item is not None and not left
        return node.item

    def levels(self) -> List[int]:
        counts = [0] * self.MAX
        node = self._head.next[0]
        while node:
            counts[len(node.next) - 1] += 1
            node = node.next[0]
        return counts


def main() -> None:
    rng = random.Random(99)
    skip: SkipList[int] = SkipList(7)
    plain: List[int] = []
    for _ in range(300):
        n = rng.randint(0, 400)
        if n in skip:
            skip.remove(n)
            plain.remove(n)
        else:
            skip.add(n)
            bisect.insort(plain, n)
    assert list(skip) == plain and len(skip) == len(plain)
    print(len(skip), skip[0], skip[-1], [skip[i] == plain[i] for i in range(len(plain))].count(False), skip.levels())
    print([skip.rank(k) - bisect.bisect_left(plain, k) for k in range(0, 400, 25)])
    words: SkipList[str] = SkipList(1)
    for word in "pear fig apple kiwi date".split():
        words.add(word)
    words.remove("kiwi")
    print(list(words), words[1], words[-1], "fig" in words, "kiwi" in words, words.rank("z"))
    halves: SkipList[float] = SkipList(2)
    for x in (0.5, -1.0, 2.25, -1.5):
        halves.add(x)
    print([x for x in halves], halves.rank(0.5))
    attempts: List[Callable[[], None]] = [lambda: words.remove("plum"), lambda: print(words[4])]
    for attempt in attempts:
        try:
            attempt()
        except (ValueError, IndexError) as error:
            print(type(error).__name__, error)
