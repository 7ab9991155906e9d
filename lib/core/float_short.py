"""The shortest decimal that reads back as a given double: Schubfach.

Giulietti, "The Schubfach way to render doubles", 2020.

A double is c * 2**q. Between the two neighbours' midpoints lies a multiple of 10**k, and at most one multiple of
10**(k+1); the estimates of those bounds need 10**-k to 126 bits only. float_powers.py holds every 27th power of ten
to 128 bits; those between are a base times a power of five below 2**63, corrected by a two-bit row.
"""

from typing import Final

from lib.core.float_powers import BASES, CORRECTIONS, FIVES
from rumpk import Ptr, inline, prim, u64, unchecked

FIRST: Final = -292                     # the powers that CORRECTIONS has
FIRST_BASE: Final = -297
STEP: Final = 27
FRACTION_BITS: Final = 52
LEAST_EXPONENT: Final = -1074


@inline
@unchecked
def _log2_pow10(k: int) -> int:
    """floor(log2(10**k)), for the k that are needed here."""
    return (k * 1741647) >> 19


@unchecked
def _power(k: int) -> tuple[u64, u64]:
    """floor(10**k * 2**(127 - _log2_pow10(k))) + 1, upper and lower half."""
    index = prim.sdiv(k - FIRST_BASE, STEP)
    rest = k - FIRST_BASE - index * STEP
    base = Ptr[u64](BASES) + 2 * index
    high, low = base[0], base[1]
    if rest == 0:
        return high, low
    five = Ptr[u64](FIVES)[rest]
    middle = prim.umul_high(low, five)
    middle += high * five
    top = prim.umul_high(high, five)
    if middle < high * five:
        top += 1
    shift = prim.zext(u64, _log2_pow10(k) - _log2_pow10(k - rest) - rest)
    out_low = prim.lshr(low * five, shift) | prim.shl(middle, 64 - shift)
    out_high = prim.lshr(middle, shift) | prim.shl(top, 64 - shift)
    row = k - FIRST
    lack = prim.lshr(Ptr[u64](CORRECTIONS)[row >> 5], prim.zext(u64, (row & 31) * 2)) & 3
    if lack == 2:
        out_low += 1
        if out_low == 0:
            out_high += 1
    elif lack == 0:
        if out_low == 0:
            out_high -= 1
        out_low -= 1
    return out_high, out_low


@inline
@unchecked
def _round_to_odd(high: u64, low: u64, factor: u64) -> u64:
    """The product's highest word; its last bit is set where anything but a rounding error lies below."""
    carried = prim.umul_high(low, factor)
    below = high * factor
    top = prim.umul_high(high, factor)
    sum_below = below + carried
    if sum_below < below:
        top += 1
    return top | 1 if sum_below > 1 else top


@unchecked
def shortest(bits: u64) -> tuple[u64, int]:
    """(d, k) with the fewest digits so that d * 10**k reads as the double, which is positive and finite.

    Of several the one nearest to it. `d` may end in zeros.
    """
    fraction = bits & 0xF_FFFF_FFFF_FFFF
    field = prim.zext(int, bits >> FRACTION_BITS)
    if field == 0:
        return _nearest(fraction, LEAST_EXPONENT, False)
    c = fraction | 0x10_0000_0000_0000
    q = field - 1075
    if -FRACTION_BITS <= q and q <= 0 and c & (prim.shl(u64(1), prim.zext(u64, -q)) - 1) == 0:
        return prim.lshr(c, prim.zext(u64, -q)), 0
    return _nearest(c, q, fraction == 0 and field > 1)


@unchecked
def _nearest(c: u64, q: int, closer_below: bool) -> tuple[u64, int]:
    """`shortest` of c * 2**q; `closer_below`: the lower neighbour is at half the distance."""
    k = (q * 1262611 - (524031 if closer_below else 0)) >> 22
    shift = prim.zext(u64, q + _log2_pow10(-k) + 1)
    high, low = _power(-k)
    four = c * 4
    lower = _round_to_odd(high, low, prim.shl(four - 2 + prim.zext(u64, closer_below), shift))
    middle = _round_to_odd(high, low, prim.shl(four, shift))
    upper = _round_to_odd(high, low, prim.shl(four + 2, shift))
    odd = c & 1
    lower += odd
    upper -= odd
    s = middle >> 2
    if s >= 10:
        tenth = prim.udiv(s, u64(10))
        under = lower <= tenth * 40
        over = tenth * 40 + 40 <= upper
        if under != over:
            return (tenth + 1 if over else tenth), k + 1
    under = lower <= s * 4
    over = s * 4 + 4 <= upper
    if under != over:
        return (s + 1 if over else s), k
    half = s * 4 + 2
    up = middle > half or (middle == half and s & 1 != 0)
    return (s + 1 if up else s), k
