import functools
import heapq
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum, IntFlag
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Perm(IntFlag):
    R = 1
    W = 2


@dataclass
class Job:
    priority: int


class Row(NamedTuple):
    code: int
    text: str


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


TABLE: dict[int, str] = {Level.LOW: "low"}


def levels() -> Iterator[int]:
    yield 5
    yield Level.HIGH


def first(value: int) -> int:
    if value > 5:
        value = 5
    return value


def shared() -> list[int]:
    found = 3

    def find() -> None:
        nonlocal found
        found = Level.HIGH

    find()
    return [found]


def main() -> None:
    plain: int = Level.HIGH
    print(f"{plain!r}")
    print(Job(Level.HIGH))
    print(Row(Level.LOW, "a"))
    print(TABLE)
    print(sorted(levels()))
    print([first(Level.LOW)])
    print(shared())
    stack: Stack[int] = Stack()
    stack.push(Level.LOW)
    print(stack.items)
    heap: list[tuple[int, str]] = []
    heapq.heappush(heap, (Level.LOW, "a"))
    print(heapq.heappop(heap))
    queue: deque[int] = deque()
    same = queue
    same.append(Level.LOW)
    print(queue)
    late = functools.partial(first, Level.LOW)
    print([late()])
    call: Callable[[int], list[int]] = lambda n: [n]
    print(call(Level.LOW))
    any_of: int = Level.LOW
    thing: object = any_of
    print(thing)
    mask: int = Perm.R
    print(7 & ~mask)
    bits: int = Perm.W
    print(bits | first(-8))
