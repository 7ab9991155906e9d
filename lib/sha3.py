"""SHA-3 and SHAKE.  FIPS 202: Keccak-f[1600] (section 3), the sponge (4), the functions (6)."""

from typing import Final

from lib.digests import Running
from rumpk import Array, inline, w64

LANES: Final = 25
ROUNDS: Final[Array[w64, 24]] = Array[w64, 24]([
    0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000, 0x000000000000808B,
    0x0000000080000001, 0x8000000080008081, 0x8000000000008009, 0x000000000000008A, 0x0000000000000088,
    0x0000000080008009, 0x000000008000000A, 0x000000008000808B, 0x800000000000008B, 0x8000000000008089,
    0x8000000000008003, 0x8000000000008002, 0x8000000000000080, 0x000000000000800A, 0x800000008000000A,
    0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
])


@inline
def _rotl(x: w64, count: int) -> w64:
    return x if count == 0 else (x << count) | (x >> (64 - count))


def _turns() -> list[int]:
    """How far each lane turns (rho), where it goes (pi) one after the other from lane 1: section 3.2.2."""
    out = [0] * LANES
    x, y = 1, 0
    for t in range(24):
        out[x + 5 * y] = (t + 1) * (t + 2) // 2 % 64
        x, y = y, (2 * x + 3 * y) % 5
    return out


TURNS = _turns()


class Keccak(Running):
    """A sponge: `rate` bytes of its 200 take in and give out; `suffix` marks the kind of function."""

    def __init__(self, rate: int, suffix: int, size: int) -> None:
        super().__init__(size, rate)
        self.suffix = suffix
        self.lanes = [w64(0)] * LANES
        self.spare = [w64(0)] * LANES
        self.at = 0                     # bytes of this block so far

    def update(self, data: bytes) -> None:
        """Takes more of the message."""
        at = self.at
        lanes = self.lanes
        for byte in data:
            lanes[at >> 3] ^= w64(byte) << (8 * (at & 7))
            at += 1
            if at == self.block_size:
                self._permute()
                at = 0
        self.at = at

    def _permute(self) -> None:
        a, b = self.lanes, self.spare
        for number in range(24):
            c0 = a[0] ^ a[5] ^ a[10] ^ a[15] ^ a[20]
            c1 = a[1] ^ a[6] ^ a[11] ^ a[16] ^ a[21]
            c2 = a[2] ^ a[7] ^ a[12] ^ a[17] ^ a[22]
            c3 = a[3] ^ a[8] ^ a[13] ^ a[18] ^ a[23]
            c4 = a[4] ^ a[9] ^ a[14] ^ a[19] ^ a[24]
            d = (c4 ^ _rotl(c1, 1), c0 ^ _rotl(c2, 1), c1 ^ _rotl(c3, 1), c2 ^ _rotl(c4, 1), c3 ^ _rotl(c0, 1))
            for y in range(5):
                self._turn(5 * y, y, 0, d[0])
                self._turn(5 * y + 1, y, 1, d[1])
                self._turn(5 * y + 2, y, 2, d[2])
                self._turn(5 * y + 3, y, 3, d[3])
                self._turn(5 * y + 4, y, 4, d[4])
            for row in range(0, LANES, 5):
                for x in range(5):
                    a[row + x] = b[row + x] ^ (~b[row + (x + 1) % 5] & b[row + (x + 2) % 5])
            a[0] ^= ROUNDS[number]

    @inline
    def _turn(self, lane: int, y: int, x: int, mixed: w64) -> None:
        """theta, rho and pi of one lane."""
        self.spare[y + 5 * ((2 * x + 3 * y) % 5)] = _rotl(self.lanes[lane] ^ mixed, TURNS[lane])

    def copy(self) -> "Keccak":
        out = Keccak(self.block_size, self.suffix, self.size)
        out.lanes = self.lanes[:]
        out.at = self.at
        return out

    def squeeze(self, count: int) -> bytes:
        """The first `count` bytes that come out after everything so far."""
        last = self.copy()
        at = last.at
        last.lanes[at >> 3] ^= w64(self.suffix) << (8 * (at & 7))
        last.lanes[self.block_size - 1 >> 3] ^= w64(0x80) << 56
        out = bytearray()
        while len(out) < count:
            last._permute()
            for lane in last.lanes[:self.block_size >> 3]:
                out += int(lane & 0xFFFFFFFF).to_bytes(4, "little") + int(lane >> 32).to_bytes(4, "little")
        return bytes(out[:count])

    def digest(self) -> bytes:
        return self.squeeze(self.size)
