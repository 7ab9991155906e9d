"""`itertools`: iterators made of iterators. Those with a state of their own are generators.

Tuples whose length the arguments decide are `tuple[T, ...]`. `islice` takes None for "to the end".
"""

from collections import deque
from typing import Callable, Final, Iterable, Iterator, TypeVar

from lib.core.iterator import Iterator as Items

T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")
K = TypeVar("K")
R = TypeVar("R")

LEFT_OUT: Final = -(1 << 62)              # of an argument that the call does not have


# Without an end

class Counting(Items[int]):
    """What `count` gives; a class, so that module variables can keep one (comptime/freeze.py)."""

    def __init__(self, start: int, step: int) -> None:
        self._at = start
        self._step = step

    def _it_next(self) -> bool:
        if self._it_state == 0:         # the step comes when it is needed: there may be no next number
            self._it_state = 1
        else:
            self._at += self._step
        self._it_item = self._at
        return True


def count(start: int = 0, step: int = 1) -> Iterator[int]:
    """start, start + step, …"""
    return Counting(start, step)


def _count_float(start: float, step: float = 1.0) -> Iterator[float]:
    """`count` from a float."""
    at = start
    while True:
        yield at
        at += step


def _count_numbers(start: int | float = 0, step: int | float = 1) -> Iterator[int | float]:
    """`count` of ints and floats."""
    at = start
    while True:
        yield at
        at = at + step


def cycle(iterable: Iterable[T]) -> Iterator[T]:
    """The items again and again."""
    kept: list[T] = []
    for item in iterable:
        yield item
        kept.append(item)
    while kept:
        for item in kept:
            yield item


def repeat(object: T, times: int | None = None) -> Iterator[T]:  # noqa: A002
    """One value, `times` times or without an end."""
    left = times
    while left is None or left > 0:
        yield object
        if left is not None:
            left -= 1


# One after the other

def chain(*iterables: Iterable[T]) -> Iterator[T]:
    """The items of all of them, in order."""
    for iterable in iterables:
        for item in iterable:
            yield item


def islice(
    iterable: Iterable[T], start: int | None, stop: int | None = LEFT_OUT, step: int | None = None
) -> Iterator[T]:
    """`islice(xs, stop)`, `islice(xs, start, stop, step)`: as a slice, without negative numbers."""
    if stop == LEFT_OUT:
        return _sliced(iter(iterable), 0, start, 1)
    return _sliced(iter(iterable), 0 if start is None else start, stop, 1 if step is None else step)


def _sliced(it: Iterator[T], start: int, stop: int | None, step: int) -> Iterator[T]:
    if stop == -1:
        raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if start < 0 or stop is not None and stop < 0:
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _slice(it, start, stop, step)


def _slice(it: Iterator[T], start: int, stop: int | None, step: int) -> Iterator[T]:
    at, wanted = 0, start
    while stop is None or at < stop:
        if stop is not None and wanted >= stop:
            while at < stop:                    # CPython takes the items up to `stop` as well
                for _ in it:
                    break
                else:
                    return
                at += 1
            return
        for item in it:
            at += 1
            if at > wanted:
                wanted += step
                yield item
                break
        else:
            return


def takewhile(predicate: Callable[[T], A], iterable: Iterable[T]) -> Iterator[T]:
    """The items before the first that does not hold."""
    for item in iterable:
        if not predicate(item):
            return
        yield item


def dropwhile(predicate: Callable[[T], A], iterable: Iterable[T]) -> Iterator[T]:
    """The items from the first that does not hold."""
    dropping = True
    for item in iterable:
        if dropping and predicate(item):
            continue
        dropping = False
        yield item


def filterfalse(predicate: Callable[[T], object] | None, iterable: Iterable[T]) -> Iterator[T]:
    """The items that do not hold; with None, those that are not true."""
    for item in iterable:
        if predicate is None:
            if not item:
                yield item
        elif not predicate(item):
            yield item


def compress(data: Iterable[T], selectors: Iterable[A]) -> Iterator[T]:
    """The items whose selector is true."""
    for item, chosen in zip(data, selectors):
        if chosen:
            yield item


# Several at a time

def pairwise(iterable: Iterable[T]) -> Iterator[tuple[T, T]]:
    """Every item with the one behind it."""
    it = iter(iterable)
    for first in it:
        before = first
        for item in it:
            yield before, item
            before = item


def zip_longest(first: Iterable[A], second: Iterable[B]) -> Iterator[tuple[A | None, B | None]]:
    """`zip` to the end of the longer one; None stands for what is not there. With a `fillvalue`: the next function."""
    return _zip_longest_filled(first, second, None)


