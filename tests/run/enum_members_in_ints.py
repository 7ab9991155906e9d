# apart: where a member goes is followed through all of a program
"""Members of an IntEnum or IntFlag where `int` is written, in places that nothing tells from the number."""

import heapq
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum, IntFlag, auto
from typing import Final, NamedTuple


class Op(IntEnum):
    PUSH = 1
    ADD = 2
    MUL = 3
    JUMP = 4
    HALT = 5


class Level(IntEnum):
    LOW = 10
    MIDDLE = 20
    HIGH = 30

    def __repr__(self) -> str:
        return "level"


class Perm(IntFlag):
    R = auto()
    W = auto()
    X = auto()


COSTS: Final[dict[int, int]] = {Op.PUSH: 1, Op.ADD: 2, Op.MUL: 5}
START: int = Op.PUSH
PROGRAM: list[int] = [Op.PUSH, 6, Op.PUSH, 7, Op.MUL, Op.HALT]
PAIRS: list[tuple[str, int]] = [("low", Level.LOW), ("high", Level.HIGH)]


@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)


@dataclass
class File:
    name: str
    mode: int = Perm.R

    def allows(self, wanted: int) -> bool:
        return self.mode & wanted == wanted

    def grant(self, more: int) -> None:
        self.mode |= more


class Row(NamedTuple):
    code: int
    text: str


class Counter:
    total: int = Level.LOW

    def __init__(self, start: int) -> None:
        self.start = start
        self.seen: dict[int, int] = {}
        self.last: int | None = None

    def add(self, level: int) -> int:
        self.seen[level] = self.seen.get(level, 0) + 1
        self.last = level
        return self.seen[level]


class Machine:
    def __init__(self, code: list[int]) -> None:
        self.code = code
        self.stack: list[int] = []
        self.table: dict[int, Callable[[], None]] = {Op.ADD: self.add, Op.MUL: self.multiply}

    def add(self) -> None:
        self.stack.append(self.stack.pop() + self.stack.pop())

    def multiply(self) -> None:
        self.stack.append(self.stack.pop() * self.stack.pop())

    def run(self) -> int:
        at = 0
        while True:
            op = self.code[at]
            at += 1
            match op:
                case Op.PUSH:
                    self.stack.append(self.code[at])
                    at += 1
                case Op.HALT:
                    return self.stack.pop()
                case _:
                    handler = self.table.get(op)
                    if handler is None:
                        raise ValueError(f"bad op {op}")
                    handler()


def exit_code(fails: int) -> int:
    if fails > 2:
        return Level.HIGH
    return Level.LOW if fails else 0


def levels() -> Iterator[int]:
    yield Level.LOW
    yield 15
    yield Level.HIGH


def clamp(level: int) -> int:
    if level > 25:
        level = Level.MIDDLE
    return level


def remember(level: int, into: list[int]) -> None:
    now = level
    now = now + 1
    into.append(level)
    print(level, now)


def describe(level: int = Level.LOW, *, limit: int | None = None) -> str:
    kept: int = level
    return f"{kept}/{kept:04d}/{limit}"


def main() -> None:
    print(repr(Op(PROGRAM[0])), Op(START).name)
    print(Machine(PROGRAM).run(), Machine([Op.PUSH, 2, Op.PUSH, 3, Op.ADD, Op.HALT]).run())
    print(sum(COSTS.get(op, 0) for op in PROGRAM), START, COSTS[Op.MUL], Op.JUMP in COSTS)
    for name, number in PAIRS:
        print(name, number)
    heap: list[tuple[int, str]] = []
    for item in [(Level.HIGH, "a"), (Level.LOW, "b")]:
        heapq.heappush(heap, item)
    heapq.heappush(heap, (Level.MIDDLE, "c"))
    while heap:
        priority, text = heapq.heappop(heap)
        print(priority, text)
    tasks = [Task(Level.HIGH, "x"), Task(3, "y"), Task(Level.LOW, "z")]
    tasks.sort()
    print([t.name for t in tasks], [str(t.priority) for t in tasks], max(tasks).priority)
    file = File("f")
    print(file.allows(Perm.R), file.allows(Perm.W))
    file.grant(Perm.W | Perm.X)
    print(file.allows(Perm.W), file.mode, file.mode & Perm.X, bool(file.mode & 8))
    counter = Counter(Level.MIDDLE)
    print(counter.add(Level.LOW), counter.add(10), counter.add(Level.HIGH), counter.start, counter.last, counter.total)
    print([exit_code(n) + 0 for n in range(4)], list(map(str, levels())), clamp(Level.HIGH), clamp(7))
    queue: deque[int] = deque()
    queue.append(Level.LOW)
    queue.appendleft(Level.HIGH)
    print(queue[0], queue.pop(), len(queue))
    kept: list[int] = []
    remember(Level.LOW, kept)
    remember(4, kept)
    kept.sort(reverse=True)
    print("%d %s" % (kept[0], kept[1]), kept[0] == Level.LOW, Level.LOW in kept, kept.index(Level.LOW))
    print(describe(), describe(Level.HIGH, limit=Level.MIDDLE), describe(3))
    row = Row(Op.ADD, "add")
    print(row.code, row.text, row[0] + 1)
    level: int = Level.HIGH
    maybe: int | None = Level.LOW
    print(level, maybe, level // 7, divmod(level, 7), level.bit_length(), -level, [1, 2, 3][Op.PUSH])
    grid: list[list[int]] = [[0] * 2 for _ in range(2)]
    grid[0][1] = Level.LOW
    print(" ".join(str(cell) for line in grid for cell in line))
    plain = int(level)
    print([plain, int(Level.LOW)], [Op.ADD.value], (plain,))
    level = 5
    chosen: int = Level.LOW if level > 3 else 9
    print(chosen, {1: level}.get(Op.PUSH, Level.LOW))


if __name__ == "__main__":
    main()
