"""Generator pipelines: coroutines that are sent values, windows, batching, merging, a running mean with return values, lazy primes, tree walks."""
from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import chain, islice, takewhile
from typing import TypeVar

T = TypeVar("T")
started: list[str] = []


def numbers(text: str) -> Iterator[int]:
    started.append("numbers")
    for word in text.split():
        if word.lstrip("-").isdigit():
            yield int(word)


def window(items: Iterable[T], size: int) -> Iterator[list[T]]:
    held: deque[T] = deque(maxlen=size)
    for item in items:
        held.append(item)
        if len(held) == size:
            yield list(held)


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    it = iter(items)
    while batch := list(islice(it, size)):
        yield batch


def mean() -> Generator[float, float | None, tuple[int, float]]:
    count, total = 0, 0.0
    while (value := (yield total / count if count else 0.0)) is not None:
        count += 1
        total += value
    return count, total


def averaged(values: Iterable[float]) -> Generator[float, None, str]:
    inner = mean()
    next(inner)
    for value in values:
        yield inner.send(value)
    try:
        inner.send(None)
    except StopIteration:
        pass
    return "closed"


def report(values: list[float]) -> Iterator[str]:
    result = yield from (f"{m:.2f}" for m in averaged(values))
    yield str(result)
    ended = yield from strings(averaged(values))
    yield ended


def strings(source: Generator[float, None, str]) -> Generator[str, None, str]:
    return (yield from map_in(source))


def map_in(source: Generator[float, None, str]) -> Generator[str, None, str]:
    last = ""
    for value in source:
        last = f"<{value:g}>"
        yield last
    return f"last {last}"


def sieve() -> Iterator[int]:
    multiples: dict[int, list[int]] = {}
    n = 2
    while True:
        if n not in multiples:
            yield n
            multiples[n * n] = [n]
        for p in multiples.pop(n, []):
            multiples.setdefault(n + p, []).append(p)
        n += 1


def tee_into(items: Iterable[T], *sinks: Callable[[T], None]) -> Iterator[T]:
    for item in items:
        for sink in sinks:
            sink(item)
        yield item


def merge(a: Iterable[int], b: Iterable[int]) -> Iterator[int]:
    left, right = iter(a), iter(b)
    x, y = next(left, None), next(right, None)
    while x is not None and y is not None:
        if x <= y:
            yield x
            x = next(left, None)
        else:
            yield y
            y = next(right, None)
    if x is not None:
        yield x
    if y is not None:
        yield y
    yield from chain(left, right)


def main() -> None:
    lazy = numbers("1 x -2 3 4 y5 5")
    print(started, next(lazy), started, list(lazy))
    print(list(window(range(5), 3)), list(batches("abcdefg", 3)), list(window(started[:0], 2)), list(batches(range(0), 2)))
    print(list(report([1.0, 2.0, 6.0])), list(takewhile(lambda p: p < 40, sieve())), list(islice(sieve(), 20, 23)))
    seen: list[int] = []
    print(sum(tee_into(merge([1, 4, 9], (2, 3, 10, 11)), seen.append)), seen, list(merge([], [5])))
    inner = mean()
    print(next(inner), inner.send(3.0), inner.send(5.0))
    inner.close()
    print([sum(w) for w in window(numbers("1 2 3 4"), 2) if w[0] % 2])