def _zip_longest_filled(first: Iterable[A], second: Iterable[B], fillvalue: K) -> Iterator[tuple[A | K, B | K]]:
    """`zip_longest(first, second, fillvalue=…)`."""
    one, two = iter(first), iter(second)
    while True:
        a: A | K = fillvalue
        b: B | K = fillvalue
        more = False
        for x in one:
            a = x
            more = True
            break
        for y in two:
            b = y
            more = True
            break
        if not more:
            return
        yield a, b


def _zip_longest3(
    first: Iterable[A], second: Iterable[B], third: Iterable[T], fillvalue: K
) -> Iterator[tuple[A | K, B | K, T | K]]:
    """`zip_longest` of three."""
    one, two, three = iter(first), iter(second), iter(third)
    while True:
        a: A | K = fillvalue
        b: B | K = fillvalue
        c: T | K = fillvalue
        more = False
        for x in one:
            a = x
            more = True
            break
        for y in two:
            b = y
            more = True
            break
        for z in three:
            c = z
            more = True
            break
        if not more:
            return
        yield a, b, c


def _zip_longest_many(iterables: list[Iterator[T]], fillvalue: K) -> Iterator[tuple[T | K, ...]]:
    """`zip_longest` of any number whose items have one type."""
    ended = [False] * len(iterables)
    while True:
        row: list[T | K] = []
        for place, it in enumerate(iterables):
            item: T | K = fillvalue
            if not ended[place]:
                for x in it:
                    item = x
                    break
                else:
                    ended[place] = True
            row.append(item)
        if all(ended):
            return
        yield tuple(row)


def starmap(function: Callable[[A, B], R], iterable: Iterable[tuple[A, B]]) -> Iterator[R]:
    """`function(*pair)` for every pair."""
    for a, b in iterable:
        yield function(a, b)


def _starmap1(function: Callable[[A], R], iterable: Iterable[tuple[A]]) -> Iterator[R]:
    """`starmap` over tuples of one item."""
    for a, in iterable:
        yield function(a)


def _starmap3(function: Callable[[A, B, T], R], iterable: Iterable[tuple[A, B, T]]) -> Iterator[R]:
    """`starmap` over tuples of three items."""
    for a, b, c in iterable:
        yield function(a, b, c)


def tee(iterable: Iterable[T]) -> tuple[Iterator[T], Iterator[T]]:
    """Two iterators over the items of one."""
    one, two = _tees(iterable, 2)
    return one, two


def _tees(iterable: Iterable[T], n: int) -> list[Iterator[T]]:
    """`tee(iterable, n)`."""
    it = iter(iterable)
    waiting: list[deque[T]] = [deque() for _ in range(n)]
    return [_tee(it, mine, waiting) for mine in waiting]


def _tees_row(iterable: Iterable[T], n: int) -> tuple[Iterator[T], ...]:
    if n < 0:
        raise ValueError("n must be >= 0")
    return tuple(_tees(iterable, n))


def _tee(it: Iterator[T], mine: deque[T], waiting: list[deque[T]]) -> Iterator[T]:
    while True:
        if mine:
            yield mine.popleft()
            continue
        for item in it:
            for one in waiting:
                one.append(item)
            break
        else:
            return


# Sums and groups

def accumulate(
    iterable: Iterable[T], func: Callable[[T, T], T] | None = None, *, initial: T | None = None
) -> Iterator[T]:
    """Running results of `func`, by default sums."""
    it = iter(iterable)
    if initial is not None:
        total: T = initial
        yield total
    else:
        for item in it:
            total = item
            break
        else:
            return
        yield total
    for item in it:
        total = total + item if func is None else func(total, item)
        yield total


def _accumulate_from(iterable: Iterable[T], initial: K, func: Callable[[K, T], K]) -> Iterator[K]:
    """`accumulate` with an initial value of another type than the items."""
    it = iter(iterable)
    total = initial
    yield total
    for item in it:
        total = func(total, item)
        yield total


def groupby(iterable: Iterable[T]) -> Iterator[tuple[T, Iterator[T]]]:
    """Runs of equal items; a group ends when the next is asked for."""
    return _groups(iter(iterable), _same)


def _groupby_key(iterable: Iterable[T], key: Callable[[T], K]) -> Iterator[tuple[K, Iterator[T]]]:
    return _groups(iter(iterable), key)


def _same(item: T) -> T:
    return item


class _Run:
    """The run that `_groups` is at: its number, and whether the item that was read last begins the next one."""

    def __init__(self) -> None:
        self.number = 0
        self.ended = True


