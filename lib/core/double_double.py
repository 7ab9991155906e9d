"""Numbers of about 106 bits as unevaluated sums of two doubles, the second below half a unit of the first's last place.

Dekker 1971, Knuth TAOCP 4.2.2; products by fused multiply-add. `dd` is a pair, `d` a double.
"""

from rumpk import inline, prim, unchecked


@inline
@unchecked
def fast_two_sum(a: float, b: float) -> tuple[float, float]:
    """a + b exactly, for |a| >= |b| or a == 0."""
    s = a + b
    return s, b - (s - a)


@inline
@unchecked
def two_sum(a: float, b: float) -> tuple[float, float]:
    """a + b exactly."""
    s = a + b
    part = s - a
    return s, (a - (s - part)) + (b - part)


@inline
@unchecked
def two_prod(a: float, b: float) -> tuple[float, float]:
    """a * b exactly."""
    p = a * b
    return p, prim.ffma(a, b, -p)


@inline
@unchecked
def dd_add(a: float, a_low: float, b: float, b_low: float) -> tuple[float, float]:
    """dd + dd."""
    s, e = two_sum(a, b)
    t, f = two_sum(a_low, b_low)
    s, e = fast_two_sum(s, e + t)
    return fast_two_sum(s, e + f)


@inline
@unchecked
def dd_add_d(a: float, a_low: float, b: float) -> tuple[float, float]:
    """dd + d."""
    s, e = two_sum(a, b)
    return fast_two_sum(s, e + a_low)


@inline
@unchecked
def dd_mul(a: float, a_low: float, b: float, b_low: float) -> tuple[float, float]:
    """dd * dd."""
    p, e = two_prod(a, b)
    return fast_two_sum(p, prim.ffma(a, b_low, prim.ffma(a_low, b, e)))


@inline
@unchecked
def dd_mul_d(a: float, a_low: float, b: float) -> tuple[float, float]:
    """dd * d."""
    p, e = two_prod(a, b)
    return fast_two_sum(p, prim.ffma(a_low, b, e))


@inline
@unchecked
def dd_div(a: float, a_low: float, b: float, b_low: float) -> tuple[float, float]:
    """dd / dd."""
    q = prim.fdiv(a, b)
    p, e = two_prod(q, b)
    rest = ((a - p) - e) + a_low - q * b_low
    return fast_two_sum(q, prim.fdiv(rest, b))


@inline
@unchecked
def dd_sqrt(a: float, a_low: float) -> tuple[float, float]:
    """The square root of a positive dd."""
    r = prim.fsqrt(a)
    rest = prim.ffma(-r, r, a) + a_low
    return fast_two_sum(r, prim.fdiv(rest, r + r))
