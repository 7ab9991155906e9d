"""`heapq`: a list whose item i is at most its items 2i+1 and 2i+2.

The items move as in CPython, so the list looks the same after every call.
"""

from typing import Callable, Collection, Generic, Iterable, Iterator, TypeVar

T = TypeVar("T")
K = TypeVar("K")


def _sift_down(heap: list[T], start: int, at: int) -> None:
    """The item at `at` rises to its place, not above `start`."""
    item = heap[at]
    while at > start:
        above = (at - 1) >> 1
        if not item < heap[above]:
            break
        heap[at] = heap[above]
        at = above
    heap[at] = item


def _sift_up(heap: list[T], at: int) -> None:
    """The smaller child rises until a leaf is reached; the item then rises from there: fewer comparisons."""
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _sift_down(heap, start, at)


def heappush(heap: list[T], item: T) -> None:
    heap.append(item)
    _sift_down(heap, 0, len(heap) - 1)


def heappop(heap: list[T]) -> T:
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    out = heap[0]
    heap[0] = last
    _sift_up(heap, 0)
    return out


def heapreplace(heap: list[T], item: T) -> T:
    """Pop, then push: the result may be larger than `item`."""
    if not heap:
        raise IndexError("index out of range")
    out = heap[0]
    heap[0] = item
    _sift_up(heap, 0)
    return out


def heappushpop(heap: list[T], item: T) -> T:
    """Push, then pop."""
    if heap and heap[0] < item:
        out = heap[0]
        heap[0] = item
        _sift_up(heap, 0)
        return out
    return item


def heapify(x: list[T]) -> None:
    for at in reversed(range(len(x) // 2)):
        _sift_up(x, at)


class _Run(Generic[T, K]):
    """What is left of one of the iterables of `merge`, and its next item."""

    def __init__(self, rest: Iterator[T], value: T, rank: K, order: int, reverse: bool) -> None:
        self.rest = rest
        self.value = value
        self.rank = rank
        self.order = order
        self.reverse = reverse

    def __lt__(self, other: "_Run[T, K]") -> bool:
        if self.rank == other.rank:
            return self.order < other.order
        return other.rank < self.rank if self.reverse else self.rank < other.rank


def merge(*iterables: Iterable[T], reverse: bool = False) -> Iterator[T]:
    """The items of sorted iterables, sorted; of equal ones, that of the first iterable comes first."""
    heap: list[_Run[T, T]] = []
    for order in range(len(iterables)):
        rest = iter(iterables[order])
        for value in rest:
            heap.append(_Run[T, T](rest, value, value, order, reverse))
            break
    heapify(heap)
    while len(heap) > 0:
        run = heap[0]
        yield run.value
        if run.rest._it_next():
            run.value = run.rest._it_value()
            run.rank = run.value
            if len(heap) > 1:
                heapreplace(heap, run)
        else:
            heappop(heap)


def _merge_key(*iterables: Iterable[T], key: Callable[[T], K], reverse: bool = False) -> Iterator[T]:
    heap: list[_Run[T, K]] = []
    for order in range(len(iterables)):
        rest = iter(iterables[order])
        for value in rest:
            heap.append(_Run[T, K](rest, value, key(value), order, reverse))
            break
    heapify(heap)
    while len(heap) > 0:
        run = heap[0]
        yield run.value
        if run.rest._it_next():
            run.value = run.rest._it_value()
            if len(heap) > 1:
                run.rank = key(run.value)
                heapreplace(heap, run)
        else:
            heappop(heap)


def nsmallest(n: int, iterable: Collection[T]) -> list[T]:
    return sorted(iterable)[:max(n, 0)]


def _nsmallest_key(n: int, iterable: Collection[T], key: Callable[[T], K]) -> list[T]:
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n: int, iterable: Collection[T]) -> list[T]:
    return sorted(iterable, reverse=True)[:max(n, 0)]


def _nlargest_key(n: int, iterable: Collection[T], key: Callable[[T], K]) -> list[T]:
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
