"""Check digits and error correction: CRC tables for several polynomials, Adler, Fletcher, Luhn, ISBN, IBAN, Hamming(7,4), Reed-Solomon."""
from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from functools import reduce
from typing import Callable, ClassVar


def reflect(value: int, width: int) -> int:
    return int(f"{value:0{width}b}"[::-1], 2)


@dataclass
class Crc:
    name: str
    width: int
    poly: int
    start: int = 0
    reflected: bool = False
    xor: int = 0
    table: list[int] = field(init=False, repr=False, compare=False)
    made: ClassVar[int] = 0

    def __post_init__(self) -> None:
        Crc.made += 1
        top, mask = 1 << (self.width - 1), (1 << self.width) - 1
        self.table = []
        for byte in range(256):
            crc = (reflect(byte, 8) if self.reflected else byte) << (self.width - 8)
            for _ in range(8):
                crc = crc << 1 ^ (self.poly if crc & top else 0)
            crc &= mask
            self.table.append(reflect(crc, self.width) if self.reflected else crc)

    def __call__(self, data: bytes) -> int:
        crc = reflect(self.start, self.width) if self.reflected else self.start
        for byte in data:
            if self.reflected:
                crc = crc >> 8 ^ self.table[(crc ^ byte) & 0xFF]
            else:
                crc = (crc << 8 ^ self.table[(crc >> (self.width - 8) ^ byte) & 0xFF]) & ((1 << self.width) - 1)
        return crc ^ self.xor


def fletcher16(data: bytes) -> int:
    def step(sums: tuple[int, int], byte: int) -> tuple[int, int]:
        first = (sums[0] + byte) % 255
        return first, (sums[1] + first) % 255

    low, high = reduce(step, data, (0, 0))
    return high << 8 | low


def luhn(digits: str) -> bool:
    total = 0
    for position, ch in enumerate(reversed(digits.replace(" ", ""))):
        total += sum(divmod(int(ch) * (1 + position % 2), 10))
    return total % 10 == 0


def isbn10(text: str) -> bool:
    values = [10 if ch == "X" else int(ch) for ch in text if ch not in "- "]
    return len(values) == 10 and sum((10 - k) * v for k, v in enumerate(values)) % 11 == 0


def iban(text: str) -> bool:
    compact = "".join(text.split())
    rest = 0
    for ch in compact[4:] + compact[:4]:
        rest = (rest * (100 if ch.isalpha() else 10) + int(ch, 36)) % 97
    return rest == 1


def hamming_encode(nibble: int) -> int:
    d = [nibble >> k & 1 for k in range(4)]
    bits = [d[0] ^ d[1] ^ d[3], d[0] ^ d[2] ^ d[3], d[0], d[1] ^ d[2] ^ d[3], d[1], d[2], d[3]]
    return sum(bit << k for k, bit in enumerate(bits))


def hamming_decode(code: int) -> tuple[int, int]:
    bad = 0
    for position in range(1, 8):
        if code >> (position - 1) & 1:
            bad ^= position
    if bad:
        code ^= 1 << (bad - 1)
    return sum((code >> at & 1) << k for k, at in enumerate((2, 4, 5, 6))), bad


class Uncorrectable(ValueError):
    """More errors than the code can mend."""


