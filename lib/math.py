"""Module `math`: CPython's names, special cases and messages.

CPython asks the C library, whose results are mostly the nearest double. Here exp, log and the functions of angles are
computed to 80 bits or more and rounded once; `pow` is the C library's to the last bit (lib/core/power.py), and those of
hyperbolic.py follow the C library's formulas. How often both agree is in lib/README.md. `cbrt` is missing: the C
library's is up to 2.5 units of the last place off.
"""

from typing import Collection, Final, TypeVar

from lib.core.double_double import dd_add, dd_sqrt, fast_two_sum, two_prod
from lib.core.exponential import OVERFLOW, exp_nearest, log_dd, power_of_two
from lib.core.float_pow import is_odd
from lib.core.power import power
from lib.hyperbolic import acosh, asinh, atanh, cosh, expm1, log1p, log10, sinh, tanh
from lib.math_integers import comb, factorial, gcd, isqrt, lcm, perm, prod
from lib.math_parts import (
    ceil, copysign, domain_error, fabs, floor, fmod, frexp, isclose, isfinite, isinf, isnan, ldexp, modf, nextafter,
    range_error, remainder, trunc, ulp,
)
from lib.special_functions import erf, erfc, gamma, lgamma
from lib.trigonometry import arc_dd, cosine_side, sine, tangent
from lib.trigonometry_tables import HALF_PI_1
from rumpk import inline, prim, unchecked

A = TypeVar("A")
B = TypeVar("B")
pi: Final = 3.141592653589793
e: Final = 2.718281828459045
tau: Final = 6.283185307179586
inf: Final = float("inf")
nan: Final = float("nan")

PI_LOW: Final = 1.2246467991473532e-16
PER_LN2: Final = 1.4426950408889634     # 1/ln 2
PER_LN2_LOW: Final = 2.0355273740931033e-17
SMALL: Final = 7.450580596923828e-09    # 2**-27: below, odd functions with slope 1 are their argument


@inline
@unchecked
def _special(x: float) -> bool:
    """Whether `x` is infinite or no number."""
    return x - x != 0.0


# Powers and logarithms

@unchecked
def sqrt(x: float) -> float:
    """The square root."""
    if x < 0.0:
        domain_error()
    return prim.fsqrt(x)


@unchecked
def exp(x: float) -> float:
    """e**x."""
    if _special(x):
        return 0.0 if x < 0.0 else x
    if x > OVERFLOW:
        range_error()
    return exp_nearest(x)


@unchecked
def exp2(x: float) -> float:
    """2**x."""
    if _special(x):
        return 0.0 if x < 0.0 else x
    if x >= 1024.0:
        range_error()
    return 0.0 if x < -1080.0 else power(2.0, x)


@unchecked
def _logarithm(x: float, factor: float, factor_low: float) -> float:
    """log(x) times a pair."""
    if x <= 0.0:
        domain_error()
    if _special(x):
        return x
    high, low = log_dd(x, 0.0)
    if factor != 1.0:
        p, p_low = two_prod(high, factor)
        high, low = fast_two_sum(p, p_low + (high * factor_low + low * factor))
    return high + low


def log(x: float, base: float = e) -> float:
    """The natural logarithm, or that to another base; e is a base like any other: its logarithm is 1.0."""
    top = _logarithm(x, 1.0, 0.0)
    return top if base == e else top / _logarithm(base, 1.0, 0.0)


def log2(x: float) -> float:
    """The logarithm to base 2."""
    return _logarithm(x, PER_LN2, PER_LN2_LOW)


@unchecked
def pow(x: float, y: float) -> float:  # noqa: A001
    """x**y as a float."""
    if y == 0.0 or x == 1.0:
        return 1.0
    if x != x:
        return x
    if y != y:
        return y
    size = prim.fabs(x)
    odd = is_odd(y)
    if _special(x):
        if y > 0.0:
            return x if odd else size
        return prim.fcopysign(0.0, x) if odd and not _special(y) else 0.0
    if _special(y):
        if size == 1.0:
            return 1.0
        return prim.fabs(y) if (y > 0.0) == (size > 1.0) else 0.0
    if size == 0.0:
        if y < 0.0:
            domain_error()
        return x if odd else 0.0
    if x < 0.0 and prim.ffloor(y) != y:
        domain_error()
    out = 1.0 if size == 1.0 else power(size, y)
    if _special(out):
        range_error()
    return -out if odd and x < 0.0 else out


@unchecked
def hypot(*coordinates: float) -> float:
    """The length of a vector: sqrt(x*x + y*y) of two numbers."""
    count = len(coordinates)
    x = coordinates[0] if count > 0 else 0.0
    y = coordinates[1] if count > 1 else 0.0
    largest = max(0.0, prim.fabs(x), prim.fabs(y))      # the first stays where the other is no number
    none = x != x or y != y
    for at in range(2, count):
        z = coordinates[at]
        largest = max(largest, prim.fabs(z))
        none = none or z != z
    if largest == inf:
        return inf
    if none or largest == 0.0:
        return nan if none else 0.0
    scale = power_of_two(600) if largest > 1e150 else power_of_two(-700) if largest < 1e-130 else 1.0
    a, b = prim.fdiv(x, scale), prim.fdiv(y, scale)
    p, p_low = two_prod(a, a)
    q, q_low = two_prod(b, b)
    if p < q:
        p, p_low, q, q_low = q, q_low, p, p_low
    p, p_low = dd_add(p, p_low, q, q_low)
    for at in range(2, count):
        a = prim.fdiv(coordinates[at], scale)
        q, q_low = two_prod(a, a)
        p, p_low = dd_add(p, p_low, q, q_low)
    high, low = dd_sqrt(p, p_low)
    return (high + low) * scale


