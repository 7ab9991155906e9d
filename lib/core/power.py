"""`x ** y` of doubles, to the last bit what CPython prints on the machines that people have.

CPython takes the C library's `pow`, which is not always the nearest double. glibc (from 2.28) and musl use the method
of Arm's optimized routines (S. Nagy, 2018); so does this, with the same tables, and each sum and product rounded or
fused where theirs is on a machine with fused multiply-add.

    log x = k ln2 + log c + log(z/c),     x = 2**k z,     c next to z with a short 1/c, so that z/c - 1 is exact
    e**t  = 2**(n/128) e**r,              t = n ln2/128 + r

The logarithm is a pair of doubles with a relative error below 2**-68; the result's is below 0.52 units in its last
place.
"""

from typing import Final

from lib.core.power_tables import LACKS, LOGS, POWERS
from rumpk import Ptr, cold, noinline, prim, u64, unchecked

FIRST_PART: Final = 0x3FE6955500000000          # the bits of the double at which the first of the 128 parts begins
LN2_HIGH: Final = 0.6931471805598903
LN2_LOW: Final = 5.497923018708371e-14
L3: Final = -0.6666666666666679                 # log(1 + r) = r - r**2/2 + (-r**3/2) (L3 + L4 r + …), a minimax fit
L4: Final = 0.5000000000000007
L5: Final = 0.7999999995323976
L6: Final = -0.6666666663487739
L7: Final = -1.142909628459501
L8: Final = 1.0000415263675542
PER_STEP: Final = 184.6649652337873             # 128/ln2
STEP_HIGH: Final = -0.005415212348111709        # -ln2/128
STEP_LOW: Final = -1.2864023111638344e-14
E2: Final = 0.49999999999996786                 # e**r = 1 + r + E2 r**2 + …
E3: Final = 0.16666666666665886
E4: Final = 0.0416666808410674
E5: Final = 0.008333335853059549
ROUNDER: Final = 6755399441055744.0             # 3 * 2**51: added, it leaves the nearest integer
TINY: Final = 0x3BE                             # exponent fields: |y| below 2**-65 gives 1
HUGE: Final = 0x43E                             # and from 2**63 on infinity or zero
NO_EXPONENT: Final = 0x3C9                      # e**t is 1 below 2**-54
SPECIAL: Final = 0x408                          # from 512 on it may be no normal number
BEYOND: Final = 0x409                           # from 1024 on it is infinity or zero


@unchecked
def power(x: float, y: float) -> float:
    """x**y for positive finite x, finite y; infinity or zero beyond the range."""
    size = prim.zext(int, prim.bitcast(u64, y) >> 52) & 0x7FF
    if size < TINY or size >= HUGE:
        if size < TINY or x == 1.0:
            return 1.0
        return _infinity() if (x > 1.0) == (y > 0.0) else 0.0
    high, low = _log(x)
    exponent = y * high
    return _exp(exponent, prim.ffma(y, low, prim.ffma(y, high, -exponent)))


@unchecked
def _log(x: float) -> tuple[float, float]:
    """log x as a pair of doubles."""
    bits = prim.zext(int, prim.bitcast(u64, x))
    if bits >> 52 == 0:
        bits = prim.zext(int, prim.bitcast(u64, x * 4503599627370496.0)) - (52 << 52)
    past = bits - FIRST_PART
    k = past >> 52
    z = prim.bitcast(float, prim.zext(u64, bits - (k << 52)))
    exponent = prim.sitofp(float, k)
    row = Ptr[float](LOGS) + 3 * (past >> 45 & 127)
    r = prim.ffma(z, row[0], -1.0)
    whole = prim.ffma(exponent, LN2_HIGH, row[1])
    first = whole + r
    rest = prim.ffma(exponent, LN2_LOW, row[2]) + (whole - first + r)
    half = -0.5 * r
    square = r * half
    second = first + square
    rest = rest + prim.ffma(half, r, -square) + (first - second + square)
    fit = prim.ffma(square, prim.ffma(r, L8, L7), prim.ffma(r, L6, L5))
    rest = prim.ffma(r * square, prim.ffma(square, fit, prim.ffma(r, L4, L3)), rest)
    out = second + rest
    return out, second - out + rest


@unchecked
def _exp(t: float, t_low: float) -> float:
    """e**(t + t_low) as one double."""
    size = prim.zext(int, prim.bitcast(u64, t) >> 52) & 0x7FF
    if size < NO_EXPONENT:
        return 1.0
    if size >= BEYOND:
        return 0.0 if t < 0.0 else _infinity()
    steps = prim.ffma(PER_STEP, t, ROUNDER) - ROUNDER
    n = prim.fptosi(int, steps)
    r = prim.ffma(steps, STEP_LOW, prim.ffma(steps, STEP_HIGH, t)) + t_low
    square = r * r
    fit = prim.ffma(square, prim.ffma(r, E3, E2), (Ptr[float](LACKS) + (n & 127))[0] + r)
    fit = prim.ffma(square * square, prim.ffma(r, E5, E4), fit)
    bits = prim.zext(int, (Ptr[u64](POWERS) + (n & 127))[0])
    if size >= SPECIAL:
        return _special(fit, bits, n)
    scale = prim.bitcast(float, prim.zext(u64, bits + (n << 45)))
    return prim.ffma(scale, fit, scale)


@cold
@noinline
@unchecked
def _special(fit: float, bits: int, n: int) -> float:
    """2**(n/128) (1 + fit) where that may be too large, or below the normal numbers and so to be rounded but once."""
    if n >= 0:
        scale = prim.bitcast(float, prim.zext(u64, bits - (1009 << 52) + (n << 45)))
        return prim.ffma(scale, fit, scale) * prim.bitcast(float, u64(2032 << 52))
    scale = prim.bitcast(float, prim.zext(u64, bits + (1022 << 52) + (n << 45)))
    more = scale * fit
    out = scale + more
    if out < 1.0:
        low = scale - out + more
        high = 1.0 + out
        out = high + (1.0 - high + out + low) - 1.0
    return out * 2.2250738585072014e-308


@cold
@noinline
def _infinity() -> float:
    return prim.bitcast(float, u64(0x7FF0_0000_0000_0000))
