"""`expm1`, `log1p`, `log10` and the hyperbolic functions, in plain doubles: errors below one unit of the last place.

The nearest double would be less help here: CPython's results come from C libraries that follow the formulas of Sun's
fdlibm (1993), and a program should print the same on the board. Argument reduction and the polynomials' coefficients
are those of that method; where a formula has several forms, the form for small arguments avoids cancellation.
"""

from typing import Final

from lib.core.exponential import exp_nearest, log_nearest, power_of_two
from lib.math_parts import domain_error, frexp, ldexp, range_error
from rumpk import prim, u64, unchecked

LN2_HIGH: Final = 6.93147180369123816490e-01     # 33 bits: multiples by an exponent are exact
LN2_LOW: Final = 1.90821492927058770002e-10
PER_LN2: Final = 1.44269504088896338700
LOG10_2: Final = 3.01029995663611771306e-01      # log10(2), again in two parts
LOG10_2_LOW: Final = 3.69423907715893078616e-13
PER_LN10: Final = 4.34294481903251816668e-01
LN2: Final = 0.6931471805599453
SMALL: Final = 3.725290298461914e-09             # 2**-28
OVERFLOW: Final = 709.782712893384
HALF_OVERFLOW: Final = 710.4758600739439         # e**x / 2 is finite up to here


@unchecked
def expm1(x: float) -> float:
    """e**x - 1, exact near 0 too."""
    size = prim.fabs(x)
    if x - x != 0.0:
        return -1.0 if x < 0.0 else x
    if x > OVERFLOW:
        range_error()
    if x < -38.9:
        return -1.0
    if size < 5.551115123125783e-17:
        return x
    k = 0
    lost = 0.0                          # what the reduced argument lacks
    if size > 0.34657359027997264:      # x = k ln2 + r, |r| <= ln2 / 2
        if size < 1.0397207708399179:
            k = 1 if x > 0.0 else -1
        else:
            k = prim.fptosi(int, PER_LN2 * x + (0.5 if x > 0.0 else -0.5))
        steps = prim.sitofp(float, k)
        high = x - steps * LN2_HIGH
        low = steps * LN2_LOW
        x = high - low
        lost = (high - x) - low
    return _expm1_scaled(x, lost, k)


@unchecked
def _expm1_scaled(x: float, lost: float, k: int) -> float:
    """expm1 of the reduced argument, then times 2**k: e**r - 1 = r + r*r/2 + …, by a rational form in r*r/2."""
    half = 0.5 * x
    square = x * half
    second = square * square
    form = (1.0 + square * -3.33333333333331316428e-02
            + second * (1.58730158725481460165e-03 + square * -7.93650757867487942473e-05)
            + second * second * (4.00821782732936239552e-06 + square * -2.01099218183624371326e-07))
    t = 3.0 - form * half
    rest = square * prim.fdiv(form - t, 6.0 - x * t)
    if k == 0:
        return x - (x * rest - square)
    rest = (x * (rest - lost) - lost) - square
    if k == -1:
        return 0.5 * (x - rest) - 0.5
    if k == 1:
        return -2.0 * (rest - (x + 0.5)) if x < -0.25 else 1.0 + 2.0 * (x - rest)
    if k <= -2 or k > 56:
        return ldexp(1.0 - (rest - x), k) - 1.0
    unit = power_of_two(-k)
    if k < 20:
        return ldexp((1.0 - unit) - (rest - x), k)
    return ldexp((x - (rest + unit)) + 1.0, k)


@unchecked
def log1p(x: float) -> float:
    """log(1 + x), exact near 0 too."""
    if x <= -1.0:
        domain_error()
    size = prim.fabs(x)
    if x - x != 0.0 or size < 5.551115123125783e-17:
        return x
    if size < 1.862645149230957e-09:
        return x - x * x * 0.5
    if -0.2928932309150696 < x < 0.41421356237309503:
        return _log1p_scaled(x, 0, 0.0)
    lost = 0.0                          # what 1 + x lost by rounding, relative to it
    if size < 9007199254740992.0:
        whole = 1.0 + x
        lost = prim.fdiv(1.0 - (whole - x) if whole >= 2.0 else x - (whole - 1.0), whole)
    else:
        whole = x
    m, k = frexp(whole)                 # m from sqrt(1/2) to sqrt(2)
    if prim.bitcast(u64, m) & 0xF_FFFF_FFFF_FFFF < 0x6_A09E_0000_0000:
        m *= 2.0
        k -= 1
    return _log1p_scaled(m - 1.0, k, lost)