def dist(p: Collection[A], q: Collection[B], /) -> float:
    """The distance of two points."""
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    apart = [0.0, 0.0]
    for place, (a, b) in enumerate(zip(p, q)):  # noqa: B905
        if place < 2:
            apart[place] = float(a) - float(b)
        else:
            apart.append(float(a) - float(b))
    return hypot(apart[0], apart[1], *apart[2:])


# Angles

@unchecked
def sin(x: float) -> float:
    """The sine of an angle in radians."""
    if _special(x):
        if x != x:
            return x
        domain_error()
    return x if prim.fabs(x) < SMALL else sine(x, 0)


@unchecked
def cos(x: float) -> float:
    """The cosine of an angle in radians."""
    if _special(x):
        if x != x:
            return x
        domain_error()
    return sine(x, 1)


@unchecked
def tan(x: float) -> float:
    """The tangent of an angle in radians."""
    if _special(x):
        if x != x:
            return x
        domain_error()
    return x if prim.fabs(x) < SMALL else tangent(x)


@unchecked
def asin(x: float) -> float:
    """The angle in [-pi/2, pi/2] with that sine."""
    size = prim.fabs(x)
    if size > 1.0:
        domain_error()
    if x != x or size < SMALL:
        return x
    c, c_low = cosine_side(x)
    high, low = arc_dd(size, 0.0, c, c_low)
    return prim.fcopysign(high + low, x)


@unchecked
def acos(x: float) -> float:
    """The angle in [0, pi] with that cosine."""
    if prim.fabs(x) > 1.0:
        domain_error()
    if x != x:
        return x
    c, c_low = cosine_side(x)
    high, low = arc_dd(c, c_low, prim.fabs(x), 0.0)
    if x < 0.0:
        high, low = dd_add(pi, PI_LOW, -high, -low)
    return high + low


@unchecked
def atan(x: float) -> float:
    """The angle in [-pi/2, pi/2] with that tangent."""
    size = prim.fabs(x)
    if x != x or size < SMALL:
        return x
    if size > 1e20:
        return prim.fcopysign(HALF_PI_1, x)
    high, low = arc_dd(size, 0.0, 1.0, 0.0)
    return prim.fcopysign(high + low, x)


@unchecked
def atan2(y: float, x: float) -> float:
    """The angle of the point (x, y), from -pi to pi."""
    if x != x or y != y:
        return x + y
    a, b = prim.fabs(y), prim.fabs(x)
    if _special(x) or _special(y):
        a = 1.0 if _special(y) else 0.0
        b = 1.0 if _special(x) else 0.0
    left = prim.fcopysign(1.0, x) < 0.0
    if a == 0.0:
        return prim.fcopysign(pi if left else 0.0, y)
    ratio = prim.fdiv(a, b) if b != 0.0 else inf
    if ratio < 1e-20:
        return prim.fcopysign(pi if left else ratio, y)
    if ratio > 1e20:
        return prim.fcopysign(HALF_PI_1, y)
    scale = 1.0
    if a > 1e100 or b > 1e100:
        scale = power_of_two(-600)
    elif a < 1e-100 or b < 1e-100:
        scale = power_of_two(600)
    high, low = arc_dd(a * scale, 0.0, b * scale, 0.0)
    if left:
        high, low = dd_add(pi, PI_LOW, -high, -low)
    return prim.fcopysign(high + low, y)


def degrees(x: float) -> float:
    """Radians to degrees."""
    return x * 57.29577951308232


def radians(x: float) -> float:
    """Degrees to radians."""
    return x * 0.017453292519943295


# Sums

def fsum(seq: Collection[A], /) -> float:
    """The exact sum, rounded once (Shewchuk 1997, as in CPython)."""
    parts: list[float] = []
    special = 0.0
    total = 0.0
    for number in seq:
        value = float(number)
        x = value
        kept = 0
        for i in range(len(parts)):
            y = parts[i]
            if prim.fabs(x) < prim.fabs(y):
                x, y = y, x
            x, y = fast_two_sum(x, y)
            if y != 0.0:
                parts[kept] = y
                kept += 1
        while len(parts) > kept:
            parts.pop()
        if _special(x):
            if not _special(value):
                raise OverflowError("intermediate overflow in fsum")
            if value == inf or value == -inf:
                total += value
            special += value
            parts.clear()
        elif x != 0.0:
            parts.append(x)
    if special != 0.0 or special != special:
        if total != total:
            raise ValueError("-inf + inf in fsum")
        return special
    return _rounded_sum(parts)


def _rounded_sum(parts: list[float]) -> float:
    """The sum of parts that do not overlap, the largest last, ties to even."""
    n = len(parts)
    if n == 0:
        return 0.0
    n -= 1
    high, low = parts[n], 0.0
    while n > 0 and low == 0.0:
        n -= 1
        high, low = fast_two_sum(high, parts[n])
    if n > 0 and ((low < 0.0 and parts[n - 1] < 0.0) or (low > 0.0 and parts[n - 1] > 0.0)):
        y = low * 2.0
        x = high + y
        if x - high == y:
            high = x
    return high


__all__ = [
    "acosh", "asinh", "atanh", "ceil", "comb", "copysign", "cosh", "erf", "erfc", "expm1", "fabs", "factorial", "floor",
    "fmod", "frexp", "gamma", "gcd", "isclose", "isfinite", "isinf", "isnan", "isqrt", "lcm", "ldexp", "lgamma",
    "log10", "log1p", "modf", "nextafter", "perm", "prod", "remainder", "sinh", "tanh", "trunc", "ulp",
]
