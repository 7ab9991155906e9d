"""Iterators as classes: separate cursors, iteration by __getitem__, peeking, cycling with a limit, a linked list that is walked while it grows."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Peekable(Generic[T]):
    def __init__(self, source: Iterable[T]) -> None:
        self._source = iter(source)
        self._held: list[T] = []

    def __iter__(self) -> Peekable[T]:
        return self

    def __next__(self) -> T:
        return self._held.pop() if self._held else next(self._source)

    def peek(self) -> T | None:
        if not self._held:
            for item in self._source:
                self._held.append(item)
                break
        return self._held[0] if self._held else None

    def __bool__(self) -> bool:
        return self.peek() is not None


class Countdown:
    def __init__(self, start: int) -> None:
        self.start = start

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.start, 0, -1))

    def __len__(self) -> int:
        return self.start

    def __contains__(self, n: object) -> bool:
        return isinstance(n, int) and 0 < n <= self.start

    def __reversed__(self) -> Iterator[int]:
        yield from range(1, self.start + 1)


class Squares:
    """The old protocol: indices until IndexError."""

    def __getitem__(self, index: int) -> int:
        if index > 4:
            raise IndexError(index)
        return index * index


class Link:
    def __init__(self, value: int, after: Link | None = None) -> None:
        self.value, self.after = value, after

    def __iter__(self) -> Iterator[Link]:
        node: Link | None = self
        while node:
            yield node
            node = node.after


def runs(items: Iterable[str]) -> Iterator[tuple[str, int]]:
    stream = Peekable(items)
    for item in stream:
        length = 1
        while stream.peek() == item:
            next(stream)
            length += 1
        yield item, length


def main() -> None:
    print(list(runs("aaabccd")), list(runs("")), [(a, b) for a in Countdown(3) for b in Countdown(2)], 2 in Countdown(3), 9 in Countdown(3), list(reversed(Countdown(4))), len(Countdown(5)))
    stream = Peekable([1, 2, 3])
    print(stream.peek(), next(stream), stream.peek(), list(stream), stream.peek(), bool(stream), next(stream, -1))
    print(list(Squares()), sum(Squares()), 9 in Squares(), 7 in Squares(), [n for n in zip(Squares(), "abc")], max(Squares()), tuple(enumerate(Squares(), 1))[-1])
    first = Link(1, Link(2))
    for node in first:
        if node.value < 4 and node.after is None:
            node.after = Link(node.value + 1)
    print([node.value for node in first], sum(node.value for node in first))
    try:
        next(iter(Countdown(0)))
    except StopIteration:
        print("nothing to count")
