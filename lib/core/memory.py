"""memcpy, memmove, memset, memcmp: what LLVM calls for copies and the library for its buffers. And __udivti3.

Whole words wherever source and destination can be read so: the destination is brought to a word boundary, and a source
that lies at another offset is read in aligned words that are shifted together, so that no access is ever misaligned
(aarch64 faults on those before its caches are on). A word that is read may begin before or end after the source, but
never crosses a page that the source does not touch. The emitter keeps LLVM from turning these loops into calls of
themselves.
"""

from typing import Final

from rumpk import Ptr, export, inline, prim, u8, u64, unchecked, usize

WORD: Final = 8
LONG: Final = 24                        # bytes from which words are worth their preparation


@inline
@unchecked
def _words_up(to: Ptr[u64], source: Ptr[u64], count: usize) -> None:
    """`count` aligned words, first to last."""
    i: usize = 0
    while i + 4 <= count:
        a, b, c, d = source[i], source[i + 1], source[i + 2], source[i + 3]
        to[i] = a
        to[i + 1] = b
        to[i + 2] = c
        to[i + 3] = d
        i += 4
    while i < count:
        to[i] = source[i]
        i += 1


@inline
@unchecked
def _shifted_up(to: Ptr[u64], source: usize, count: usize) -> None:
    """`count` words to an aligned place from a source at another offset within its words."""
    off = (source & 7) * 8
    back = 64 - off
    words = Ptr[u64](source - (source & 7))
    low = words[0]
    i: usize = 0
    while i + 4 <= count:
        a, b, c, d = words[i + 1], words[i + 2], words[i + 3], words[i + 4]
        to[i] = prim.lshr(low, off) | prim.shl(a, back)
        to[i + 1] = prim.lshr(a, off) | prim.shl(b, back)
        to[i + 2] = prim.lshr(b, off) | prim.shl(c, back)
        to[i + 3] = prim.lshr(c, off) | prim.shl(d, back)
        low = d
        i += 4
    while i < count:
        high = words[i + 1]
        to[i] = prim.lshr(low, off) | prim.shl(high, back)
        low = high
        i += 1


@export("memcpy")
@unchecked
def memcpy(to: Ptr[u8], source: Ptr[u8], count: usize) -> Ptr[u8]:
    """Copy `count` bytes; the areas do not overlap, or the destination begins at or before the source."""
    i: usize = 0
    if count >= LONG:
        while (usize(to) + i) & 7 != 0:
            to[i] = source[i]
            i += 1
        words = (count - i) >> 3
        if (usize(source) + i) & 7 == 0:
            _words_up(Ptr[u64](to + i), Ptr[u64](source + i), words)
        else:
            _shifted_up(Ptr[u64](to + i), usize(source) + i, words)
        i += words << 3
    while i < count:
        to[i] = source[i]
        i += 1
    return to


@export("memmove")
@unchecked
def memmove(to: Ptr[u8], source: Ptr[u8], count: usize) -> Ptr[u8]:
    """Copy `count` bytes between areas that may overlap."""
    if usize(to) - usize(source) >= count:
        return memcpy(to, source, count)
    i = count
    if count >= LONG and (usize(to) ^ usize(source)) & 7 == 0:
        while (usize(to) + i) & 7 != 0:
            i -= 1
            to[i] = source[i]
        while i >= WORD:
            i -= 8
            Ptr[u64](to + i)[0] = Ptr[u64](source + i)[0]
    while i > 0:
        i -= 1
        to[i] = source[i]
    return to


@export("memset")
@unchecked
def memset(to: Ptr[u8], byte: int, count: usize) -> Ptr[u8]:
    """Fill `count` bytes with the low eight bits of `byte`."""
    value = prim.trunc(u8, byte)
    i: usize = 0
    if count >= LONG:
        while (usize(to) + i) & 7 != 0:
            to[i] = value
            i += 1
        word = prim.mul_wrap(prim.zext(u64, value), u64(0x0101_0101_0101_0101))
        while i + 64 <= count:
            place = Ptr[u64](to + i)
            place[0] = word
            place[1] = word
            place[2] = word
            place[3] = word
            place[4] = word
            place[5] = word
            place[6] = word
            place[7] = word
            i += 64
        while i + 8 <= count:
            Ptr[u64](to + i)[0] = word
            i += 8
    while i < count:
        to[i] = value
        i += 1
    return to


@export("memcmp")
@unchecked
def memcmp(a: Ptr[u8], b: Ptr[u8], count: usize) -> int:
    """Negative, zero or positive as the first bytes that differ say."""
    i: usize = 0
    if (usize(a) | usize(b)) & 7 == 0:
        while i + 8 <= count and Ptr[u64](a + i)[0] == Ptr[u64](b + i)[0]:
            i += 8
    while i < count:
        if a[i] != b[i]:
            return prim.zext(int, a[i]) - prim.zext(int, b[i])
        i += 1
    return 0


@export("__udivti3")
@unchecked
def udivti3(a_low: u64, a_high: u64, b_low: u64, b_high: u64) -> tuple[u64, u64]:
    """The quotient of two 128-bit numbers: LLVM writes such divisions for the trip counts of some loops.

    Bit by bit: it is rare, and never in a loop itself. A pair is returned as the C ABIs return an i128.
    """
    if a_high == 0 and b_high == 0:
        return prim.udiv(a_low, b_low), u64(0)
    low, high, rest_low, rest_high = a_low, a_high, u64(0), u64(0)
    for _ in range(128):
        carry = rest_high >> 63
        rest_high = prim.shl(rest_high, u64(1)) | rest_low >> 63
        rest_low = prim.shl(rest_low, u64(1)) | high >> 63
        high = prim.shl(high, u64(1)) | low >> 63
        low = prim.shl(low, u64(1))
        if carry != 0 or rest_high > b_high or (rest_high == b_high and rest_low >= b_low):
            rest_high -= b_high
            if rest_low < b_low:
                rest_high -= 1
            rest_low -= b_low
            low |= u64(1)
    return low, high
