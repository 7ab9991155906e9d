"""What every file of random programs begins with: helpers that print when they are called, generic functions and a class,
context managers, and fuel that ends what would run too long.
"""

from __future__ import annotations

FUEL = 3000

PRELUDE = f'''from __future__ import annotations
from abc import ABC, abstractmethod
from bisect import insort
from collections import deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from functools import reduce
from heapq import heappush
from itertools import accumulate
from typing import Generic, NamedTuple, Protocol, TypeVar
from rumpk import i16, i64, u8, u32, w8, w32, w64
T = TypeVar("T")
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