@unchecked
def _log1p_scaled(f: float, k: int, lost: float) -> float:
    """log(1 + f) + k ln2 + lost, by a polynomial in (f / (2 + f))**2."""
    steps = prim.sitofp(float, k)
    half = 0.5 * f * f
    if f == 0.0:
        return steps * LN2_HIGH + (lost + steps * LN2_LOW)
    if prim.fabs(f) < 9.5367431640625e-07 and k != 0:
        rest = half * (1.0 - 0.66666666666666666 * f)
        return steps * LN2_HIGH - ((rest - (steps * LN2_LOW + lost)) - f)
    s = prim.fdiv(f, 2.0 + f)
    z = s * s
    z2 = z * z
    z4 = z2 * z2
    form = (z * 6.666666666666735130e-01 + z2 * (3.999999999940941908e-01 + z * 2.857142874366239149e-01)
            + z4 * (2.222219843214978396e-01 + z * 1.818357216161805012e-01)
            + z4 * z2 * (1.531383769920937332e-01 + z * 1.479819860511658591e-01))
    if k == 0:
        return f - (half - s * (half + form))
    return steps * LN2_HIGH - ((half - (s * (half + form) + (steps * LN2_LOW + lost))) - f)


@unchecked
def log10(x: float) -> float:
    """The logarithm to base 10."""
    if x <= 0.0:
        domain_error()
    if x - x != 0.0:
        return x
    m, k = frexp(x)                     # the part of the exponent that brings the result nearer to 0 goes first
    if k >= 1:
        m *= 2.0
        k -= 1
    steps = prim.sitofp(float, k)
    return (steps * LOG10_2_LOW + PER_LN10 * log_nearest(m)) + steps * LOG10_2


@unchecked
def sinh(x: float) -> float:
    """(e**x - e**-x) / 2."""
    size = prim.fabs(x)
    if x - x != 0.0 or size < SMALL:
        return x
    half = prim.fcopysign(0.5, x)
    if size >= 22.0:
        return prim.fcopysign(_half_exp(size), x)
    t = expm1(size)
    if size < 1.0:
        return half * (2.0 * t - prim.fdiv(t * t, t + 1.0))
    return half * (t + prim.fdiv(t, t + 1.0))


@unchecked
def cosh(x: float) -> float:
    """(e**x + e**-x) / 2."""
    size = prim.fabs(x)
    if x - x != 0.0:
        return size
    if size >= 22.0:
        return _half_exp(size)
    if size < 0.34657359027997264:
        t = expm1(size)
        whole = 1.0 + t
        return 1.0 + prim.fdiv(t * t, whole + whole)
    t = exp_nearest(size)
    return 0.5 * t + prim.fdiv(0.5, t)


@unchecked
def _half_exp(x: float) -> float:
    """e**x / 2 for x >= 22. Where only the half is finite, by way of e**(x/2)."""
    if x <= OVERFLOW:
        return 0.5 * exp_nearest(x)
    if x > HALF_OVERFLOW:
        range_error()
    root = exp_nearest(0.5 * x)
    return 0.5 * root * root


@unchecked
def tanh(x: float) -> float:
    """sinh(x) / cosh(x)."""
    size = prim.fabs(x)
    if x != x or size < 5.551115123125783e-17:
        return x
    if size >= 22.0:
        return prim.fcopysign(1.0, x)
    if size >= 1.0:
        out = 1.0 - prim.fdiv(2.0, expm1(2.0 * size) + 2.0)
    else:
        t = expm1(-2.0 * size)
        out = prim.fdiv(-t, t + 2.0)
    return prim.fcopysign(out, x)


@unchecked
def asinh(x: float) -> float:
    """The inverse of sinh."""
    size = prim.fabs(x)
    if x - x != 0.0 or size < SMALL:
        return x
    if size > 268435456.0:              # 2**28
        out = log_nearest(size) + LN2
    elif size > 2.0:
        out = log_nearest(2.0 * size + prim.fdiv(1.0, prim.fsqrt(size * size + 1.0) + size))
    else:
        square = size * size
        out = log1p(size + prim.fdiv(square, 1.0 + prim.fsqrt(1.0 + square)))
    return prim.fcopysign(out, x)


@unchecked
def acosh(x: float) -> float:
    """The inverse of cosh."""
    if x < 1.0:
        domain_error()
    if x - x != 0.0:
        return x
    if x > 268435456.0:                 # 2**28
        return log_nearest(x) + LN2
    if x > 2.0:
        return log_nearest(2.0 * x - prim.fdiv(1.0, x + prim.fsqrt(x * x - 1.0)))
    t = x - 1.0
    return log1p(t + prim.fsqrt(2.0 * t + t * t))


@unchecked
def atanh(x: float) -> float:
    """The inverse of tanh."""
    size = prim.fabs(x)
    if size >= 1.0:
        domain_error()
    if x != x or size < SMALL:
        return x
    twice = size + size
    if size < 0.5:
        out = 0.5 * log1p(twice + prim.fdiv(twice * size, 1.0 - size))
    else:
        out = 0.5 * log1p(prim.fdiv(twice, 1.0 - size))
    return prim.fcopysign(out, x)
