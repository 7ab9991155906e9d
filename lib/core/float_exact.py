"""Doubles as decimals without any error: limbs of nine digits, the point between two of them.

    limbs[first:POINT] is the part before the point, limbs[POINT:last] what lies behind; largest first.

A double is an integer times a power of two: shifting the integer left or right, up to 29 bits a pass, gives all of its
digits (a bit behind the point is one more decimal place). The other way round, a decimal is shifted until exactly 53
bits lie before the point, and what lies behind decides the rounding.
"""

from typing import Final

from rumpk import Array, Ptr, inline, prim, u8, u32, u64, unchecked

BASE: Final = 1_000_000_000
PLACES: Final = 9                       # digits of a limb
PASS: Final = 29                        # bits: a limb times 2**29 plus a carry fits 63 bits
POINT: Final = 36                       # limbs before the point: 10**309 has 35
LIMBS: Final = 240                      # behind it: 800 digits read, and one more for each of 970 bits shifted right
MOST_DIGITS: Final = 767                # significant ones of a double
MOST_READ: Final = 800                  # beyond these a digit only says that there is more
# Work space that no call keeps: an object on the arena would never be given back. One conversion runs at a time.
_limbs: Array[u32, 240] = Array[u32, 240]()
DIGITS: Array[u8, 808] = Array[u8, 808]()

TINY: Final = -330                      # decimal points further left make zero
HUGE: Final = 310                       # further right: infinity


@unchecked
def _shift_left(limbs: Ptr[u32], first: int, last: int, bits: u64) -> int:
    """Multiply by 2**bits; the new first limb."""
    carry: u64 = u64(0)
    i = last
    while i > first:
        i -= 1
        value = prim.shl(prim.zext(u64, limbs[i]), bits) + carry
        carry = prim.udiv(value, u64(1_000_000_000))
        limbs[i] = prim.trunc(u32, value - carry * 1_000_000_000)
    if carry != 0:
        first -= 1
        limbs[first] = prim.trunc(u32, carry)
    return first


@unchecked
def _shift_right(limbs: Ptr[u32], first: int, last: int, bits: u64) -> int:
    """Divide by 2**bits; the new last limb. The first ones may become zero."""
    mask = prim.shl(u64(1), bits) - 1
    rest: u64 = u64(0)
    i = first
    while i < last or rest != 0:
        value = rest * 1_000_000_000
        if i < last:
            value += prim.zext(u64, limbs[i])
        limbs[i] = prim.trunc(u32, prim.lshr(value, bits))
        rest = value & mask
        i += 1
    return i


@unchecked
def _expand(bits: u64, limbs: Ptr[u32]) -> tuple[int, int]:
    """All digits of a positive finite double; (first, last), the first limb is not zero."""
    fraction = bits & 0xF_FFFF_FFFF_FFFF
    exponent = prim.zext(int, bits >> 52)
    if exponent == 0:
        exponent = 1
    else:
        fraction |= 0x10_0000_0000_0000
    zeros = prim.cttz(fraction)
    fraction = prim.lshr(fraction, zeros)
    exponent += prim.zext(int, zeros) - 1075
    limbs[POINT - 1] = prim.trunc(u32, prim.urem(fraction, u64(1_000_000_000)))
    limbs[POINT - 2] = prim.trunc(u32, prim.udiv(fraction, u64(1_000_000_000)))
    first, last = POINT - 2, POINT
    if limbs[first] == 0:
        first += 1
    while exponent > 0:
        step = exponent if exponent < PASS else PASS
        first = _shift_left(limbs, first, last, prim.zext(u64, step))
        exponent -= step
    while exponent < 0:
        step = -exponent if exponent > -PASS else PASS
        last = _shift_right(limbs, first, last, prim.zext(u64, step))
        exponent += step
        while limbs[first] == 0:
            first += 1
    return first, last


@unchecked
def _digits_of(limb: u32) -> int:
    """How many digits a limb has without leading zeros."""
    count = 1
    bound: u32 = u32(10)
    while count < PLACES and limb >= bound:
        bound *= 10
        count += 1
    return count


@unchecked
def _put_limb(out: Ptr[u8], count: int, limb: u32) -> None:
    """The last `count` digits of a limb."""
    while count > 0:
        count -= 1
        quotient = prim.udiv(limb, u32(10))
        out[count] = prim.trunc(u8, limb - quotient * 10 + 48)
        limb = quotient


@unchecked
def exact_digits(bits: u64, places: int, behind_point: bool, out: Ptr[u8]) -> tuple[int, int]:
    """(count, point): 0.d1 d2 … * 10**point is a positive finite double, rounded half to even.

    `places` counts digits behind the point, or else significant ones. Trailing zeros are left out; count 0 is zero.
    `out` has room for MOST_DIGITS + 2 * PLACES: DIGITS has.
    """
    limbs = Ptr[u32](_limbs)
    first, last = _expand(bits, limbs)
    count = _digits_of(limbs[first])
    point = (POINT - first - 1) * PLACES + count
    wanted = places + point if behind_point else places
    _put_limb(out, count, limbs[first])
    i = first + 1
    # A count of limbs, not of digits: for two exit conditions LLVM would want 128-bit division (__udivti3).
    enough = i + prim.sdiv(wanted - count + PLACES, PLACES) if wanted >= count else i
    if enough > last:
        enough = last
    while i < enough:
        _put_limb(out + count, PLACES, limbs[i])
        count += PLACES
        i += 1
    if count > wanted:
        more = False
        while i < last and not more:
            more = limbs[i] != 0
            i += 1
        return _rounded(out, count, wanted, more, point)
    return _stripped(out, count), point


