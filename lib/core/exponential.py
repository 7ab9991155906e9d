"""Exponential and logarithm to about 90 bits, so that rounding the result once rounds correctly nearly always.

    exp:  x = n * ln2/128 + r,      e**x = 2**(n >> 7) * POWERS[n & 127] * e**r
    log:  x = 2**k * m, c = LOGS[i] near 1/m,      log x = k ln2 - log c + log(1 + (m*c - 1))

The series use double-double arithmetic for the terms that matter below a double's last place and doubles for the rest
(as in Tang, "Table-driven implementation of the exponential function", ACM TOMS 15, 1989).
"""

from typing import Final

from lib.core.double_double import dd_add, dd_add_d, dd_mul, two_prod, two_sum
from lib.core.exponential_tables import LN2_1, LN2_2, LOGS, PER_STEP_1, POWERS, STEP_1, STEP_2
from rumpk import Ptr, cold, noinline, prim, u64, unchecked

SIXTH_LOW: Final = 9.25185853854297e-18         # what 1/6 as a double lacks
THIRD_LOW: Final = 1.850371707708594e-17        # and 1/3
FIFTH_LOW: Final = -1.1102230246251566e-17      # and 1/5
HALVED: Final = 53                      # parts of [1, 2) from which on m/2 is taken, near the square root of two
OVERFLOW: Final = 709.782712893384      # the last double whose exponential is finite
UNDERFLOW: Final = -745.1332191019412   # the last one whose exponential is not zero


@unchecked
def power_of_two(k: int) -> float:
    """2**k for -1022 <= k <= 1023."""
    return prim.bitcast(float, prim.shl(prim.zext(u64, k + 1023), u64(52)))


@unchecked
def exp_dd(x: float, x_low: float) -> tuple[float, float, int]:
    """(high, low, k) with e**x = 2**k * (high + low), high about 1 to 2, for |x| below 800."""
    steps = prim.froundeven(x * PER_STEP_1)
    product, error = two_prod(steps, STEP_1)
    r, r_low = two_sum(x - product, (x_low - error) - steps * STEP_2)
    square, square_low = dd_mul(r, r_low, r, r_low)
    cube, cube_low = dd_mul(square, square_low, r, r_low)
    third, third_low = dd_mul(cube, cube_low, 1 / 6, SIXTH_LOW)
    tail = 1 / 720 + r * (1 / 5040 + r * (1 / 40320 + r * (1 / 362880)))
    tail = square * square * (1 / 24 + r * (1 / 120 + r * tail))
    p, p_low = dd_add(square * 0.5, square_low * 0.5, third, third_low)
    p, p_low = dd_add_d(p, p_low, tail)
    p, p_low = dd_add(r, r_low, p, p_low)
    n = prim.fptosi(int, steps)
    row = Ptr[float](POWERS) + 2 * (n & 127)
    high, low = row[0], row[1]
    t, t_low = dd_mul(high, low, p, p_low)
    high, low = dd_add(high, low, t, t_low)
    return high, low, n >> 7


@unchecked
def scaled(high: float, low: float, k: int) -> float:
    """2**k * (high + low) as one double, high about 1 to 2; infinity where it is too large."""
    if k >= -1021:
        if k > 1023:
            return (high + low) * power_of_two(1023) * power_of_two(k - 1023 if k < 2000 else 977)
        return (high + low) * power_of_two(k)
    return _tiny(high, low, k)


@noinline
@cold
@unchecked
def _tiny(high: float, low: float, k: int) -> float:
    """`scaled` below the normal range: rounded once, to a multiple of 2**-1074."""
    unit = power_of_two(61)
    low = low * unit
    floor = prim.ffloor(low)
    whole = prim.zext(u64, prim.fptosi(int, high * unit) + prim.fptosi(int, floor))
    shift = -1013 - k
    if shift > 62:
        return 0.0
    kept = prim.lshr(whole, prim.zext(u64, shift))
    rest = whole - prim.shl(kept, prim.zext(u64, shift))
    half = prim.shl(u64(1), prim.zext(u64, shift - 1))
    if rest > half or (rest == half and (low != floor or kept & 1 != 0)):
        kept += 1
    return prim.bitcast(float, kept)


@unchecked
def log_series(r: float, r_low: float) -> tuple[float, float]:
    """log(1 + r) for |r| <= 1/128."""
    tail = 1 / 12 + r * (-1 / 13 + r * (1 / 14 - r * (1 / 15)))
    tail = -1 / 6 + r * (1 / 7 + r * (-1 / 8 + r * (1 / 9 + r * (-1 / 10 + r * (1 / 11 - r * tail)))))
    a, a_low = dd_add_d(0.2, FIFTH_LOW, r * tail)
    a, a_low = dd_mul(a, a_low, r, r_low)
    a, a_low = dd_add_d(a, a_low, -0.25)
    a, a_low = dd_mul(a, a_low, r, r_low)
    a, a_low = dd_add(a, a_low, 1 / 3, THIRD_LOW)
    a, a_low = dd_mul(a, a_low, r, r_low)
    a, a_low = dd_add_d(a, a_low, -0.5)
    square, square_low = dd_mul(r, r_low, r, r_low)
    a, a_low = dd_mul(a, a_low, square, square_low)
    return dd_add(r, r_low, a, a_low)


@unchecked
def log_dd(x: float, x_low: float) -> tuple[float, float]:
    """log(x) for positive finite x."""
    k = -1023
    if x < 2.2250738585072014e-308:
        x *= 18014398509481984.0        # 2**54
        k -= 54
    bits = prim.bitcast(u64, x)
    i = prim.zext(int, bits >> 45) & 127
    k += prim.zext(int, bits >> 52)
    m = prim.bitcast(float, bits & 0xF_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
    m_low = x_low * power_of_two(-k) if x_low != 0.0 else 0.0
    if i >= HALVED:
        k += 1
        m *= 0.5
        m_low *= 0.5
    row = Ptr[float](LOGS) + 3 * i
    product, error = two_prod(m, row[0])
    r, r_low = two_sum(product - 1.0, error + m_low * row[0])
    s, s_low = log_series(r, r_low)
    if k == 0:
        return dd_add(row[1], row[2], s, s_low)
    exponent = prim.sitofp(float, k)
    t, t_low = two_prod(exponent, LN2_2)
    a, a_low = dd_add(row[1], row[2], t, t_low)
    a, a_low = dd_add(exponent * LN2_1, 0.0, a, a_low)
    return dd_add(a, a_low, s, s_low)


@unchecked
def exp_nearest(x: float) -> float:
    """e**x as one double, for finite x."""
    if x < UNDERFLOW:
        return 0.0
    high, low, k = exp_dd(x if x < 800.0 else 800.0, 0.0)
    return scaled(high, low, k)


@unchecked
def log_nearest(x: float) -> float:
    """log(x) as one double, for positive finite x."""
    high, low = log_dd(x, 0.0)
    return high + low
