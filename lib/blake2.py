"""BLAKE2b and BLAKE2s.  RFC 7693. Salt, personalisation and trees are in the parameter block of the BLAKE2 paper.

    h = Blake2b(32, key)          update(part) …          digest()
"""

from typing import Final

from lib.digests import Blocks
from lib.sha2 import START_256, START_512
from rumpk import Array, inline, u8, w32, w64

# RFC 7693, section 2.7: which words of the block each round takes.
ORDER: Final[Array[u8, 160]] = Array[u8, 160]([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3,
    11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4,
    7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8,
    9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13,
    2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9,
    12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11,
    13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10,
    6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5,
    10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0,
])


@inline
def _load(data: bytes, at: int, count: int) -> w64:
    """`count` bytes, the lowest first; zeros behind the end."""
    out = w64(0)
    for i in range(count):
        if at + i < len(data):
            out |= w64(data[at + i]) << (8 * i)
    return out


def parameter_block(
    size: int, key: int, tree: tuple[int, int, int, int, int, int], salt: bytes, person: bytes, wide: bool
) -> bytes:
    """Section 2.5 of the paper; `tree`: fanout, depth, leaf length, node offset, node depth, inner length."""
    fanout, depth, leaf, offset, node_depth, inner = tree
    head = bytes((size, key, fanout, depth)) + leaf.to_bytes(4, "little") + offset.to_bytes(8, "little")
    quarter = 16 if wide else 8
    head = head + bytes((node_depth, inner)) + bytes(14) if wide else head[:14] + bytes((node_depth, inner))
    return head + salt + bytes(quarter - len(salt)) + person + bytes(quarter - len(person))


