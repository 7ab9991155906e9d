"""memcpy, memmove, memset, memcmp: what LLVM calls for copies and the library for its buffers. And __udivti3.

Words at any address: every machine here takes a misaligned access to memory in one instruction (QEMU's riscv64 does, as
RVA20's Zicclsm asks; aarch64 does in Normal memory, Arm ARM B2.5.2, and reset.S has the MMU on before compiled code
runs). So nothing is brought to a boundary, and what does not fill a word is part of one more that overlaps the last.
Device memory is not for these. The emitter keeps LLVM from turning these loops into calls of themselves.
"""

from rumpk import Ptr, export, inline, prim, u8, u32, u64, unchecked, usize


@inline
@unchecked
def _word(place: Ptr[u8], at: usize) -> Ptr[u64]:
    """The words from byte `at` on."""
    return Ptr[u64](place + at)


@inline
@unchecked
def _four_words(to: Ptr[u8], source: Ptr[u8]) -> None:
    """Copy 32 bytes, all read before any is written."""
    words, places = Ptr[u64](source), Ptr[u64](to)
    a, b, c, d = words[0], words[1], words[2], words[3]
    places[0] = a
    places[1] = b
    places[2] = c
    places[3] = d


@inline
@unchecked
def _few(to: Ptr[u8], source: Ptr[u8], count: usize) -> None:
    """Copy up to 7 bytes, all read before any is written."""
    if count >= 4:
        first, last = Ptr[u32](source)[0], Ptr[u32](source + (count - 4))[0]
        Ptr[u32](to)[0] = first
        Ptr[u32](to + (count - 4))[0] = last
    elif count != 0:
        left, middle, right = source[0], source[count >> 1], source[count - 1]
        to[0] = left
        to[count >> 1] = middle
        to[count - 1] = right


@export("memcpy")
@unchecked
def memcpy(to: Ptr[u8], source: Ptr[u8], count: usize) -> Ptr[u8]:
    """Copy `count` bytes; the areas do not overlap, or the destination begins at or before the source."""
    if count < 8:
        _few(to, source, count)
        return to
    end, last = _word(to, count - 8), _word(source, count - 8)[0]
    place = to
    while count >= 32:
        _four_words(place, source)
        place += 32
        source += 32
        count -= 32
    while count >= 8:
        Ptr[u64](place)[0] = Ptr[u64](source)[0]
        place += 8
        source += 8
        count -= 8
    end[0] = last
    return to


@export("memmove")
@unchecked
def memmove(to: Ptr[u8], source: Ptr[u8], count: usize) -> Ptr[u8]:
    """Copy `count` bytes between areas that may overlap."""
    if usize(to) - usize(source) >= count or count < 8:
        return memcpy(to, source, count)
    first = Ptr[u64](source)[0]
    while count >= 32:
        count -= 32
        _four_words(to + count, source + count)
    while count >= 8:
        count -= 8
        _word(to, count)[0] = _word(source, count)[0]
    Ptr[u64](to)[0] = first
    return to


@export("memset")
@unchecked
def memset(to: Ptr[u8], byte: int, count: usize) -> Ptr[u8]:
    """Fill `count` bytes with the low eight bits of `byte`."""
    value = prim.trunc(u8, byte)
    i: usize = 0
    if count < 8:
        while i < count:
            to[i] = value
            i += 1
        return to
    word = prim.mul_wrap(prim.zext(u64, value), u64(0x0101_0101_0101_0101))
    while i + 64 <= count:
        place = _word(to, i)
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
        _word(to, i)[0] = word
        i += 8
    _word(to, count - 8)[0] = word
    return to


@inline
@unchecked
def _differ(a: Ptr[u8], b: Ptr[u8]) -> bool:
    """Whether 32 bytes are not the same."""
    x, y = Ptr[u64](a), Ptr[u64](b)
    return x[0] != y[0] or x[1] != y[1] or x[2] != y[2] or x[3] != y[3]


@export("memcmp")
@unchecked
def memcmp(a: Ptr[u8], b: Ptr[u8], count: usize) -> int:
    """Negative, zero or positive as the first bytes that differ say."""
    if count >= 8:
        left, right = _word(a, count - 8), _word(b, count - 8)
        while count >= 64 and not _differ(a, b) and not _differ(a + 32, b + 32):
            a += 64
            b += 64
            count -= 64
        while count >= 8 and Ptr[u64](a)[0] == Ptr[u64](b)[0]:
            a += 8
            b += 8
            count -= 8
        if count < 8 and left[0] == right[0]:
            return 0
    while count != 0:
        if a[0] != b[0]:
            return prim.zext(int, a[0]) - prim.zext(int, b[0])
        a += 1
        b += 1
        count -= 1
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
