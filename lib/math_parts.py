"""The part of module `math` that looks into a float: its classes, its parts, its neighbours."""

from typing import Final, Never

from lib.core.exponential import power_of_two
from lib.core.float import float_remainder
from lib.core.int import int_from_float
from rumpk import cold, noinline, prim, u64, unchecked

MAGNITUDE: Final = 0x7FFF_FFFF_FFFF_FFFF
INFINITY: Final = 0x7FF0_0000_0000_0000


@noinline
@cold
def domain_error() -> Never:
    """The function has no value there."""
    raise ValueError("math domain error")


@noinline
@cold
def range_error() -> Never:
    """The value is too large."""
    raise OverflowError("math range error")


def fabs(x: float) -> float:
    """The absolute value."""
    return prim.fabs(x)


def copysign(x: float, y: float) -> float:
    """`x` with the sign of `y`."""
    return prim.fcopysign(x, y)


def isnan(x: float) -> bool:
    """Whether `x` is no number."""
    return x != x


def isinf(x: float) -> bool:
    """Whether `x` is infinite."""
    return prim.bitcast(u64, prim.fabs(x)) == INFINITY


def isfinite(x: float) -> bool:
    """Whether `x` is neither infinite nor no number."""
    return x - x == 0.0


def floor(x: float | int) -> int:
    """Rounded down; an int is itself."""
    return x if isinstance(x, int) else int_from_float(prim.ffloor(x))


def ceil(x: float | int) -> int:
    """Rounded up; an int is itself."""
    return x if isinstance(x, int) else int_from_float(prim.fceil(x))


def trunc(x: float | int) -> int:
    """Rounded towards zero; an int is itself."""
    return x if isinstance(x, int) else int_from_float(x)


@unchecked
def fmod(x: float, y: float) -> float:
    """What is left of `x` after whole numbers of `y`, with the sign of `x`."""
    if x != x or y != y:
        return x + y
    if x - x != 0.0 or y == 0.0:
        domain_error()
    return x if y - y != 0.0 else float_remainder(x, y)


@unchecked
def remainder(x: float, y: float) -> float:
    """`x` minus the nearest multiple of `y`, ties to the even one."""
    if x != x or y != y:
        return x + y
    if x - x != 0.0 or y == 0.0:
        domain_error()
    if y - y != 0.0:
        return x
    a, b = prim.fabs(x), prim.fabs(y)
    m = float_remainder(a, b)
    c = b - m
    if m < c:
        r = m
    elif m > c:
        r = -c
    else:
        r = m - 2.0 * float_remainder(0.5 * (a - m), b)
    return prim.fcopysign(1.0, x) * r


@unchecked
def modf(x: float) -> tuple[float, float]:
    """What is behind the point and what is before it, both with the sign of `x`."""
    if x - x != 0.0:
        return (x, x) if x != x else (prim.fcopysign(0.0, x), x)
    whole = prim.ftrunc(x)
    return prim.fcopysign(x - whole, x), whole


@unchecked
def frexp(x: float) -> tuple[float, int]:
    """(m, e) with x == m * 2**e and 0.5 <= |m| < 1."""
    if x - x != 0.0 or x == 0.0:
        return x, 0
    e = -1022
    if prim.fabs(x) < 2.2250738585072014e-308:
        x *= 18014398509481984.0        # 2**54
        e -= 54
    bits = prim.bitcast(u64, x)
    e += prim.zext(int, bits >> 52) & 0x7FF
    return prim.bitcast(float, bits & u64(0x800F_FFFF_FFFF_FFFF) | 0x3FE0_0000_0000_0000), e


@unchecked
def ldexp(x: float, i: int) -> float:
    """x * 2**i, rounded once."""
    m, e = frexp(x)
    if x - x != 0.0 or x == 0.0:
        return x
    if i > 5000:
        range_error()
    e = e + i if i > -5000 else -5000
    if e > 1024:
        range_error()
    if e < -1080:
        return prim.fcopysign(0.0, x)
    if e < -1000:                       # one multiplication rounds, the other is exact
        return m * power_of_two(e + 200) * power_of_two(-200)
    return m * 2.0 * power_of_two(e - 1)


@unchecked
def nextafter(x: float, y: float) -> float:
    """The next float after `x` towards `y`."""
    if x != x or y != y:
        return x + y
    if x == y:
        return y
    if x == 0.0:
        return prim.fcopysign(prim.bitcast(float, u64(1)), y)
    bits = prim.bitcast(u64, x)
    return prim.bitcast(float, bits + 1 if (y > x) == (x > 0.0) else bits - 1)


@unchecked
def ulp(x: float) -> float:
    """The value of the last place of `x`."""
    if x != x:
        return x
    x = prim.fabs(x)
    if x - x != 0.0:
        return x
    bits = prim.bitcast(u64, x)
    if bits == INFINITY - 1:
        return x - prim.bitcast(float, bits - 1)
    return prim.bitcast(float, bits + 1) - x


@unchecked
def isclose(a: float, b: float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool:
    """Whether two floats differ by little, seen from the larger one or absolutely."""
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if prim.fabs(a) - prim.fabs(a) != 0.0 and a == a or prim.fabs(b) - prim.fabs(b) != 0.0 and b == b:
        return False
    difference = prim.fabs(b - a)
    return difference <= prim.fabs(rel_tol * b) or difference <= prim.fabs(rel_tol * a) or difference <= abs_tol
