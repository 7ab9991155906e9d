"""Sine, cosine, tangent and their inverses to about 85 bits, for lib/math.py to round once.

Angles are reduced to r in [-pi/4, pi/4] and a quadrant; r = i/64 + s, with sine and cosine of i/64 from a table and
short series in s. Arguments from 2**30 on meet 2/pi to 1280 bits (Payne and Hanek, SIGNUM 18, 1983).
"""

from typing import Final

from lib.core.double_double import (
    dd_add, dd_add_d, dd_div, dd_mul, dd_mul_d, dd_sqrt, fast_two_sum, two_prod, two_sum,
)
from lib.core.exponential import SIXTH_LOW, THIRD_LOW, power_of_two
from lib.trigonometry_tables import ANGLES, ARCS, HALF_PI_1, HALF_PI_2, HALF_PI_3, TWO_OVER_PI
from rumpk import Ptr, cold, noinline, prim, u64, unchecked

QUARTER_PI: Final = 0.7853981633974483
TWO_PER_PI: Final = 0.6366197723675814
FAR: Final = 1073741824.0               # 2**30: beyond, three parts of pi/2 are too few


# Reduction

@unchecked
def reduce_angle(x: float) -> tuple[float, float, int]:
    """(r, r_low, q) with x = q * pi/2 + r, |r| at most a little over pi/4; q modulo 4 counts. `x` is finite."""
    if prim.fabs(x) <= QUARTER_PI:
        return x, 0.0, 0
    if prim.fabs(x) >= FAR:
        r, r_low, q = _reduce_far(prim.fabs(x))
        return (r, r_low, q) if x > 0.0 else (-r, -r_low, -q)
    n = prim.froundeven(x * TWO_PER_PI)
    p, p_low = two_prod(n, HALF_PI_1)
    second, second_low = two_prod(n, HALF_PI_2)
    a, a_low = two_sum(x - p, -p_low)
    b, b_low = two_sum(a, -second)
    r, r_low = fast_two_sum(b, a_low + b_low - second_low - n * HALF_PI_3)
    return r, r_low, prim.fptosi(int, n)


@unchecked
def _window(at: int) -> u64:
    """64 bits of 0…0 2/pi from bit `at` on."""
    words = Ptr[u64](TWO_OVER_PI) + (at >> 6)
    shift = prim.zext(u64, at & 63)
    if shift == 0:
        return words[0]
    return prim.shl(words[0], shift) | prim.lshr(words[1], 64 - shift)


@noinline
@cold
@unchecked
def _reduce_far(x: float) -> tuple[float, float, int]:
    """`reduce_angle` from 2**30 on: x = m * 2**e, and bits of 2/pi above 2**(2 - e) make whole turns only."""
    bits = prim.bitcast(u64, x)
    m = bits & 0xF_FFFF_FFFF_FFFF | 0x10_0000_0000_0000
    at = prim.zext(int, bits >> 52) - 1075 - 2 + 64
    # m times four words of the table, modulo 2**256: two bits of quadrant, then the fraction.
    f0, f1, f2, f3 = _window(at), _window(at + 64), _window(at + 128), _window(at + 192)
    low2 = m * f2
    p2 = low2 + prim.umul_high(m, f3)
    low1 = m * f1
    add1 = prim.umul_high(m, f2) + (u64(1) if p2 < low2 else u64(0))
    p1 = low1 + add1
    p0 = m * f0 + prim.umul_high(m, f1) + (u64(1) if p1 < low1 else u64(0))
    q = prim.zext(int, p0 >> 62)
    a = prim.shl(p0, u64(2)) | p1 >> 62
    b = prim.shl(p1, u64(2)) | p2 >> 62
    c = prim.shl(p2, u64(2)) | (m * f3) >> 62
    over = a >> 63 != 0
    if over:                            # nearer to the next quadrant: 1 - fraction, but for the last bit
        q += 1
        a, b, c = ~a, ~b, ~c
    scale = 0
    if a == 0:
        a, b, c = b, c, u64(0)
        scale = 64
    zeros = prim.ctlz(a)
    if zeros != 0:
        a = prim.shl(a, zeros) | prim.lshr(b, 64 - zeros)
        b = prim.shl(b, zeros) | prim.lshr(c, 64 - zeros)
    high = prim.uitofp(float, a >> 11) * power_of_two(-53)
    low = prim.uitofp(float, prim.shl(a & 0x7FF, u64(42)) | b >> 22) * power_of_two(-106)
    high, low = dd_mul(high, low, HALF_PI_1, HALF_PI_2)
    unit = power_of_two(-scale - prim.zext(int, zeros))
    if over:
        unit = -unit
    return high * unit, low * unit, q


# Sine and cosine

