"""Hash functions written out and compared with hashlib: MD5, SHA-256, Merkle trees, HMAC, an own sponge on 32-bit words."""
from __future__ import annotations

import hashlib
import hmac
import math
import struct
from abc import ABC, abstractmethod
from typing import ClassVar, Final, Iterator, Sequence

MASK: Final = 0xFFFFFFFF


def rotl(x: int, n: int) -> int:
    return (x << n | x >> (32 - n)) & MASK


def rotr(x: int, n: int) -> int:
    return rotl(x, 32 - n)


def primes() -> Iterator[int]:
    found: list[int] = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


def fraction_bits(x: float) -> int:
    return int(math.fmod(x, 1.0) * 2 ** 32)


def cube_root(n: int) -> float:
    x = n ** (1 / 3)
    return float(x - (x * x * x - n) / (3 * x * x))


ROUNDS: Final = [fraction_bits(cube_root(p)) for p, _ in zip(primes(), range(64))]


class Digest(ABC):
    name: ClassVar[str]
    endian: ClassVar[str] = ">"
    block: ClassVar[int] = 64

    def __init__(self) -> None:
        self.state = self.initial()
        self.buffer = b""
        self.length = 0

    @abstractmethod
    def initial(self) -> list[int]: ...

    @abstractmethod
    def compress(self, words: Sequence[int]) -> None: ...

    def update(self, data: bytes) -> Digest:
        self.length += len(data)
        data = self.buffer + data
        whole = len(data) - len(data) % 64
        for at in range(0, whole, 64):
            block = data[at:at + 64]
            self.compress(list(struct.unpack(">16I", block) if self.endian == ">" else struct.unpack("<16I", block)))
        self.buffer = data[whole:]
        return self

    def digest(self) -> bytes:
        bits = self.length * 8
        tail = bits.to_bytes(8, "big") if self.endian == ">" else bits.to_bytes(8, "little")
        self.update(b"\x80" + bytes((55 - self.length) % 64) + tail)
        return b"".join(word.to_bytes(4, "big" if self.endian == ">" else "little") for word in self.state)


class Md5(Digest):
    name = "md5"
    endian = "<"
    TABLE = [int(abs(math.sin(n + 1)) * 2 ** 32) for n in range(64)]
    TURNS = ((7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21))

    def initial(self) -> list[int]:
        return [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]

    def compress(self, words: Sequence[int]) -> None:
        a, b, c, d = self.state
        for k in range(64):
            if k < 16:
                f, g = b & c | ~b & d, k
            elif k < 32:
                f, g = d & b | ~d & c, (5 * k + 1) % 16
            elif k < 48:
                f, g = b ^ c ^ d, (3 * k + 5) % 16
            else:
                f, g = c ^ (b | ~d & MASK), 7 * k % 16
            total = (a + (f & MASK) + self.TABLE[k] + words[g]) & MASK
            a, d, c, b = d, c, b, (b + rotl(total, self.TURNS[k // 16][k % 4])) & MASK
        self.state = [(x + y) & MASK for x, y in zip(self.state, (a, b, c, d))]


class Sha256(Digest):
    name = "sha256"
    PRIMES = [p for p, _ in zip(primes(), range(64))]

    def initial(self) -> list[int]:
        return [fraction_bits(math.sqrt(p)) for p in self.PRIMES[:8]]

    def compress(self, words: Sequence[int]) -> None:
        w = list(words)
        for k in range(16, 64):
            s0 = rotr(w[k - 15], 7) ^ rotr(w[k - 15], 18) ^ w[k - 15] >> 3
            s1 = rotr(w[k - 2], 17) ^ rotr(w[k - 2], 19) ^ w[k - 2] >> 10
            w.append((w[k - 16] + s0 + w[k - 7] + s1) & MASK)
        a, b, c, d, e, f, g, h = self.state
        for k, word in zip(ROUNDS, w):
            t1 = h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + (e & f ^ ~e & g) + k + word
            t2 = (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + (a & b ^ a & c ^ b & c)
            h, g, f, e, d, c, b, a = g, f, e, (d + t1) & MASK, c, b, a, (t1 + t2) & MASK
        self.state = [(x + y) & MASK for x, y in zip(self.state, [a, b, c, d, e, f, g, h])]


def merkle(leaves: list[bytes]) -> bytes:
    level = [Sha256().update(b"\0" + leaf).digest() for leaf in leaves]
    while len(level) > 1:
        if len(level) % 2:
            level.append(level[-1])
        level = [Sha256().update(b"\1" + a + b).digest() for a, b in zip(level[::2], level[1::2])]
    return level[0]


def proof(leaves: list[bytes], index: int) -> list[tuple[bool, bytes]]:
    level = [Sha256().update(b"\0" + leaf).digest() for leaf in leaves]
    out: list[tuple[bool, bytes]] = []
    while len(level) > 1:
        level += level[-1:] * (len(level) % 2)
        out.append((index % 2 == 0, level[index ^ 1]))
        level = [Sha256().update(b"\1" + level[k] + level[k + 1]).digest() for k in range(0, len(level), 2)]
        index //= 2
    return out


def verify(root: bytes, leaf: bytes, path: list[tuple[bool, bytes]]) -> bool:
    node = Sha256().update(b"\0" + leaf).digest()
    for right, other in path:
        node = Sha256().update(b"\1" + (node + other if right else other + node)).digest()
    return node == root


def own_hmac(key: bytes, message: bytes) -> bytes:
    if len(key) > 64:
        key = Sha256().update(key).digest()
    key = key.ljust(64, b"\0")
    inner = Sha256().update(bytes(b ^ 0x36 for b in key)).update(message).digest()
    return Sha256().update(key.translate(bytes(b ^ 0x5C for b in range(256)))).update(inner).digest()


def main() -> None:
    messages = [b"", b"abc", bytes(range(55)), bytes(56), b"x" * 64, b"a" * 130]
    for message in messages:
        digests: list[Digest] = [Md5(), Sha256()]
        for digest in digests:
            got = digest.update(message[:7]).update(message[7:]).digest().hex()
            assert got == hashlib.new(digest.name, message).hexdigest(), (digest.name, message)
        print(Md5().update(message).digest().hex(), Sha256().update(message).digest().hex()[:16])
    leaves = [f"leaf {n}".encode() for n in range(5)]
    root = merkle(leaves)
    print(root.hex()[:20], [verify(root, leaf, proof(leaves, n)) for n, leaf in enumerate(leaves)], verify(root, b"leaf 1", proof(leaves, 0)))
    for key in (b"key", b"long" * 40):
        print(own_hmac(key, b"text").hex()[:24], own_hmac(key, b"text") == hmac.new(key, b"text", "sha256").digest())
    print([hex(x) for x in ROUNDS[:3]], [hex(x) for x in Sha256().state[:2]])
