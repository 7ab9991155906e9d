"""Memory allocators over a bytearray: first fit with coalescing, a buddy system, a slab, and a mark-and-sweep heap of pairs."""
from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from random import Random


class OutOfMemory(Exception):
    pass


class Allocator(ABC):
    def __init__(self, size: int) -> None:
        self.memory = bytearray(size)

    @abstractmethod
    def allocate(self, size: int) -> int: ...

    @abstractmethod
    def free(self, at: int) -> None: ...

    def free_bytes(self) -> int:
        raise NotImplementedError


class FirstFit(Allocator):
    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.holes: list[tuple[int, int]] = [(0, size)]
        self.sizes: dict[int, int] = {}

    def allocate(self, size: int) -> int:
        size = -(-max(size, 1) // 8) * 8
        for k, (at, room) in enumerate(self.holes):
            if room >= size:
                self.holes[k:k + 1] = [(at + size, room - size)] if room > size else []
                self.sizes[at] = size
                return at
        raise OutOfMemory(f"{size} bytes; largest hole {max((n for _, n in self.holes), default=0)}")

    def free(self, at: int) -> None:
        size = self.sizes.pop(at)
        merged: list[tuple[int, int]] = []
        for start, room in sorted([*self.holes, (at, size)]):
            if merged and sum(merged[-1]) == start:
                merged[-1] = (merged[-1][0], merged[-1][1] + room)
            else:
                merged.append((start, room))
        self.holes = merged

    def free_bytes(self) -> int:
        return sum(n for _, n in self.holes)


class Buddy(Allocator):
    def __init__(self, order: int) -> None:
        super().__init__(1 << order)
        self.lists: list[set[int]] = [set() for _ in range(order)] + [{0}]
        self.orders: dict[int, int] = {}

    def allocate(self, size: int) -> int:
        order = max(3, (size - 1).bit_length())
        for k in range(order, len(self.lists)):
            if self.lists[k]:
                at = min(self.lists[k])
                self.lists[k].remove(at)
                while k > order:
                    k -= 1
                    self.lists[k].add(at + (1 << k))
                self.orders[at] = order
                return at
        raise OutOfMemory(f"no block of order {order}")

    def free(self, at: int) -> None:
        order = self.orders.pop(at)
        while order < len(self.lists) - 1 and (buddy := at ^ 1 << order) in self.lists[order]:
            self.lists[order].remove(buddy)
            at &= ~(1 << order)
            order += 1
        self.lists[order].add(at)

    def free_bytes(self) -> int:
        return sum(len(blocks) << order for order, blocks in enumerate(self.lists))


@dataclass
class Slab:
    item: int
    count: int
    bitmap: int = 0
    high_water: int = field(default=0, init=False)

    def take(self) -> int:
        free = ~self.bitmap & (self.bitmap + 1)
        slot = free.bit_length() - 1
        if slot >= self.count:
            raise OutOfMemory("slab is full")
        self.bitmap |= free
        self.high_water = max(self.high_water, self.bitmap.bit_count())
        return slot * self.item

    def give(self, at: int) -> None:
        slot, rest = divmod(at, self.item)
        if rest or not self.bitmap >> slot & 1:
            raise ValueError(f"{at} was not taken")
        self.bitmap &= ~(1 << slot)


Ref = int | None


class Heap:
    """Pairs (left, right) of numbers of pairs; roots by name."""

    def __init__(self, cells: int) -> None:
        self.left: list[Ref] = [None] * cells
        self.right: list[Ref] = [None] * cells
        self.free = list(range(cells))
        self.roots: dict[str, Ref] = {}
        self.collections = 0

    def cons(self, left: Ref, right: Ref) -> int:
        if not self.free:
            self.collect(left, right)
        if not self.free:
            raise OutOfMemory(f"{len(self.left)} live pairs")
        at = self.free.pop()
        self.left[at], self.right[at] = left, right
        return at

    def collect(self, *extra: Ref) -> int:
        self.collections += 1
        marked: set[int] = set()
        stack: list[Ref] = [*self.roots.values(), *extra]
        while stack:
            at = stack.pop()
            if at is not None and at not in marked:
                marked.add(at)
                stack += [self.left[at], self.right[at]]
        self.free = [k for k in range(len(self.left)) if k not in marked]
        return len(self.free)


def churn(allocator: Allocator, seed: int) -> tuple[int, int]:
    rng, live, failures = Random(seed), dict[int, int](), 0
    for _ in range(300):
        if live and rng.random() < 0.45:
            at = rng.choice(sorted(live))
            assert all(b == at % 251 for b in allocator.memory[at:at + live[at]]), at
            del live[at]
            allocator.free(at)
        else:
            size = rng.choice([5, 8, 24, 60, 130])
            try:
                at = allocator.allocate(size)
            except OutOfMemory:
                failures += 1
                continue
            allocator.memory[at:at + size] = bytes([at % 251]) * size
            live[at] = size
    for at in list(live):
        allocator.free(at)
    return failures, allocator.free_bytes()


def main() -> None:
    allocators: list[Allocator] = [FirstFit(1024), Buddy(10)]
    for allocator in allocators:
        print(type(allocator).__name__, *churn(allocator, 4))
        try:
            allocator.allocate(5000)
        except OutOfMemory as error:
            print(error)
    slab = Slab(16, 3)
    taken = [slab.take() for _ in range(3)]
    slab.give(16)
    print(taken, slab.take(), slab, slab.high_water)
    for action in (lambda: slab.take(), lambda: slab.give(5)):
        try:
            action()
        except (OutOfMemory, ValueError) as error:
            print(error)
    heap = Heap(10)
    heap.roots["list"] = None
    for n in range(40):
        heap.roots["list"] = heap.cons(None, heap.roots["list"]) if n % 5 else None
    print(heap.collections, len(heap.free), heap.collect())
    ring = heap.cons(None, None)
    heap.left[ring] = heap.right[ring] = ring
    heap.roots["ring"] = ring
    print(heap.collect(), heap.roots.pop("ring") == ring, heap.collect())
    try:
        while True:
            heap.roots["list"] = heap.cons(None, heap.roots["list"])
    except OutOfMemory as error:
        print(error)
