"""Page tables, a TLB and page replacement: FIFO, LRU, clock and optimal over one reference string."""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections import OrderedDict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


class PageFault(Exception):
    def __init__(self, page: int) -> None:
        super().__init__(f"page {page:#x} is not present")
        self.page = page


@dataclass(slots=True)
class Entry:
    frame: int | None = None
    dirty: bool = False
    referenced: bool = False

    @property
    def present(self) -> bool:
        return self.frame is not None


class Replacement(ABC):
    name = "?"

    @abstractmethod
    def touched(self, page: int) -> None: ...

    @abstractmethod
    def victim(self) -> int: ...

    def loaded(self, page: int) -> None:
        self.touched(page)


class Fifo(Replacement):
    name = "FIFO"

    def __init__(self) -> None:
        self.queue: deque[int] = deque()

    def touched(self, page: int) -> None:
        pass

    def loaded(self, page: int) -> None:
        self.queue.append(page)

    def victim(self) -> int:
        return self.queue.popleft()


class Lru(Replacement):
    name = "LRU"

    def __init__(self) -> None:
        self.order: OrderedDict[int, None] = OrderedDict()

    def touched(self, page: int) -> None:
        self.order[page] = None
        self.order.move_to_end(page)

    def victim(self) -> int:
        page, _ = self.order.popitem(last=False)
        return page


class Clock(Replacement):
    name = "CLOCK"

    def __init__(self) -> None:
        self.ring: list[list[int]] = []
        self.hand = 0

    def touched(self, page: int) -> None:
        for slot in self.ring:
            if slot[0] == page:
                slot[1] = 1

    def loaded(self, page: int) -> None:
        self.ring.insert(self.hand, [page, 1])
        self.hand = (self.hand + 1) % len(self.ring)

    def victim(self) -> int:
        while True:
            self.hand %= len(self.ring)
            slot = self.ring[self.hand]
            if not slot[1]:
                del self.ring[self.hand]
                return slot[0]
            slot[1] = 0
            self.hand += 1


class Optimal(Replacement):
    name = "OPT"

    def __init__(self, future: Sequence[int]) -> None:
        self.future = list(future)
        self.here: set[int] = set()

    def touched(self, page: int) -> None:
        self.future.pop(0)
        self.here.add(page)

    def victim(self) -> int:
        def next_use(page: int) -> int:
            return self.future.index(page) if page in self.future else 10**9

        page = max(sorted(self.here), key=next_use)
        self.here.remove(page)
        return page


@dataclass
class Memory:
    frames: int
    policy: Replacement
    table: dict[int, Entry] = field(default_factory=dict)
    tlb: OrderedDict[int, int] = field(default_factory=OrderedDict, repr=False)
    faults: int = 0
    tlb_hits: int = 0
    written_back: list[int] = field(default_factory=list)

    def translate(self, address: int) -> int:
        page, offset = divmod(address, 0x1000)
        if (frame := self.tlb.get(page)) is not None:
            self.tlb_hits += 1
            self.tlb.move_to_end(page)
        else:
            entry = self.table.get(page)
            if entry is None or entry.frame is None:
                raise PageFault(page)
            frame = entry.frame
            self.tlb[page] = frame
            if len(self.tlb) > 2:
                self.tlb.popitem(last=False)
        self.policy.touched(page)
        return frame * 0x1000 + offset

    def access(self, address: int, write: bool = False) -> int:
        try:
            physical = self.translate(address)
        except PageFault as fault:
            self.load(fault.page)
            physical = self.access_loaded(address)
        if write:
            self.table[address >> 12].dirty = True
        return physical

    def access_loaded(self, address: int) -> int:
        entry = self.table[address >> 12]
        assert entry.frame is not None, "load() gives every page a frame"
        return entry.frame << 12 | address & 0xFFF

    def load(self, page: int) -> None:
        self.faults += 1
        used = {e.frame for e in self.table.values() if e.present}
        free = next((f for f in range(self.frames) if f not in used), None)
        if free is None:
            victim = self.policy.victim()
            gone = self.table[victim]
            free, gone.frame = gone.frame, None
            self.tlb.pop(victim, None)
            if gone.dirty:
                self.written_back.append(victim)
                gone.dirty = False
        self.table.setdefault(page, Entry()).frame = free
        self.policy.loaded(page)


def run(policy: Replacement, pages: Iterable[int], frames: int) -> Memory:
    memory = Memory(frames, policy)
    for count, page in enumerate(pages):
        memory.access(page << 12 | count, write=count % 4 == 0)
    return memory


def main() -> None:
    pages = [7, 0, 1, 2, 0, 3, 0, 4, 2, 3, 0, 3, 2, 1, 2, 0, 1, 7, 0, 1]
    for frames in (3, 4):
        for policy in (Fifo(), Lru(), Clock(), Optimal(pages)):
            memory = run(policy, pages, frames)
            print(f"{policy.name:6}{frames} frames: {memory.faults:2} faults, {memory.tlb_hits} TLB hits, back {memory.written_back}")
    belady = [1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5]
    print([run(Fifo(), belady, n).faults for n in range(1, 6)], [run(Lru(), belady, n).faults for n in range(1, 6)])
    print(run(Lru(), [1, 2], 2).table)
    memory = Memory(1, Fifo())
    try:
        memory.translate(0x5123)
    except PageFault as fault:
        print(fault, fault.args)
    print(hex(memory.access(0x5123)), hex(memory.access(0x5FFF)), hex(memory.access(0x6001)), memory.faults)
