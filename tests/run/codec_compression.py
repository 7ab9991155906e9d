"""Compression round trips: run lengths, LZW with growing codes, Burrows-Wheeler with move-to-front, arithmetic coding by ranges."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import Protocol


class Codec(Protocol):
    @property
    def name(self) -> str: ...
    def encode(self, data: bytes) -> bytes: ...
    def decode(self, data: bytes) -> bytes: ...


class BitWriter:
    def __init__(self) -> None:
        self.data = bytearray()
        self.pending = self.count = 0

    def put(self, value: int, width: int) -> None:
        self.pending = self.pending << width | value
        self.count += width
        while self.count >= 8:
            self.count -= 8
            self.data.append(self.pending >> self.count & 0xFF)
        self.pending &= (1 << self.count) - 1

    def finish(self) -> bytes:
        if self.count:
            self.put(0, 8 - self.count)
        return bytes(self.data)


class BitReader:
    def __init__(self, data: bytes) -> None:
        self.bits = iter(f"{byte:08b}" for byte in data)
        self.left = ""

    def take(self, width: int) -> int:
        while len(self.left) < width:
            self.left += next(self.bits, "00000000")
        value, self.left = int(self.left[:width] or "0", 2), self.left[width:]
        return value


class RunLength:
    name = "rle"

    def encode(self, data: bytes) -> bytes:
        out = bytearray()
        for byte, run in groupby(data):
            length = len(list(run))
            while length:
                now = min(length, 255)
                out += bytes((now, byte))
                length -= now
        return bytes(out)

    def decode(self, data: bytes) -> bytes:
        return b"".join(bytes([byte]) * count for count, byte in zip(data[::2], data[1::2]))


class Lzw:
    name = "lzw"
    END = 256

    def encode(self, data: bytes) -> bytes:
        table = {bytes([k]): k for k in range(256)}
        code, writer, width = 257, BitWriter(), 9
        word = b""
        for k in range(len(data)):
            longer = word + data[k:k + 1]
            if longer in table:
                word = longer
                continue
            writer.put(table[word], width)
            table[longer] = code
            code += 1
            if code == 1 << width:
                width += 1
            word = data[k:k + 1]
        if word:
            writer.put(table[word], width)
            if code + 1 == 1 << width:
                width += 1
        writer.put(self.END, width)
        return writer.finish()

    def decode(self, data: bytes) -> bytes:
        table = {k: bytes([k]) for k in range(256)}
        reader, width, code = BitReader(data), 9, 257
        out: list[bytes] = []
        previous = b""
        while (this := reader.take(width)) != self.END:
            if this in table:
                entry = table[this]
            elif this == code and previous:
                entry = previous + previous[:1]
            else:
                raise ValueError(f"bad code {this}")
            out.append(entry)
            if previous:
                table[code] = previous + entry[:1]
                code += 1
            if code + 1 == 1 << width:
                width += 1
            previous = entry
        return b"".join(out)


class BurrowsWheeler:
    name = "bwt+mtf"

    def encode(self, data: bytes) -> bytes:
        order = sorted(range(len(data)), key=lambda k: data[k:] + data[:k])
        last = bytes(data[k - 1] for k in order)
        start = order.index(0) if data else 0
        return start.to_bytes(2, "big") + bytes(self.to_front(last))

    @staticmethod
    def to_front(data: Iterable[int]) -> Iterator[int]:
        recent = list(range(256))
        for byte in data:
            at = recent.index(byte)
            yield at
            recent.insert(0, recent.pop(at))

    @staticmethod
    def from_front(data: Iterable[int]) -> Iterator[int]:
        recent = list(range(256))
        for at in data:
            byte = recent.pop(at)
            recent[:0] = [byte]
            yield byte

    def decode(self, data: bytes) -> bytes:
        at, last = int.from_bytes(data[:2], "big"), list(self.from_front(data[2:]))
        follow = [k for _, k in sorted((byte, k) for k, byte in enumerate(last))]
        out = bytearray()
        for _ in last:
            at = follow[at]
            out.append(last[at])
        return bytes(out)


class RangeCoder:
    """Carry-less arithmetic coding with a static model, which is sent first."""

    name = "range"
    TOP = 1 << 24
    BOTTOM = 1 << 16

    def model(self, counts: Sequence[int]) -> list[int]:
        return [0, *accumulate(counts)]

    def encode(self, data: bytes) -> bytes:
        counted = Counter(data)
        header = bytes([len(counted) & 0xFF]) + len(data).to_bytes(2, "big")
        symbols = sorted(counted)
        for symbol in symbols:
            header += bytes([symbol]) + counted[symbol].to_bytes(2, "big")
        sums = self.model([counted[s] for s in symbols])
        low, span = 0, 0xFFFFFFFF
        out = bytearray()
        for byte in data:
            at = symbols.index(byte)
            span //= sums[-1]
            low += sums[at] * span
            span *= sums[at + 1] - sums[at]
            while low ^ (low + span) < self.TOP or span < self.BOTTOM:
                if low ^ (low + span) >= self.TOP:
                    span = -low & (self.BOTTOM - 1)
                out.append(low >> 24 & 0xFF)
                low, span = low << 8 & 0xFFFFFFFF, span << 8 & 0xFFFFFFFF
        return header + bytes(out) + (low & 0xFFFFFFFF).to_bytes(4, "big")

    def decode(self, data: bytes) -> bytes:
        kinds, length = data[0], int.from_bytes(data[1:3], "big")
        if not length:
            return b""
        kinds = kinds or 256
        rows = [data[3 + 3 * k:6 + 3 * k] for k in range(kinds)]
        symbols = [row[0] for row in rows]
        sums = self.model([int.from_bytes(row[1:], "big") for row in rows])
        rest = iter(data[3 + 3 * kinds:] + bytes(8))
        code = 0
        for _ in range(4):
            code = code << 8 | next(rest)
        low, span = 0, 0xFFFFFFFF
        out = bytearray()
        while len(out) < length:
            span //= sums[-1]
            value = min((code - low & 0xFFFFFFFF) // span, sums[-1] - 1)
            at = next(k for k in range(kinds) if sums[k + 1] > value)
            out.append(symbols[at])
            low += sums[at] * span
            span *= sums[at + 1] - sums[at]
            while low ^ (low + span) < self.TOP or span < self.BOTTOM:
                if low ^ (low + span) >= self.TOP:
                    span = -low & (self.BOTTOM - 1)
                code = (code << 8 | next(rest)) & 0xFFFFFFFF
                low, span = low << 8 & 0xFFFFFFFF, span << 8 & 0xFFFFFFFF
        return bytes(out)


SAMPLES = [b"", b"a", b"TOBEORNOTTOBEORTOBEORNOT", b"\0" * 300, b"banana bandana", bytes(range(0, 256, 3)) * 2, "žluťoučký kůň".encode()]


def main() -> None:
    codecs: list[Codec] = [RunLength(), Lzw(), BurrowsWheeler(), RangeCoder()]
    for codec in codecs:
        sizes: list[str] = []
        for sample in SAMPLES:
            packed = codec.encode(sample)
            assert codec.decode(packed) == sample, (codec.name, sample, codec.decode(packed))
            sizes.append(f"{len(sample)}→{len(packed)}")
        print(f"{codec.name:8}", *sizes)
    print(Lzw().encode(b"TOBEORNOT").hex(), BurrowsWheeler().encode(b"banana"), RunLength().encode(b"aaab"))
    try:
        Lzw().decode(bytes([0xFF, 0xFF]))
    except ValueError as error:
        print(error)
