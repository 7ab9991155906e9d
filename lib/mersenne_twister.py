"""The Mersenne Twister MT19937.  Matsumoto and Nishimura, "Mersenne Twister", 1998; seeded as CPython seeds it."""

from lib.sha2 import sha512
from rumpk import w32, w64

SIZE = 624                              # words
SHIFT = 397


class Twister:
    """A sequence of words, and what CPython makes of them: floats in [0, 1), bits, bytes."""

    _words: list[w32]
    _at: int                            # how many words of this round are used

    def __init__(self) -> None:
        self._words = [w32(0)] * SIZE
        self._at = SIZE

    def _seed_number(self, n: w64) -> None:
        low, high = w32(n), w32(n >> 32)
        self._seed_words([low, high] if high != 0 else [low])

    def _seed_bytes(self, data: bytes) -> None:
        """The bytes and their SHA-512 as one big number, of which `_seed_words` gets 32 bits at a time."""
        number = data + sha512(data)
        words: list[w32] = []
        end = len(number)
        while end > 0:
            word = w32(0)
            for byte in number[max(0, end - 4):end]:
                word = (word << 8) | w32(byte)
            words.append(word)
            end -= 4
        while len(words) > 1 and words[-1] == 0:
            words.pop()
        self._seed_words(words)

    def _start(self, seed: w32) -> None:
        words = self._words
        words[0] = seed
        for i in range(1, SIZE):
            words[i] = w32(1812433253) * (words[i - 1] ^ (words[i - 1] >> 30)) + w32(i)
        self._at = SIZE

    def _seed_words(self, key: list[w32]) -> None:
        self._start(w32(19650218))
        words = self._words
        i, j = 1, 0
        for _ in range(max(SIZE, len(key))):
            words[i] = (words[i] ^ ((words[i - 1] ^ (words[i - 1] >> 30)) * w32(1664525))) + key[j] + w32(j)
            i += 1
            j += 1
            if i >= SIZE:
                words[0] = words[SIZE - 1]
                i = 1
            if j >= len(key):
                j = 0
        for _ in range(SIZE - 1):
            words[i] = (words[i] ^ ((words[i - 1] ^ (words[i - 1] >> 30)) * w32(1566083941))) - w32(i)
            i += 1
            if i >= SIZE:
                words[0] = words[SIZE - 1]
                i = 1
        words[0] = w32(0x80000000)

    def _round(self) -> None:
        """The next 624 words."""
        words = self._words
        for i in range(SIZE):
            y = (words[i] & 0x80000000) | (words[(i + 1) % SIZE] & 0x7FFFFFFF)
            odd = w32(0x9908B0DF) if y & 1 != 0 else w32(0)
            words[i] = words[(i + SHIFT) % SIZE] ^ (y >> 1) ^ odd
        self._at = 0

    def _word(self) -> w32:
        if self._at >= SIZE:
            self._round()
        y = self._words[self._at]
        self._at += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C5680
        y ^= (y << 15) & 0xEFC60000
        return y ^ (y >> 18)

    def random(self) -> float:
        high, low = int(self._word() >> 5), int(self._word() >> 6)
        return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0)

    def getrandbits(self, k: int) -> int:
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        if k == 0:
            return 0
        if k > 64:
            raise OverflowError(f"{k} random bits do not fit an int")
        if k <= 32:
            return int(self._word() >> (32 - k))
        low = w64(self._word())
        return int(low | (w64(self._word() >> (64 - k)) << 32))

    def randbytes(self, n: int) -> bytes:
        out = bytearray()
        while len(out) < n:
            word = self._word()
            left = n - len(out)
            if left < 4:
                word >>= 32 - 8 * left
            for _ in range(min(left, 4)):
                out.append(int(word & 0xFF))
                word >>= 8
        return bytes(out)