class ReedSolomon:
    EXP: ClassVar[list[int]] = []
    LOG: ClassVar[dict[int, int]] = {}

    def __init__(self, check: int) -> None:
        if not self.EXP:
            value = 1
            for power in range(255):
                self.EXP.append(value)
                self.LOG[value] = power
                value = value << 1 ^ (0x11D if value & 0x80 else 0)
        self.check = check
        self.generator = [1]
        for k in range(check):
            self.generator = self.times(self.generator, [1, self.EXP[k]])

    def mul(self, a: int, b: int) -> int:
        return self.EXP[(self.LOG[a] + self.LOG[b]) % 255] if a and b else 0

    def div(self, a: int, b: int) -> int:
        return self.EXP[(self.LOG[a] - self.LOG[b]) % 255] if a else 0

    def times(self, p: list[int], q: list[int]) -> list[int]:
        out = [0] * (len(p) + len(q) - 1)
        for i, a in enumerate(p):
            for j, b in enumerate(q):
                out[i + j] ^= self.mul(a, b)
        return out

    def value(self, p: list[int], x: int) -> int:
        return reduce(lambda y, c: self.mul(y, x) ^ c, p, 0)

    def encode(self, data: bytes) -> bytes:
        rest = list(data) + [0] * self.check
        for k in range(len(data)):
            head = rest[k]
            for j, g in enumerate(self.generator):
                rest[k + j] ^= self.mul(g, head)
        return data + bytes(rest[len(data):])

    def decode(self, code: bytes) -> bytes:
        syndromes = [self.value(list(code), self.EXP[k]) for k in range(self.check)]
        if not any(syndromes):
            return code[:-self.check]
        locator, previous = [1], [1]
        for k, _ in enumerate(syndromes):
            previous.append(0)
            delta = syndromes[k]
            for j in range(1, len(locator)):
                delta ^= self.mul(locator[-1 - j], syndromes[k - j])
            if delta:
                if len(previous) > len(locator):
                    locator, previous = [self.mul(c, delta) for c in previous], [self.div(c, delta) for c in locator]
                scaled = [self.mul(c, delta) for c in previous]
                pad = [0] * (len(locator) - len(scaled))
                locator = [a ^ b for a, b in zip(locator, pad + scaled)]
        while locator and not locator[0]:
            del locator[0]
        places = [k for k in range(len(code)) if not self.value(locator, self.EXP[(255 - (len(code) - 1 - k)) % 255])]
        if len(places) != len(locator) - 1:
            raise Uncorrectable(f"{len(locator) - 1} errors at {len(places)} places")
        fixed = bytearray(code)
        rows = [[self.EXP[(len(code) - 1 - p) * k % 255] for p in places] + [syndromes[k]] for k in range(len(places))]
        for c in range(len(rows)):
            pivot = next(r for r in range(c, len(rows)) if rows[r][c])
            rows[c], rows[pivot] = rows[pivot], rows[c]
            rows[c] = [self.div(x, rows[c][c]) for x in rows[c]]
            for r in range(len(rows)):
                if r != c:
                    rows[r] = [x ^ self.mul(rows[r][c], y) for x, y in zip(rows[r], rows[c])]
        for place, row in zip(places, rows):
            fixed[place] ^= row[-1]
        return bytes(fixed[:-self.check])


def main() -> None:
    crcs = [Crc("CRC-8", 8, 0x07), Crc("CCITT", 16, 0x1021, 0xFFFF), Crc("ARC", 16, 0x8005, reflected=True),
            Crc("CRC-32", 32, 0x04C11DB7, 0xFFFFFFFF, True, 0xFFFFFFFF), Crc("CRC-32C", 32, 0x1EDC6F41, 0xFFFFFFFF, True, 0xFFFFFFFF)]
    for crc in crcs:
        print(f"{crc.name:8} {crc(b'123456789'):0{crc.width // 4}x} {crc(b''):x}")
    print(crcs[3](b"hello") == zlib.crc32(b"hello"), Crc.made, crcs[0], crcs[0] == Crc("CRC-8", 8, 7))
    print(hex(fletcher16(b"abcde")), zlib.adler32(b"abcde"))
    checks: list[tuple[Callable[[str], bool], list[str]]] = [
        (luhn, ["4539 1488 0343 6467", "8273 1232 7352 0569", "0"]), (isbn10, ["0-306-40615-2", "0-8044-2957-X", "0306406153", ""]),
        (iban, ["GB82 WEST 1234 5698 7654 32", "DE89 3704 0044 0532 0130 01"])]
    for check, texts in checks:
        print([check(text) for text in texts])
    print(all(hamming_decode(hamming_encode(n) ^ 1 << k) == (n, k + 1) for n in range(16) for k in range(7)), hamming_decode(hamming_encode(9)))
    code = ReedSolomon(6)
    sent = code.encode(b"correct me")
    broken = bytearray(sent)
    for at in (0, 4, 12):
        broken[at] ^= 0x5A + at
    print(sent.hex(), code.decode(sent), code.decode(bytes(broken)))
    broken[7] ^= 1
    try:
        print(code.decode(bytes(broken)))
    except Uncorrectable as error:
        print(type(error).__name__, len(str(error)) > 5)
