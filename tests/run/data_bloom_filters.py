"""Sketches: Bloom filter, counting Bloom filter, count-min, HyperLogLog-like counter; hashing by hashlib and zlib."""
from __future__ import annotations

import hashlib
import math
import zlib
from collections import Counter
from typing import Callable, Iterator

Hasher = Callable[[bytes, int], int]


def by_blake(data: bytes, salt: int) -> int:
    digest = hashlib.blake2b(data, digest_size=8, salt=salt.to_bytes(16, "little")).digest()
    return int.from_bytes(digest[:7], "big")


def by_crc(data: bytes, salt: int) -> int:
    return zlib.crc32(data, salt * 0x9E3779B1 & 0xFFFFFFFF)


class BloomFilter:
    def __init__(self, capacity: int, error: float, hasher: Hasher = by_blake) -> None:
        if not 0 < error < 1:
            raise ValueError(f"{error=} is no probability")
        self.bits = math.ceil(-capacity * math.log(error) / math.log(2) ** 2)
        self.hashes = max(1, round(self.bits / capacity * math.log(2)))
        self.data = bytearray(-(-self.bits // 8))
        self.hasher = hasher

    def _places(self, item: str) -> Iterator[tuple[int, int]]:
        raw = item.encode()
        for salt in range(self.hashes):
            yield divmod(self.hasher(raw, salt) % self.bits, 8)

    def add(self, item: str) -> None:
        for byte, bit in self._places(item):
            self.data[byte] |= 1 << bit

    def __contains__(self, item: str) -> bool:
        return all(self.data[byte] >> bit & 1 for byte, bit in self._places(item))

    def __or__(self, other: BloomFilter) -> BloomFilter:
        if (self.bits, self.hashes) != (other.bits, other.hashes):
            raise ValueError("filters of different shapes")
        out = self.empty()
        out.data = bytearray(a | b for a, b in zip(self.data, other.data))
        return out

    def empty(self) -> BloomFilter:
        out = BloomFilter(1, 0.5, self.hasher)
        out.bits, out.hashes, out.data = self.bits, self.hashes, bytearray(len(self.data))
        return out

    @property
    def fill(self) -> float:
        return sum(byte.bit_count() for byte in self.data) / self.bits


class CountingFilter(BloomFilter):
    def __init__(self, capacity: int, error: float) -> None:
        super().__init__(capacity, error, by_crc)
        self.counts = [0] * self.bits

    def add(self, item: str) -> None:
        for byte, bit in self._places(item):
            self.counts[byte * 8 + bit] += 1
        super().add(item)

    def discard(self, item: str) -> bool:
        if item not in self:
            return False
        for byte, bit in self._places(item):
            self.counts[byte * 8 + bit] -= 1
            if not self.counts[byte * 8 + bit]:
                self.data[byte] &= ~(1 << bit)
        return True


class CountMin:
    def __init__(self, width: int, depth: int) -> None:
        self.rows = [[0] * width for _ in range(depth)]

    def add(self, item: str, count: int = 1) -> None:
        for salt, row in enumerate(self.rows):
            row[by_crc(item.encode(), salt) % len(row)] += count

    def __getitem__(self, item: str) -> int:
        return min(row[by_crc(item.encode(), salt) % len(row)] for salt, row in enumerate(self.rows))


class DistinctCounter:
    def __init__(self, bits: int = 6) -> None:
        self.bits = bits
        self.registers = [0] * (1 << bits)

    def add(self, item: str) -> None:
        code = by_blake(item.encode(), 0)
        slot, rest = code & ((1 << self.bits) - 1), code >> self.bits
        rank = (rest & -rest).bit_length() if rest else 64
        self.registers[slot] = max(self.registers[slot], rank)

    def estimate(self) -> float:
        m = len(self.registers)
        raw = 0.709 * m * m / sum(2.0 ** -r for r in self.registers)
        zeros = self.registers.count(0)
        return m * math.log(m / zeros) if raw <= 2.5 * m and zeros else raw


def main() -> None:
    bloom = BloomFilter(capacity=100, error=0.01)
    other = BloomFilter(100, 0.01)
    for n in range(100):
        (bloom if n % 2 else other).add(f"item{n}")
    both = bloom | other
    print(bloom.bits, bloom.hashes, f"{both.fill:.3f}", all(f"item{n}" in both for n in range(100)))
    print(sum(f"other{n}" in both for n in range(300)), "item2" in bloom, "" in bloom)
    counting = CountingFilter(20, 0.05)
    for word in "to be or not to be".split():
        counting.add(word)
    print(counting.discard("to"), "to" in counting, counting.discard("to"), "to" in counting, counting.discard("zebra"), max(counting.counts))
    text = "the quick fox the lazy dog the end of the day".split()
    sketch, exact = CountMin(64, 4), Counter(text)
    for word in text:
        sketch.add(word)
    print({word: (sketch[word], n) for word, n in exact.most_common(3)}, all(sketch[w] >= n for w, n in exact.items()))
    distinct = DistinctCounter()
    for n in range(1000):
        distinct.add(str(n % 250))
    print(abs(distinct.estimate() - 250) < 60, max(distinct.registers) > 2)
    bads: list[Callable[[], BloomFilter]] = [lambda: BloomFilter(10, 1.5), lambda: bloom | BloomFilter(7, 0.2)]
    for bad in bads:
        try:
            bad()
        except ValueError as error:
            print(error)
    print(by_blake(b"abc", 1) % 1000, by_crc(b"abc", 3))