def _groups(it: Iterator[T], key: Callable[[T], K]) -> Iterator[tuple[K, Iterator[T]]]:
    run = _Run()
    ahead: list[T] = []
    for item in it:
        ahead.append(item)
        break
    while ahead:
        run.number += 1
        run.ended = False
        kind = key(ahead[0])
        yield kind, _group(it, key, kind, ahead, run, run.number)
        while not run.ended:
            _advance(it, key, kind, ahead, run)


def _advance(it: Iterator[T], key: Callable[[T], K], kind: K, ahead: list[T], run: _Run) -> None:
    """Drop the item that is ahead, and read the next."""
    ahead.clear()
    for item in it:
        ahead.append(item)
        if not key(item) == kind:
            run.ended = True
        return
    run.ended = True


def _group(it: Iterator[T], key: Callable[[T], K], kind: K, ahead: list[T], run: _Run, number: int) -> Iterator[T]:
    while run.number == number and not run.ended:
        item = ahead[0]
        _advance(it, key, kind, ahead, run)
        yield item


# Choices

def product(*iterables: Iterable[T], repeat: int = 1) -> Iterator[tuple[T, ...]]:
    """All tuples with one item of each. Of two or three, each with a type of its own: `_product2`, `_product3`."""
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    return _product([list(items) for items in iterables] * repeat)


def _product2(first: Iterable[A], second: Iterable[B]) -> Iterator[tuple[A, B]]:
    """`product(first, second)`."""
    return _pairs(list(first), list(second))


def _pairs(first: list[A], second: list[B]) -> Iterator[tuple[A, B]]:
    for a in first:
        for b in second:
            yield a, b


def _product3(first: Iterable[A], second: Iterable[B], third: Iterable[K]) -> Iterator[tuple[A, B, K]]:
    """`product(first, second, third)`."""
    return _triples(list(first), list(second), list(third))


def _triples(first: list[A], second: list[B], third: list[K]) -> Iterator[tuple[A, B, K]]:
    for a in first:
        for b in second:
            for c in third:
                yield a, b, c


def _product(pools: list[list[T]]) -> Iterator[tuple[T, ...]]:
    places = [0] * len(pools)
    if any(not pool for pool in pools):
        return
    while True:
        yield tuple([pool[at] for pool, at in zip(pools, places)])
        last = len(pools) - 1
        while last >= 0:
            places[last] += 1
            if places[last] < len(pools[last]):
                break
            places[last] = 0
            last -= 1
        if last < 0:
            return


def permutations(iterable: Iterable[T], r: int | None = None) -> Iterator[tuple[T, ...]]:
    """All orders of `r` items, in the order of their places."""
    pool = list(iterable)
    size = len(pool) if r is None else r
    if size < 0:
        raise ValueError("r must be non-negative")
    return _permutations(pool, size)


def _permutations(pool: list[T], size: int) -> Iterator[tuple[T, ...]]:
    n = len(pool)
    if size > n:
        return
    places = list(range(n))
    turns = list(range(n, n - size, -1))
    yield tuple([pool[at] for at in places[:size]])
    while n:
        for i in reversed(range(size)):
            turns[i] -= 1
            if turns[i] == 0:
                places[i:] = places[i + 1:] + places[i:i + 1]
                turns[i] = n - i
            else:
                j = turns[i]
                places[i], places[-j] = places[-j], places[i]
                yield tuple([pool[at] for at in places[:size]])
                break
        else:
            return


def combinations(iterable: Iterable[T], r: int) -> Iterator[tuple[T, ...]]:
    """All choices of `r` items, in the order of their places."""
    pool = list(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(pool, r)


def _combinations(pool: list[T], r: int) -> Iterator[tuple[T, ...]]:
    n = len(pool)
    if r > n:
        return
    places = list(range(r))
    while True:
        yield tuple([pool[at] for at in places])
        i = r - 1
        while i >= 0 and places[i] == i + n - r:
            i -= 1
        if i < 0:
            return
        places[i] += 1
        for j in range(i + 1, r):
            places[j] = places[j - 1] + 1


def combinations_with_replacement(iterable: Iterable[T], r: int) -> Iterator[tuple[T, ...]]:
    """The same where an item may be chosen several times."""
    pool = list(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _with_replacement(pool, r)


def _with_replacement(pool: list[T], r: int) -> Iterator[tuple[T, ...]]:
    n = len(pool)
    if not n and r:
        return
    places = [0] * r
    while True:
        yield tuple([pool[at] for at in places])
        i = r - 1
        while i >= 0 and places[i] == n - 1:
            i -= 1
        if i < 0:
            return
        places[i:] = [places[i] + 1] * (r - i)
