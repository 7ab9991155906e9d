"""What every file of random programs begins with: helpers that print when they are called, generic functions and a class,
context managers, and fuel that ends what would run too long.
"""

from __future__ import annotations

FUEL = 3000

PRELUDE = f'''from __future__ import annotations
from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum, IntEnum, IntFlag
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, reduce, total_ordering
from heapq import heapify, heappop, heappush, nlargest, nsmallest
from itertools import (accumulate, chain, combinations, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise,
                       permutations, product, repeat, starmap, takewhile, zip_longest)
from math import ceil, comb, copysign, fabs, floor, fmod, gcd, isfinite, isinf, isnan, isqrt, prod, sqrt, trunc
from typing import ClassVar, Final, Generic, NamedTuple, Protocol, Self, TypeVar
from rumpk import i8, i16, i32, i64, u8, u16, u32, u64, w8, w16, w32, w64
T = TypeVar("T")
U = TypeVar("U")
fuel = {FUEL}

class Exhausted(BaseException):
    pass

def refuel() -> None:
    global fuel
    fuel = {FUEL}

def tick() -> None:
    global fuel
    fuel -= 1
    if fuel < 0:
        raise Exhausted()

def show(tag: str, x: T) -> T:
    print(tag, x)
    return x

def same(x: T) -> T:
    return x

def pick(xs: list[T], at: int, other: T) -> T:
    return xs[at] if 0 <= at < len(xs) else other

def biggest(a: T, b: T, c: T) -> T:
    return max(a, b, c)

def order(a: int, b: str, c: int = -1) -> None:
    print("order", a, b, c)

def total(*items: int, start: int = 0) -> int:
    for item in items:
        start += item
    return start

def apply(change: Callable[[T], U], x: T) -> U:
    return change(x)

def either(a: T, b: T, left: bool) -> T:
    if left:
        return a
    return b

def first_of(items: Iterable[T], other: T) -> T:
    for item in items:
        return item
    return other

def by_five(a: int, b: int) -> int:
    return a % 5 - b % 5

def heapify_first(items: list[T]) -> T:
    heapify(items)
    return heappop(items)

def grouped(words: list[str]) -> dict[str, list[int]]:
    out: defaultdict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(words):
        out[word[:1]].append(i)
    return dict(out)

class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item

    def get(self) -> T:
        return self.item

    def also(self, change: Callable[[T], T]) -> T:
        self.item = change(self.item)
        return self.item

class Guard:
    def __init__(self, name: str, swallow: bool = False) -> None:
        self.name = name
        self.swallow = swallow

    def __enter__(self) -> Guard:
        print("enter", self.name)
        return self

    def __exit__(self, kind: object | None, error: BaseException | None, trace: object | None) -> bool:
        print("exit", self.name, repr(error))
        return self.swallow
'''