class Blake2b(Blocks):
    """A running BLAKE2b: 128-byte blocks, eight 64-bit words of state, 12 rounds."""

    state: Array[w64, 8]
    work: Array[w64, 16]
    words: Array[w64, 16]
    length: int                         # bytes in the blocks that are mixed in

    last_node: bool                     # of its level in a tree

    def __init__(self, size: int = 64, key: bytes = b"", block: bytes = b"", last_node: bool = False) -> None:
        """`block` is the parameter block, empty for the one of a plain hash."""
        super().__init__(size, 128, 1)
        self.state = Array[w64, 8]()
        self.work = Array[w64, 16]()
        self.words = Array[w64, 16]()
        self.length = 0
        self.last_node = last_node
        parameters = block if block else bytes((size, len(key), 1, 1))
        for i in range(8):
            self.state[i] = START_512[i] ^ _load(parameters, 8 * i, 8)
        if key:
            self.pending = key + bytes(128 - len(key))

    @inline
    def _mix(self, a: int, b: int, c: int, d: int, x: w64, y: w64) -> None:
        v = self.work
        v[a] += v[b] + x
        v[d] ^= v[a]
        v[d] = (v[d] >> 32) | (v[d] << 32)
        v[c] += v[d]
        v[b] ^= v[c]
        v[b] = (v[b] >> 24) | (v[b] << 40)
        v[a] += v[b] + y
        v[d] ^= v[a]
        v[d] = (v[d] >> 16) | (v[d] << 48)
        v[c] += v[d]
        v[b] ^= v[c]
        v[b] = (v[b] >> 63) | (v[b] << 1)

    def _block(self, data: bytes, start: int) -> None:
        self._mix_in(data, start, self.block_size, False)

    def _mix_in(self, data: bytes, start: int, count: int, last: bool) -> None:
        self.length += count
        v, m, h = self.work, self.words, self.state
        for i in range(16):
            m[i] = _load(data, start + 8 * i, 8)
        for i in range(8):
            v[i] = h[i]
            v[8 + i] = START_512[i]
        v[12] ^= w64(self.length)
        if last:
            v[14] = ~v[14]
            if self.last_node:
                v[15] = ~v[15]
        for step in range(12):
            row = step % 10 * 16
            for i in range(4):
                self._mix(i, 4 + i, 8 + i, 12 + i, m[ORDER[row + 2 * i]], m[ORDER[row + 2 * i + 1]])
            for i in range(4):
                self._mix(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4,
                          m[ORDER[row + 8 + 2 * i]], m[ORDER[row + 9 + 2 * i]])
        for i in range(8):
            h[i] ^= v[i] ^ v[8 + i]

    def copy(self) -> "Blake2b":
        out = Blake2b(self.size, last_node=self.last_node)
        for i in range(8):
            out.state[i] = self.state[i]
        out.pending = self.pending
        out.length = self.length
        return out

    def digest(self) -> bytes:
        last = self.copy()
        last._mix_in(self.pending, 0, len(self.pending), True)
        out = bytearray()
        for i in range(self.size):
            out.append(int(last.state[i // 8] >> (8 * (i % 8)) & 0xFF))
        return bytes(out)


class Blake2s(Blocks):
    """A running BLAKE2s: 64-byte blocks, eight 32-bit words of state, 10 rounds."""

    state: Array[w32, 8]
    work: Array[w32, 16]
    words: Array[w32, 16]
    length: int

    last_node: bool                     # of its level in a tree

    def __init__(self, size: int = 32, key: bytes = b"", block: bytes = b"", last_node: bool = False) -> None:
        """`block` is the parameter block, empty for the one of a plain hash."""
        super().__init__(size, 64, 1)
        self.state = Array[w32, 8]()
        self.work = Array[w32, 16]()
        self.words = Array[w32, 16]()
        self.length = 0
        self.last_node = last_node
        parameters = block if block else bytes((size, len(key), 1, 1))
        for i in range(8):
            self.state[i] = START_256[i] ^ w32(_load(parameters, 4 * i, 4))
        if key:
            self.pending = key + bytes(64 - len(key))

    @inline
    def _mix(self, a: int, b: int, c: int, d: int, x: w32, y: w32) -> None:
        v = self.work
        v[a] += v[b] + x
        v[d] ^= v[a]
        v[d] = (v[d] >> 16) | (v[d] << 16)
        v[c] += v[d]
        v[b] ^= v[c]
        v[b] = (v[b] >> 12) | (v[b] << 20)
        v[a] += v[b] + y
        v[d] ^= v[a]
        v[d] = (v[d] >> 8) | (v[d] << 24)
        v[c] += v[d]
        v[b] ^= v[c]
        v[b] = (v[b] >> 7) | (v[b] << 25)

    def _block(self, data: bytes, start: int) -> None:
        self._mix_in(data, start, self.block_size, False)

    def _mix_in(self, data: bytes, start: int, count: int, last: bool) -> None:
        self.length += count
        v, m, h = self.work, self.words, self.state
        for i in range(16):
            m[i] = w32(_load(data, start + 4 * i, 4))
        for i in range(8):
            v[i] = h[i]
            v[8 + i] = START_256[i]
        v[12] ^= w32(self.length)
        v[13] ^= w32(self.length >> 32)
        if last:
            v[14] = ~v[14]
            if self.last_node:
                v[15] = ~v[15]
        for step in range(10):
            row = step * 16
            for i in range(4):
                self._mix(i, 4 + i, 8 + i, 12 + i, m[ORDER[row + 2 * i]], m[ORDER[row + 2 * i + 1]])
            for i in range(4):
                self._mix(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4,
                          m[ORDER[row + 8 + 2 * i]], m[ORDER[row + 9 + 2 * i]])
        for i in range(8):
            h[i] ^= v[i] ^ v[8 + i]

    def copy(self) -> "Blake2s":
        out = Blake2s(self.size, last_node=self.last_node)
        for i in range(8):
            out.state[i] = self.state[i]
        out.pending = self.pending
        out.length = self.length
        return out

    def digest(self) -> bytes:
        last = self.copy()
        last._mix_in(self.pending, 0, len(self.pending), True)
        out = bytearray()
        for i in range(self.size):
            out.append(int(last.state[i // 4] >> (8 * (i % 4)) & 0xFF))
        return bytes(out)