@unchecked
def _stripped(out: Ptr[u8], count: int) -> int:
    """The count without trailing zeros."""
    while count > 0 and out[count - 1] == 48:
        count -= 1
    return count


@unchecked
def _rounded(out: Ptr[u8], count: int, wanted: int, more: bool, point: int) -> tuple[int, int]:
    """The first `wanted` of `count` digits, rounded half to even; `more`: what follows them is not zero."""
    if wanted < 0:
        return 0, point
    next_digit = out[wanted]
    up = next_digit > 53
    if next_digit == 53:
        i = wanted + 1
        while i < count and not more:
            more = out[i] != 48
            i += 1
        up = more or (wanted > 0 and out[wanted - 1] & 1 != 0)
    if not up:
        return _stripped(out, wanted), point
    while wanted > 0 and out[wanted - 1] == 57:
        wanted -= 1
    if wanted == 0:
        out[0] = u8(49)
        return 1, point + 1
    out[wanted - 1] += 1
    return wanted, point


@unchecked
def nearest_double(digits: Ptr[u8], count: int, point: int) -> u64:
    """The bits of the double nearest to 0.d1 d2 … * 10**point, ties to even; all of infinity's where it is too large.

    d1 is not 0. Of more than MOST_READ digits the caller has replaced the rest by one that is not zero.
    """
    if point > HUGE:
        return u64(0x7FF0_0000_0000_0000)
    if count == 0 or point < TINY:
        return u64(0)
    limbs = Ptr[u32](_limbs)
    before = prim.sdiv(point + 8 + 40 * PLACES, PLACES) - 40          # limbs before the point, rounded up
    first = POINT - before
    last = first
    at = point - before * PLACES                                      # -8 to 0: the first limb's leading zeros
    while at < count:
        limb: u32 = u32(0)
        for j in range(at, at + PLACES):
            limb = limb * 10
            if 0 <= j and j < count:
                limb += prim.zext(u32, digits[j]) - 48
        limbs[last] = limb
        last += 1
        at += PLACES
    while last < POINT:                 # zeros up to the point
        limbs[last] = u32(0)
        last += 1
    return _scaled(limbs, first, last)


@inline
@unchecked
def _before_point(limbs: Ptr[u32], first: int) -> u64:
    """The part before the point, of at most two limbs."""
    if first >= POINT:
        return u64(0)
    low = prim.zext(u64, limbs[POINT - 1])
    return low if first == POINT - 1 else prim.zext(u64, limbs[POINT - 2]) * 1_000_000_000 + low


@unchecked
def _scaled(limbs: Ptr[u32], first: int, last: int) -> u64:
    """`nearest_double` of the limbs: shifted until 53 bits lie before the point, or fewer for a subnormal number."""
    exponent = 0
    while True:
        while first < last and limbs[first] == 0:
            first += 1
        while last > first and last > POINT and limbs[last - 1] == 0:
            last -= 1
        if first < POINT - 2:
            last = _shift_right(limbs, first, last, u64(PASS))
            exponent += PASS
            continue
        whole = _before_point(limbs, first)
        size = 64 - prim.zext(int, prim.ctlz(whole))
        if size > 53:
            last = _shift_right(limbs, first, last, prim.zext(u64, size - 53))
            exponent += size - 53
        elif size == 53 or exponent == -1074:
            return _assembled(limbs, first, last, whole, exponent)
        else:
            step = 53 - size if 53 - size < PASS else PASS
            if exponent - step < -1074:
                step = exponent + 1074
            first = _shift_left(limbs, first, last, prim.zext(u64, step))
            exponent -= step


@unchecked
def _assembled(limbs: Ptr[u32], first: int, last: int, whole: u64, exponent: int) -> u64:
    """The double of `whole` and what lies behind the point, times 2**exponent."""
    if first <= POINT and last > POINT:
        half: u32 = u32(500_000_000)
        head = limbs[POINT]
        above = head > half
        if head == half:
            i = POINT + 1
            above = whole & 1 != 0
            while i < last and not above:
                above = limbs[i] != 0
                i += 1
        if above:
            whole += 1
    if whole < 0x10_0000_0000_0000:
        return whole
    # A carry into bit 53 raises the exponent by itself.
    bits = prim.shl(prim.zext(u64, exponent + 1075), u64(52)) + (whole - 0x10_0000_0000_0000)
    return bits if bits < 0x7FF0_0000_0000_0000 else u64(0x7FF0_0000_0000_0000)
