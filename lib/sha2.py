"""SHA-256 and SHA-512.  FIPS 180-4, sections 4 to 6.

    sha512(data) -> bytes           64 bytes at once
    h = Sha512()                    or piece by piece
    h.update(part)
    h.digest()                      may be asked for at any time; `update` can go on afterwards
"""

from typing import Final

from lib.digests import Padded
from rumpk import Array, inline, w32, w64

# The first 64 (32) bits of the fractional parts: of the cube roots of the first 80 (64) primes for the round
# constants, of the square roots of the first 8 primes for the initial state (section 5.3).
ROUND_512: Final[Array[w64, 80]] = Array[w64, 80]([
    0x428A2F98D728AE22, 0x7137449123EF65CD, 0xB5C0FBCFEC4D3B2F, 0xE9B5DBA58189DBBC,
    0x3956C25BF348B538, 0x59F111F1B605D019, 0x923F82A4AF194F9B, 0xAB1C5ED5DA6D8118,
    0xD807AA98A3030242, 0x12835B0145706FBE, 0x243185BE4EE4B28C, 0x550C7DC3D5FFB4E2,
    0x72BE5D74F27B896F, 0x80DEB1FE3B1696B1, 0x9BDC06A725C71235, 0xC19BF174CF692694,
    0xE49B69C19EF14AD2, 0xEFBE4786384F25E3, 0x0FC19DC68B8CD5B5, 0x240CA1CC77AC9C65,
    0x2DE92C6F592B0275, 0x4A7484AA6EA6E483, 0x5CB0A9DCBD41FBD4, 0x76F988DA831153B5,
    0x983E5152EE66DFAB, 0xA831C66D2DB43210, 0xB00327C898FB213F, 0xBF597FC7BEEF0EE4,
    0xC6E00BF33DA88FC2, 0xD5A79147930AA725, 0x06CA6351E003826F, 0x142929670A0E6E70,
    0x27B70A8546D22FFC, 0x2E1B21385C26C926, 0x4D2C6DFC5AC42AED, 0x53380D139D95B3DF,
    0x650A73548BAF63DE, 0x766A0ABB3C77B2A8, 0x81C2C92E47EDAEE6, 0x92722C851482353B,
    0xA2BFE8A14CF10364, 0xA81A664BBC423001, 0xC24B8B70D0F89791, 0xC76C51A30654BE30,
    0xD192E819D6EF5218, 0xD69906245565A910, 0xF40E35855771202A, 0x106AA07032BBD1B8,
    0x19A4C116B8D2D0C8, 0x1E376C085141AB53, 0x2748774CDF8EEB99, 0x34B0BCB5E19B48A8,
    0x391C0CB3C5C95A63, 0x4ED8AA4AE3418ACB, 0x5B9CCA4F7763E373, 0x682E6FF3D6B2B8A3,
    0x748F82EE5DEFB2FC, 0x78A5636F43172F60, 0x84C87814A1F0AB72, 0x8CC702081A6439EC,
    0x90BEFFFA23631E28, 0xA4506CEBDE82BDE9, 0xBEF9A3F7B2C67915, 0xC67178F2E372532B,
    0xCA273ECEEA26619C, 0xD186B8C721C0C207, 0xEADA7DD6CDE0EB1E, 0xF57D4F7FEE6ED178,
    0x06F067AA72176FBA, 0x0A637DC5A2C898A6, 0x113F9804BEF90DAE, 0x1B710B35131C471B,
    0x28DB77F523047D84, 0x32CAAB7B40C72493, 0x3C9EBE0A15C9BEBC, 0x431D67C49C100D4C,
    0x4CC5D4BECB3E42B6, 0x597F299CFC657E2A, 0x5FCB6FAB3AD6FAEC, 0x6C44198C4A475817,
])
START_512: Final[Array[w64, 8]] = Array[w64, 8]([
    0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
    0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179,
])
START_384: Final[Array[w64, 8]] = Array[w64, 8]([
    0xCBBB9D5DC1059ED8, 0x629A292A367CD507, 0x9159015A3070DD17, 0x152FECD8F70E5939,
    0x67332667FFC00B31, 0x8EB44A8768581511, 0xDB0C2E0D64F98FA7, 0x47B5481DBEFA4FA4,
])
ROUND_256: Final[Array[w32, 64]] = Array[w32, 64]([
    0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
    0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
    0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
    0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
    0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
    0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
    0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
    0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
])
START_256: Final[Array[w32, 8]] = Array[w32, 8]([
    0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19,
])
START_224: Final[Array[w32, 8]] = Array[w32, 8]([
    0xC1059ED8, 0x367CD507, 0x3070DD17, 0xF70E5939, 0xFFC00B31, 0x68581511, 0x64F98FA7, 0xBEFA4FA4,
])


@inline
def _rotr64(x: w64, count: int) -> w64:
    return (x >> count) | (x << (64 - count))


