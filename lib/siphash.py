"""SipHash-2-4, 64- and 128-bit.  Aumasson and Bernstein, "SipHash: a fast short-input PRF", section 2.

    siphash24(key, data) -> w64                 16 bytes of key; the result's bytes count from the least significant
    siphash24_128(key, data) -> (w64, w64)      first and second half
    sip_word(key0, key1, message) -> w64        of eight bytes as a word, for code that allocates nothing

`ValueError` for a key of another length.
"""

from rumpk import inline, w64


@inline
def _rotl(x: w64, count: int) -> w64:
    return (x << count) | (x >> (64 - count))


@inline
def _round(v0: w64, v1: w64, v2: w64, v3: w64) -> tuple[w64, w64, w64, w64]:
    v0 += v1
    v2 += v3
    v1 = _rotl(v1, 13) ^ v0
    v3 = _rotl(v3, 16) ^ v2
    v0 = _rotl(v0, 32)
    v2 += v1
    v0 += v3
    v1 = _rotl(v1, 17) ^ v2
    v3 = _rotl(v3, 21) ^ v0
    v2 = _rotl(v2, 32)
    return v0, v1, v2, v3


@inline
def _load(data: bytes, at: int) -> w64:
    """Eight bytes, least significant first."""
    return (w64(data[at]) | w64(data[at + 1]) << 8 | w64(data[at + 2]) << 16 | w64(data[at + 3]) << 24
            | w64(data[at + 4]) << 32 | w64(data[at + 5]) << 40 | w64(data[at + 6]) << 48 | w64(data[at + 7]) << 56)


@inline
def _start(key0: w64, key1: w64) -> tuple[w64, w64, w64, w64]:
    """The state before the first byte."""
    return (key0 ^ w64(0x736F6D6570736575), key1 ^ w64(0x646F72616E646F6D), key0 ^ w64(0x6C7967656E657261),
            key1 ^ w64(0x7465646279746573))


@inline
def _take(v0: w64, v1: w64, v2: w64, v3: w64, word: w64) -> tuple[w64, w64, w64, w64]:
    """The state after one more word."""
    v0, v1, v2, v3 = _round(v0, v1, v2, v3 ^ word)
    v0, v1, v2, v3 = _round(v0, v1, v2, v3)
    return v0 ^ word, v1, v2, v3


def _absorb(key: bytes, data: bytes, tweak: w64) -> tuple[w64, w64, w64, w64]:
    """The state after all of `data`; `tweak` separates the 128-bit variant."""
    if len(key) != 16:
        raise ValueError("a SipHash key has 16 bytes")
    v0, v1, v2, v3 = _start(_load(key, 0), _load(key, 8))
    v1 ^= tweak
    length = len(data)
    whole = length - length % 8
    at = 0
    while at < whole:
        v0, v1, v2, v3 = _take(v0, v1, v2, v3, _load(data, at))
        at += 8
    last = w64(length) << 56
    shift = 0
    while at < length:
        last |= w64(data[at]) << shift
        shift += 8
        at += 1
    return _take(v0, v1, v2, v3, last)


def _finish(v0: w64, v1: w64, v2: w64, v3: w64) -> tuple[w64, w64, w64, w64]:
    for _ in range(4):
        v0, v1, v2, v3 = _round(v0, v1, v2, v3)
    return v0, v1, v2, v3


def siphash24(key: bytes, data: bytes) -> w64:
    """The 64-bit hash of `data` under a 16-byte key."""
    v0, v1, v2, v3 = _absorb(key, data, w64(0))
    v0, v1, v2, v3 = _finish(v0, v1, v2 ^ 0xFF, v3)
    return v0 ^ v1 ^ v2 ^ v3


def siphash24_128(key: bytes, data: bytes) -> tuple[w64, w64]:
    """The 128-bit hash of `data` under a 16-byte key: its first and its second eight bytes."""
    v0, v1, v2, v3 = _absorb(key, data, w64(0xEE))
    v0, v1, v2, v3 = _finish(v0, v1, v2 ^ 0xEE, v3)
    first = v0 ^ v1 ^ v2 ^ v3
    v0, v1, v2, v3 = _finish(v0, v1 ^ 0xDD, v2, v3)
    return first, v0 ^ v1 ^ v2 ^ v3


def sip_word(key0: w64, key1: w64, message: w64) -> w64:
    """SipHash-2-4 of the eight bytes of a word, least significant first; the key's halves are words as well."""
    v0, v1, v2, v3 = _start(key0, key1)
    v0, v1, v2, v3 = _take(v0, v1, v2, v3, message)
    v0, v1, v2, v3 = _take(v0, v1, v2, v3, w64(8) << 56)        # the length, and no bytes behind the last whole word
    v0, v1, v2, v3 = _finish(v0, v1, v2 ^ 0xFF, v3)
    return v0 ^ v1 ^ v2 ^ v3


def le_bytes(word: w64) -> bytes:
    """The eight bytes of a word, least significant first: the order in which SipHash results are published."""
    out = bytearray()
    for shift in range(0, 64, 8):
        out.append(int((word >> shift) & 0xFF))
    return bytes(out)
