"""`iter(f, stop)` with an empty container as the stop, and other calls where a lambda tells what an empty one holds."""

from collections import deque
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


class Source:
    def __init__(self, n: int) -> None:
        self.left = list(range(n))

    def some(self) -> list[int]:
        out, self.left = self.left[:2], self.left[2:]
        return out


def until(stop: T, f: Callable[[], T]) -> list[T]:
    found: list[T] = []
    while (item := f()) != stop:
        found.append(item)
    return found


def pick(f: Callable[[], T], other: T, first: bool) -> T:
    return f() if first else other


def batches(src: Iterator[T], n: int) -> Iterator[list[T]]:
    yield from iter(lambda: list(islice(src, n)), [])


def main() -> None:
    src = iter(range(7))
    for b in iter(lambda: list(islice(src, 3)), []):
        print(b)
    it = iter("abcdef")
    print(list(iter(lambda: tuple(islice(it, 4)), ())))
    words = iter(["a", "b", "a"])
    print([sorted(s) for s in iter(lambda: set(islice(words, 2)), set())])
    pairs = iter([("a", 1), ("b", 2)])
    print(list(iter(lambda: dict(islice(pairs, 1)), {})))
    print(list(iter(Source(5).some, [])), until([], Source(3).some))
    nums = iter([1, 2, 3])
    print(until([], lambda: list(islice(nums, 2))))
    print(pick(lambda: [1.5], [], False), pick(lambda: {"a": 1}, {}, True), pick(lambda: [], [2], True))
    print(list(batches(iter("xyz"), 2)), list(batches(iter([1.5, 2.5]), 1)))
    queue = deque(["a", "", "b"])
    print(list(iter(lambda: queue.popleft(), "")), queue)


if __name__ == "__main__":
    main()