@inline
def _rotr32(x: w32, count: int) -> w32:
    return (x >> count) | (x << (32 - count))


@inline
def _load64(data: bytes, at: int) -> w64:
    return (w64(data[at]) << 56 | w64(data[at + 1]) << 48 | w64(data[at + 2]) << 40 | w64(data[at + 3]) << 32
            | w64(data[at + 4]) << 24 | w64(data[at + 5]) << 16 | w64(data[at + 6]) << 8 | w64(data[at + 7]))


@inline
def _load32(data: bytes, at: int) -> w32:
    return w32(data[at]) << 24 | w32(data[at + 1]) << 16 | w32(data[at + 2]) << 8 | w32(data[at + 3])


class Sha512(Padded):
    """A running SHA-512: 128-byte blocks, eight 64-bit words of state."""

    state: Array[w64, 8]
    schedule: Array[w64, 80]

    def __init__(self, size: int = 64) -> None:
        super().__init__(size, 128)
        self.state = Array[w64, 8]()
        self.schedule = Array[w64, 80]()
        for i in range(8):
            self.state[i] = START_512[i] if size == 64 else START_384[i]

    def _block(self, data: bytes, start: int) -> None:
        w = self.schedule
        for i in range(16):
            w[i] = _load64(data, start + i * 8)
        for i in range(16, 80):
            x = w[i - 15]
            y = w[i - 2]
            s0 = _rotr64(x, 1) ^ _rotr64(x, 8) ^ (x >> 7)
            s1 = _rotr64(y, 19) ^ _rotr64(y, 61) ^ (y >> 6)
            w[i] = w[i - 16] + s0 + w[i - 7] + s1
        s = self.state
        a, b, c, d, e, f, g, h = s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]
        for i in range(80):
            s1 = _rotr64(e, 14) ^ _rotr64(e, 18) ^ _rotr64(e, 41)
            t1 = h + s1 + ((e & f) ^ (~e & g)) + ROUND_512[i] + w[i]
            s0 = _rotr64(a, 28) ^ _rotr64(a, 34) ^ _rotr64(a, 39)
            t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
            a, b, c, d, e, f, g, h = t1 + t2, a, b, c, d + t1, e, f, g
        s[0] += a
        s[1] += b
        s[2] += c
        s[3] += d
        s[4] += e
        s[5] += f
        s[6] += g
        s[7] += h

    def _clone(self) -> "Sha512":
        out = Sha512(self.size)
        for i in range(8):
            out.state[i] = self.state[i]
        return out

    def _words(self) -> bytes:
        return b"".join([self.state[i].to_bytes(8, "big") for i in range(8)])


class Sha256(Padded):
    """A running SHA-256: 64-byte blocks, eight 32-bit words of state."""

    state: Array[w32, 8]
    schedule: Array[w32, 64]

    def __init__(self, size: int = 32) -> None:
        super().__init__(size, 64)
        self.state = Array[w32, 8]()
        self.schedule = Array[w32, 64]()
        for i in range(8):
            self.state[i] = START_256[i] if size == 32 else START_224[i]

    def _block(self, data: bytes, start: int) -> None:
        w = self.schedule
        for i in range(16):
            w[i] = _load32(data, start + i * 4)
        for i in range(16, 64):
            x = w[i - 15]
            y = w[i - 2]
            s0 = _rotr32(x, 7) ^ _rotr32(x, 18) ^ (x >> 3)
            s1 = _rotr32(y, 17) ^ _rotr32(y, 19) ^ (y >> 10)
            w[i] = w[i - 16] + s0 + w[i - 7] + s1
        s = self.state
        a, b, c, d, e, f, g, h = s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]
        for i in range(64):
            s1 = _rotr32(e, 6) ^ _rotr32(e, 11) ^ _rotr32(e, 25)
            t1 = h + s1 + ((e & f) ^ (~e & g)) + ROUND_256[i] + w[i]
            s0 = _rotr32(a, 2) ^ _rotr32(a, 13) ^ _rotr32(a, 22)
            t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
            a, b, c, d, e, f, g, h = t1 + t2, a, b, c, d + t1, e, f, g
        s[0] += a
        s[1] += b
        s[2] += c
        s[3] += d
        s[4] += e
        s[5] += f
        s[6] += g
        s[7] += h

    def _clone(self) -> "Sha256":
        out = Sha256(self.size)
        for i in range(8):
            out.state[i] = self.state[i]
        return out

    def _words(self) -> bytes:
        return b"".join([self.state[i].to_bytes(4, "big") for i in range(8)])


def sha512(data: bytes) -> bytes:
    """The SHA-512 hash of `data`: 64 bytes."""
    h = Sha512()
    h.update(data)
    return h.digest()


def sha256(data: bytes) -> bytes:
    """The SHA-256 hash of `data`: 32 bytes."""
    h = Sha256()
    h.update(data)
    return h.digest()
