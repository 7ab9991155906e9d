"""`x ** y` of floats: CPython's special cases and errors.

A negative base with a broken exponent makes a complex number in CPython; there is none here, so it is a ValueError.
"""

from typing import Never

from lib.core.power import power
from rumpk import cold, noinline, prim, unchecked


@noinline
@cold
def _zero_base() -> Never:
    raise ZeroDivisionError("0.0 cannot be raised to a negative power")


@noinline
@cold
def _too_large() -> Never:
    raise OverflowError(34, "Numerical result out of range")


@noinline
@cold
def _complex() -> Never:
    raise ValueError("a negative number to a broken power is complex, and there are no complex numbers here")


@unchecked
def is_odd(y: float) -> bool:
    """Whether `y` is an odd integer."""
    half = y * 0.5
    return prim.ffloor(y) == y and prim.ffloor(half) != half


@unchecked
def float_pow(x: float, y: float) -> float:
    """`x ** y`."""
    if y == 0.0 or x == 1.0:
        return 1.0
    if x != x:
        return x
    if y != y:
        return y
    size = prim.fabs(x)
    if y - y != 0.0:                    # infinite
        if size == 1.0:
            return 1.0
        return prim.fabs(y) if (y > 0.0) == (size > 1.0) else 0.0
    odd = is_odd(y)
    if size - size != 0.0:
        if y > 0.0:
            return x if odd else size
        return prim.fcopysign(0.0, x) if odd else 0.0
    if size == 0.0:
        if y < 0.0:
            _zero_base()
        return x if odd else 0.0
    if x < 0.0 and prim.ffloor(y) != y:
        _complex()
    out = 1.0 if size == 1.0 else power(size, y)
    if out - out != 0.0:
        _too_large()
    return -out if odd and x < 0.0 else out
