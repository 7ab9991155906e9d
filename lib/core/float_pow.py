"""`x ** y` of floats: CPython's special cases and errors. Powers whose exponent is a small integer, for now."""

from lib.core.double_double import dd_mul
from rumpk import prim, unchecked


@unchecked
def float_pow(x: float, y: float) -> float:
    """`x ** y`."""
    if y != prim.ffloor(y) or y > 1024.0 or y < -1024.0:
        raise NotImplementedError("this power of a float is not there yet")
    n = prim.fptosi(int, prim.fabs(y))
    high, low = 1.0, 0.0
    base, base_low = x, 0.0
    while n > 0:
        if n & 1 != 0:
            high, low = dd_mul(high, low, base, base_low)
        base, base_low = dd_mul(base, base_low, base, base_low)
        n >>= 1
    return prim.fdiv(1.0, high) if y < 0.0 else high