@unchecked
def sincos_dd(r: float, r_low: float) -> tuple[float, float, float, float]:
    """Sine and cosine, each as a pair, for |r| <= 0.8."""
    negative = r < 0.0
    if negative:
        r, r_low = -r, -r_low
    steps = prim.froundeven(r * 64.0)
    s, s_low = two_sum(r - steps * 0.015625, r_low)
    square, square_low = dd_mul(s, s_low, s, s_low)
    cube, cube_low = dd_mul(square, square_low, s, s_low)
    a, a_low = dd_mul(cube, cube_low, -1 / 6, -SIXTH_LOW)
    tail = cube * square * (1 / 120 + square * (-1 / 5040 + square * (1 / 362880)))
    a, a_low = dd_add_d(a, a_low, tail)
    a, a_low = dd_add(s, s_low, a, a_low)                             # sin s
    tail = square * square * (1 / 24 + square * (-1 / 720 + square * (1 / 40320 - square * (1 / 3628800))))
    b, b_low = dd_add_d(square * -0.5, square_low * -0.5, tail)       # cos s - 1
    row = Ptr[float](ANGLES) + 4 * prim.fptosi(int, steps)
    t, t_low, u, u_low = row[0], row[1], row[2], row[3]
    if steps == 0.0:
        c, c_low = dd_add(1.0, 0.0, b, b_low)
        return (-a, -a_low, c, c_low) if negative else (a, a_low, c, c_low)
    x, x_low = dd_mul(t, t_low, b, b_low)
    y, y_low = dd_mul(u, u_low, a, a_low)
    x, x_low = dd_add(x, x_low, y, y_low)
    x, x_low = dd_add(t, t_low, x, x_low)
    z, z_low = dd_mul(u, u_low, b, b_low)
    y, y_low = dd_mul(t, t_low, a, a_low)
    z, z_low = dd_add(z, z_low, -y, -y_low)
    z, z_low = dd_add(u, u_low, z, z_low)
    return (-x, -x_low, z, z_low) if negative else (x, x_low, z, z_low)


@unchecked
def sine(x: float, quarter: int) -> float:
    """sin(x + quarter * pi/2) of a finite x."""
    r, r_low, q = reduce_angle(x)
    q = q + quarter & 3
    s, s_low, c, c_low = sincos_dd(r, r_low)
    if q & 1 != 0:
        s, s_low = c, c_low
    return -(s + s_low) if q >= 2 else s + s_low


@unchecked
def tangent(x: float) -> float:
    """tan(x) of a finite x."""
    r, r_low, q = reduce_angle(x)
    s, s_low, c, c_low = sincos_dd(r, r_low)
    if q & 1 != 0:
        high, low = dd_div(-c, -c_low, s, s_low)
    else:
        high, low = dd_div(s, s_low, c, c_low)
    return high + low


# Inverses

@unchecked
def _small_arc(y: float, y_low: float, x: float, x_low: float) -> tuple[float, float]:
    """The angle whose tangent is y/x, 0 <= y <= x, x > 0: that of i/64, and of (y - x i/64) / (x + y i/64)."""
    steps = prim.froundeven(prim.fdiv(y, x) * 64.0)
    t = steps * 0.015625
    a, a_low = dd_mul_d(x, x_low, -t)
    a, a_low = dd_add(y, y_low, a, a_low)
    b, b_low = dd_mul_d(y, y_low, t)
    b, b_low = dd_add(x, x_low, b, b_low)
    s, s_low = dd_div(a, a_low, b, b_low)
    square, square_low = dd_mul(s, s_low, s, s_low)
    cube, cube_low = dd_mul(square, square_low, s, s_low)
    a, a_low = dd_mul(cube, cube_low, -1 / 3, -THIRD_LOW)
    tail = 1 / 5 + square * (-1 / 7 + square * (1 / 9 + square * (-1 / 11 + square * (1 / 13))))
    a, a_low = dd_add_d(a, a_low, cube * square * tail)
    a, a_low = dd_add(s, s_low, a, a_low)
    row = Ptr[float](ARCS) + 2 * prim.fptosi(int, steps)
    return dd_add(row[0], row[1], a, a_low)


@unchecked
def arc_dd(y: float, y_low: float, x: float, x_low: float) -> tuple[float, float]:
    """The angle of the point (x, y), for x, y >= 0 and not both 0, near 1 in size."""
    if y <= x:
        return _small_arc(y, y_low, x, x_low)
    high, low = _small_arc(x, x_low, y, y_low)
    return dd_add(HALF_PI_1, HALF_PI_2, -high, -low)


@unchecked
def cosine_side(x: float) -> tuple[float, float]:
    """sqrt(1 - x*x) for |x| <= 1."""
    a, a_low = two_sum(1.0, -x)
    b, b_low = two_sum(1.0, x)
    high, low = dd_mul(a, a_low, b, b_low)
    if high == 0.0:
        return 0.0, 0.0
    return dd_sqrt(high, low)
