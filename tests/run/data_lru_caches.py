"""Caches: LRU with a linked list, LFU with frequency lists, TTL with a clock of its own, and a decorator over any of them."""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Cache(ABC, Generic[K, V]):
    def __init__(self, room: int) -> None:
        if room < 1:
            raise ValueError("a cache holds at least one item")
        self.room = room
        self.hits = self.misses = 0

    @abstractmethod
    def _find(self, key: K) -> V | None: ...

    @abstractmethod
    def _store(self, key: K, value: V) -> None: ...

    @abstractmethod
    def keys(self) -> list[K]: ...

    def get(self, key: K, make: Callable[[K], V]) -> V:
        found = self._find(key)
        if found is not None:
            self.hits += 1
            return found
        self.misses += 1
        value = make(key)
        self._store(key, value)
        return value

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.keys()}, {self.hits} hits, {self.misses} misses)"


class Link(Generic[K, V]):
    def __init__(self, key: K | None = None, value: V | None = None) -> None:
        self.key, self.value = key, value
        self.before: Link[K, V] = self
        self.after: Link[K, V] = self

    def unlink(self) -> None:
        self.before.after, self.after.before = self.after, self.before

    def insert_behind(self, other: Link[K, V]) -> None:
        self.before, self.after = other, other.after
        other.after.before = self
        other.after = self


class LruCache(Cache[K, V]):
    def __init__(self, room: int) -> None:
        super().__init__(room)
        self.links: dict[K, Link[K, V]] = {}
        self.ring: Link[K, V] = Link()

    def _find(self, key: K) -> V | None:
        link = self.links.get(key)
        if link is None:
            return None
        link.unlink()
        link.insert_behind(self.ring)
        return link.value

    def _store(self, key: K, value: V) -> None:
        if len(self.links) == self.room:
            last = self.ring.before
            last.unlink()
            if last.key is not None:
                del self.links[last.key]
        link = self.links[key] = Link(key, value)
        link.insert_behind(self.ring)

    def keys(self) -> list[K]:
        out: list[K] = []
        link = self.ring.after
        while link is not self.ring:
            if link.key is not None:
                out.append(link.key)
            link = link.after
        return out


class LfuCache(Cache[K, V]):
    def __init__(self, room: int) -> None:
        super().__init__(room)
        self.values: dict[K, tuple[V, int]] = {}
        self.by_count: defaultdict[int, OrderedDict[K, None]] = defaultdict(OrderedDict)

    def _find(self, key: K) -> V | None:
        if key not in self.values:
            return None
        value, count = self.values[key]
        del self.by_count[count][key]
        if not self.by_count[count]:
            del self.by_count[count]
        self.values[key] = value, count + 1
        self.by_count[count + 1][key] = None
        return value

    def _store(self, key: K, value: V) -> None:
        if len(self.values) >= self.room:
            rare = min(self.by_count)
            victim, _ = self.by_count[rare].popitem(last=False)
            if not self.by_count[rare]:
                del self.by_count[rare]
            del self.values[victim]
        self.values[key] = (value, 1)
        self.by_count[1][key] = None

    def keys(self) -> list[K]:
        return list(self.values)


@dataclass
class Clock:
    now: int = 0

    def advance(self, by: int) -> int:
        self.now += by
        return self.now


@dataclass(eq=False, repr=False)
class TtlCache(Cache[K, V]):
    room: int
    ttl: int
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        super().__init__(self.room)
        self.entries: dict[K, tuple[int, V]] = {}

    def _find(self, key: K) -> V | None:
        if key in self.entries:
            until, value = self.entries[key]
            if self.clock.now < until:
                return value
            del self.entries[key]
        return None

    def _store(self, key: K, value: V) -> None:
        while len(self.entries) >= self.room:
            oldest = min(self.entries, key=lambda k: self.entries[k][0])
            self.entries.pop(oldest)
        self.entries[key] = (self.clock.now + self.ttl, value)

    def keys(self) -> list[K]:
        return sorted_by(self.entries, lambda entry: entry[0])


def sorted_by(entries: dict[K, tuple[int, V]], key: Callable[[tuple[int, V]], int]) -> list[K]:
    return [k for k, _ in sorted(entries.items(), key=lambda pair: key(pair[1]))]


def cached_in(cache: Cache[K, V]) -> Callable[[Callable[[K], V]], Callable[[K], V]]:
    def decorate(fn: Callable[[K], V]) -> Callable[[K], V]:
        def wrapper(key: K) -> V:
            return cache.get(key, fn)

        return wrapper

    return decorate


def main() -> None:
    made: list[str] = []

    def make(key: str) -> int:
        made.append(key)
        return len(key) * 10 + ord(key[0])

    lru: LruCache[str, int] = LruCache(3)
    lfu: LfuCache[str, int] = LfuCache(3)
    ttl: TtlCache[str, int] = TtlCache(3, ttl=4)
    for cache in (lru, lfu):
        for key in "a b c a d a e c a b".split():
            cache.get(key, make)
        print(cache)
    for step, key in enumerate("a b a c a d e a".split()):
        ttl.get(key, make)
        ttl.clock.advance(1 if step % 3 else 2)
    print(ttl, ttl.clock, len(made))
    squares: LruCache[int, int] = LruCache(2)

    def compute(n: int) -> int:
        print("computing", n)
        return n * n

    square = cached_in(squares)(compute)
    print([square(n) for n in (3, 4, 3, 5, 4, 3)], squares)
    try:
        LruCache[int, str](0)
    except ValueError as error:
        print(error)
