"""Rings, records, atomics, arrays and every width of integer, where a mistake would show."""
from dataclasses import dataclass
from typing import Final

from rumpk import (
    ACQ_REL, ACQUIRE, RELAXED, RELEASE, Array, Atomic, Bits, Span, be16, f32, i8, i16, i32, i64, packed, sizeof, u8, u16, u32,
    u64, unroll, usize, view, w8, w16, w32, w64,
)

N: Final = 5


@dataclass
class Task:
    name: str
    prio: u8
    ticks: u64 = u64(0)

    def run(self) -> None:
        self.ticks += 1
        self.prio -= 1


class Ring:
    def __init__(self) -> None:
        self.items: Array[u32, 8] = Array[u32, 8]()
        self.head: w32 = w32(0)
        self.tail: w32 = w32(0)

    def put(self, x: u32) -> bool:
        if self.head - self.tail == 8:
            return False
        self.items[int(self.head) % 8] = x
        self.head += 1
        return True

    def get(self) -> u32 | None:
        if self.head == self.tail:
            return None
        x = self.items[int(self.tail) % 8]
        self.tail += 1
        return x


@packed
class Head:
    kind: u8
    length: be16
    flags: u8
    low = Bits("flags", 0, 3)
    high = Bits("flags", 3, 5)


def checksum(s: Span[u8]) -> w16:
    total = w32(0)
    for i in range(0, len(s) - 1, 2):
        total += w32(s[i]) << 8 | w32(s[i + 1])
    if len(s) % 2:
        total += w32(s[-1]) << 8
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~w16(total)


def narrow(x: int) -> list[str]:
    out: list[str] = []
    try:
        out.append(str(u8(x)))
    except OverflowError as e:
        out.append(f"u8:{e}")
    try:
        out.append(str(i8(x)))
    except OverflowError as e:
        out.append(f"i8:{e}")
    try:
        y: u16 = u16(x)
        y += 65000
        out.append(str(y))
    except OverflowError as e:
        out.append(f"u16:{e}")
    try:
        z = i16(x)
        z *= z
        out.append(str(z))
    except OverflowError as e:
        out.append(f"i16:{e}")
    try:
        k = u32(x)
        k -= 1
        k <<= 20
        out.append(str(k))
    except OverflowError as e:
        out.append(f"u32:{e}")
    try:
        q = u64(x)
        q = q * q * q * q
        out.append(str(q))
    except OverflowError as e:
        out.append(f"u64:{e}")
    return out


def each(t: Array[i32, N]) -> int:
    total = 0
    for i in unroll(range(N)):
        total += int(t[i]) * i
    return total


def kind(x: u8 | str | f32) -> str:
    if isinstance(x, int):
        return f"int {x + 1}"
    if isinstance(x, float):
        return f"float {x}"
    return f"str {x}"


def main() -> None:
    print(isinstance(u8(3), int), isinstance(w8(3), int), isinstance(u64(3), str), issubclass(u8, int))
    print(kind(u8(4)), kind("a"), kind(f32(0.5)), isinstance(f32(1.0), float))
    ring = Ring()
    print([ring.put(u32(i)) for i in range(10)], ring.get(), ring.get(), ring.put(u32(99)), ring.head - ring.tail)
    ring.head = w32(0xFFFFFFFE)
    ring.tail = w32(0xFFFFFFFE)
    print([ring.put(u32(i)) for i in range(10)], [ring.get() for _ in range(9)], ring.head)
    t = Task("a", u8(1))
    t.run()
    try:
        t.run()
    except OverflowError as e:
        print(e, t)
    for x in (0, 1, -1, 127, 128, 255, 256, 32767, 32768, 65535, 1 << 31, 1 << 32, 1 << 40):
        print(x, narrow(x))
    data = bytearray(b"\x01\x00\x05\xab tail")
    h = view(Head, Span[u8](data))
    bytes_ = Span[u8](data)
    print(h.kind, h.length, h.low, h.high, checksum(bytes_), checksum(bytes_[:0]), checksum(bytes_[1:4]))
    h.high = 2
    h.length += 1
    h.kind -= 1
    try:
        h.kind -= 1
    except OverflowError as e:
        print(e)
    print(data, sizeof(Head))
    a = Atomic[u32](5)
    print(a.fetch_add(3, RELAXED), a.fetch_sub(10, ACQUIRE), a.load(), a.exchange(1, RELEASE))
    print(a.compare_exchange(1, 7, ACQ_REL), a.load(ACQUIRE))
    print(a.fetch_or(8), a.fetch_and(12), a.fetch_xor(0xFF), a.load(RELAXED), a.compare_exchange(0, 1), a.load())
    b = Atomic[i64](-5)
    print(b.fetch_sub(1), b.load(), b.exchange(9223372036854775807), b.fetch_add(1), b.load())
    print(each(Array[i32, N]([1, -2, 3, -4, 5])))
    tasks = Array[Task, 3]([Task("x", u8(3)), Task("y", u8(2)), Task("z", u8(1))])
    for task in tasks:
        task.run()
    first = tasks[0]
    first.name = "changed"
    tasks[1] = first
    tasks[1].run()
    print([(x.name, x.prio, x.ticks) for x in tasks], tasks[0] is tasks[1], first is tasks[1], len(tasks))
    opt = Array[Task | None, 2]()
    print(opt[0] is None, opt[1] is None)
    opt[1] = first
    second = opt[1]
    print(second.name if second is not None else "-")
    pairs = Array[tuple[int, f32], 2]()
    pairs[1] = (3, f32(0.1))
    print(list(pairs), pairs[1][1] * 3)
    grid = Array[Array[i8, 2], 3]()
    for i in range(3):
        for j in range(2):
            grid[i][j] = i8(i * 10 - j)
    alias = grid[1]
    alias[0] = -128
    print([[int(grid[i][j]) for j in range(2)] for i in range(3)], min(grid[1]), max(alias))
    try:
        grid[len(data)][0] = 1
    except IndexError as e:
        print(e)
    try:
        grid[1][0] -= 1
    except OverflowError as e:
        print(e, grid[1][0])
    print(f32(0.1) + f32(0.2), float(f32(16777217.0)), f32(1e39), w8(200) + 100, w16(5) - 6, -w8(1))
    print(w64(1) << 63 << 1, w32(1) >> 40, usize(7) // 2, usize(7) % 4, u64(1) << 63, i64(-1) >> 70)
    print(u8(0x0F) ^ 0xF0, ~u16(0), i8(-1) & 0x7F, u8(255) & ~3, w8(255) & ~3, (u32(0x1234) & ~0xFF) | 1)
    print(sorted([u8(3), u8(1), u8(2)]), {u8(1): "a"}, {w8(3), w8(3)}, (u16(5), i8(-5)), [u64(2**64 - 1)], f"{i8(-5):+d} {u8(200):#010b}")


if __name__ == "__main__":
    raise SystemExit(main())
