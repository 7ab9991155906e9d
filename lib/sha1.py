"""SHA-1 (FIPS 180-4, section 6.1) and MD5 (RFC 1321): for old formats, not against attacks."""

from typing import Final

from lib.digests import Padded
from rumpk import Array, inline, w32

SINES: Final[Array[w32, 64]] = Array[w32, 64]([          # 2**32 * |sin(i)|, i from 1
    0xD76AA478, 0xE8C7B756, 0x242070DB, 0xC1BDCEEE, 0xF57C0FAF, 0x4787C62A, 0xA8304613, 0xFD469501,
    0x698098D8, 0x8B44F7AF, 0xFFFF5BB1, 0x895CD7BE, 0x6B901122, 0xFD987193, 0xA679438E, 0x49B40821,
    0xF61E2562, 0xC040B340, 0x265E5A51, 0xE9B6C7AA, 0xD62F105D, 0x02441453, 0xD8A1E681, 0xE7D3FBC8,
    0x21E1CDE6, 0xC33707D6, 0xF4D50D87, 0x455A14ED, 0xA9E3E905, 0xFCEFA3F8, 0x676F02D9, 0x8D2A4C8A,
    0xFFFA3942, 0x8771F681, 0x6D9D6122, 0xFDE5380C, 0xA4BEEA44, 0x4BDECFA9, 0xF6BB4B60, 0xBEBFBC70,
    0x289B7EC6, 0xEAA127FA, 0xD4EF3085, 0x04881D05, 0xD9D4D039, 0xE6DB99E5, 0x1FA27CF8, 0xC4AC5665,
    0xF4292244, 0x432AFF97, 0xAB9423A7, 0xFC93A039, 0x655B59C3, 0x8F0CCC92, 0xFFEFF47D, 0x85845DD1,
    0x6FA87E4F, 0xFE2CE6E0, 0xA3014314, 0x4E0811A1, 0xF7537E82, 0xBD3AF235, 0x2AD7D2BB, 0xEB86D391,
])
TURNS: Final[Array[w32, 16]] = Array[w32, 16]([7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21])


@inline
def _rotl(x: w32, count: int) -> w32:
    return (x << count) | (x >> (32 - count))


class Sha1(Padded):
    """A running SHA-1: 64-byte blocks, five words of state."""

    def __init__(self) -> None:
        super().__init__(20, 64)
        self.state = [w32(0x67452301), w32(0xEFCDAB89), w32(0x98BADCFE), w32(0x10325476), w32(0xC3D2E1F0)]
        self.words = [w32(0)] * 80

    def _block(self, data: bytes, start: int) -> None:
        w = self.words
        for i in range(16):
            at = start + 4 * i
            w[i] = w32(data[at]) << 24 | w32(data[at + 1]) << 16 | w32(data[at + 2]) << 8 | w32(data[at + 3])
        for i in range(16, 80):
            w[i] = _rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1)
        a, b, c, d, e = self.state[0], self.state[1], self.state[2], self.state[3], self.state[4]
        for i in range(80):
            if i < 20:
                mixed = ((b & c) | (~b & d)) + w32(0x5A827999)
            elif i < 40:
                mixed = (b ^ c ^ d) + w32(0x6ED9EBA1)
            elif i < 60:
                mixed = ((b & c) | (b & d) | (c & d)) + w32(0x8F1BBCDC)
            else:
                mixed = (b ^ c ^ d) + w32(0xCA62C1D6)
            a, b, c, d, e = _rotl(a, 5) + mixed + e + w[i], a, _rotl(b, 30), c, d
        for i, x in enumerate((a, b, c, d, e)):
            self.state[i] += x

    def _clone(self) -> "Sha1":
        out = Sha1()
        out.state = self.state[:]
        return out

    def _words(self) -> bytes:
        return b"".join([int(x).to_bytes(4, self.order) for x in self.state])


class Md5(Padded):
    """A running MD5: 64-byte blocks, four words of state."""

    def __init__(self) -> None:
        super().__init__(16, 64, "little")
        self.state = [w32(0x67452301), w32(0xEFCDAB89), w32(0x98BADCFE), w32(0x10325476)]
        self.words = [w32(0)] * 16

    def _block(self, data: bytes, start: int) -> None:
        w = self.words
        for i in range(16):
            at = start + 4 * i
            w[i] = w32(data[at]) | w32(data[at + 1]) << 8 | w32(data[at + 2]) << 16 | w32(data[at + 3]) << 24
        a, b, c, d = self.state[0], self.state[1], self.state[2], self.state[3]
        for i in range(64):
            part = i >> 4
            if part == 0:
                mixed, at = (b & c) | (~b & d), i
            elif part == 1:
                mixed, at = (d & b) | (~d & c), 5 * i + 1 & 15
            elif part == 2:
                mixed, at = b ^ c ^ d, 3 * i + 5 & 15
            else:
                mixed, at = c ^ (b | ~d), 7 * i & 15
            turned = _rotl(a + mixed + SINES[i] + w[at], int(TURNS[4 * part + (i & 3)]))
            a, d, c, b = d, c, b, b + turned
        for i, x in enumerate((a, b, c, d)):
            self.state[i] += x

    def _clone(self) -> "Md5":
        out = Md5()
        out.state = self.state[:]
        return out

    def _words(self) -> bytes:
        return b"".join([int(x).to_bytes(4, self.order) for x in self.state])
