"""Operators and methods of `float` that are more than one machine instruction.

The checker calls these by name: `float_mod` for `%`, `float_NAME(x, …)` for `x.NAME(…)`.
"""

from typing import Final, Never

from lib.core.bytes_ops import ascii_text
from lib.core.float_exact import DIGITS, exact_digits, nearest_double
from lib.core.float_parse import float_from_str
from lib.core.float_hex import hex_text, hex_value
from lib.core.float_pow import float_pow
from lib.core.float_text import float_str
from lib.core.int import int_from_float
from rumpk import Ptr, cold, inline, noinline, prim, u8, u64, unchecked

INFINITY: Final = 0x7FF0_0000_0000_0000
MAGNITUDE: Final = 0x7FFF_FFFF_FFFF_FFFF
HIDDEN: Final = 0x10_0000_0000_0000
STEP: Final = 11                        # bits that a 53-bit number can move up in a word
MOST_PLACES: Final = 323                # beyond them rounding changes nothing,
LEAST_PLACES: Final = -308              # before them nothing is left


@noinline
@cold
def _zero_divide(words: str) -> Never:
    raise ZeroDivisionError(words)


def float_from_bytes_text(b: bytes) -> float:
    """`float(b)` of bytes."""
    text = ascii_text(b)
    if text is not None:
        try:
            return float_from_str(text)
        except ValueError:
            pass
    raise ValueError(f"could not convert string to float: {b!r}")


# Division

@inline
@unchecked
def float_div(x: float, y: float) -> float:
    """`x / y`."""
    if y == 0.0:
        _zero_divide("float division by zero")
    return prim.fdiv(x, y)


@unchecked
def float_remainder(x: float, y: float) -> float:
    """`x` minus a whole number of `y`, with the sign of `x`: C's fmod, exact. `y` is not 0, `x` is finite."""
    a = prim.bitcast(u64, x) & MAGNITUDE
    b = prim.bitcast(u64, y) & MAGNITUDE
    if a < b or b > INFINITY:
        return y if b > INFINITY else x
    sign = prim.bitcast(u64, x) ^ a
    low = prim.zext(int, b >> 52)
    distance = prim.zext(int, a >> 52) - (low if low > 0 else 1)
    rest = a & (HIDDEN - 1) | HIDDEN if a >= HIDDEN else a
    unit = b & (HIDDEN - 1) | HIDDEN if b >= HIDDEN else b
    if a < HIDDEN:
        distance = 0
    rest = prim.urem(rest, unit)
    while distance > 0 and rest != 0:
        step = distance if distance < STEP else STEP
        rest = prim.urem(prim.shl(rest, prim.zext(u64, step)), unit)
        distance -= step
    # `rest` counts units of b's last place.
    if rest != 0 and low > 1:
        room = prim.zext(int, prim.ctlz(rest)) - 11
        if room >= low:
            room = low - 1
        rest = prim.shl(rest, prim.zext(u64, room))
        low -= room
        rest = rest - HIDDEN + prim.shl(prim.zext(u64, low), u64(52)) if rest >= HIDDEN else rest
    return prim.bitcast(float, rest | sign)


@unchecked
def _mod(x: float, y: float) -> float:
    """fmod for all arguments."""
    if x - x != 0.0 or y != y:          # infinite or no number
        return x - x + y * 0.0 if y - y == 0.0 else (x - x) + y
    return float_remainder(x, y)


@unchecked
def float_mod(x: float, y: float) -> float:
    """`x % y`, with the sign of `y`."""
    if y == 0.0:
        _zero_divide("float modulo")
    rest = _mod(x, y)
    if rest == 0.0:
        return prim.fcopysign(0.0, y)
    return rest + y if (y < 0.0) != (rest < 0.0) else rest


@unchecked
def _divmod(x: float, y: float) -> tuple[float, float]:
    rest = _mod(x, y)
    quotient = prim.fdiv(x - rest, y)
    if rest == 0.0:
        rest = prim.fcopysign(0.0, y)
    elif (y < 0.0) != (rest < 0.0):
        rest += y
        quotient -= 1.0
    if quotient == 0.0:
        return prim.fcopysign(0.0, prim.fdiv(x, y)), rest
    whole = prim.ffloor(quotient)
    return (whole + 1.0 if quotient - whole > 0.5 else whole), rest


def float_floordiv(x: float, y: float) -> float:
    """`x // y`."""
    if y == 0.0:
        _zero_divide("float floor division by zero")
    return _divmod(x, y)[0]


def float_divmod(x: float, y: float) -> tuple[float, float]:
    """`divmod(x, y)`."""
    if y == 0.0:
        _zero_divide("float divmod()")
    return _divmod(x, y)


# Comparison

@unchecked
def compare_int_float(a: int, b: float) -> int:
    """-1, 0 or 1 as `a` is below, at or above `b`, exactly; 2 where `b` is not a number."""
    if b != b:
        return 2
    if b >= 9223372036854775808.0:
        return -1
    if b < -9223372036854775808.0:
        return 1
    whole = prim.fptosi(int, b)
    if a != whole:
        return -1 if a < whole else 1
    rest = b - prim.sitofp(float, whole)
    return -1 if rest > 0.0 else 1 if rest < 0.0 else 0


@unchecked
def compare_uint_float(a: u64, b: float) -> int:
    """`compare_int_float` of an unsigned number."""
    if b != b:
        return 2
    if b >= 18446744073709551616.0:
        return -1
    if b < 0.0:
        return 1
    whole = prim.fptoui(u64, b)
    if a != whole:
        return -1 if a < whole else 1
    return -1 if b > prim.uitofp(float, whole) else 0


# Rounding

@unchecked
def float_round(x: float, digits: int) -> float:
    """`round(x, digits)`: the decimal value exactly, ties to even. OverflowError where the result is too large."""
    bits = prim.bitcast(u64, x)
    size = bits & MAGNITUDE
    if size >= INFINITY or size == 0 or digits > MOST_PLACES:
        return x
    if digits < LEAST_PLACES:
        return prim.fcopysign(0.0, x)
    place = Ptr[u8](DIGITS)
    count, point = exact_digits(size, digits, True, place)
    out = nearest_double(place, count, point)
    if out == INFINITY:
        raise OverflowError("rounded value too large to represent")
    return prim.bitcast(float, out | bits ^ size)


def float_round_int(x: float) -> int:
    """`round(x)`: the nearest int, ties to even."""
    return int_from_float(prim.froundeven(x))


# Methods

@unchecked
def float_is_integer(x: float) -> bool:
    """Whether nothing stands behind the point."""
    return x - x == 0.0 and prim.ffloor(x) == x


def float_conjugate(x: float) -> float:
    """The number itself."""
    return x


def float_real(x: float) -> float:
    """The number itself."""
    return x


def float_imag(x: float) -> float:
    """Zero."""
    return 0.0


def float_as_integer_ratio(x: float) -> tuple[int, int]:
    """The fraction that is exactly `x`, in lowest terms; OverflowError where a part exceeds an int."""
    if x != x:
        raise ValueError("cannot convert NaN to integer ratio")
    if x - x != 0.0:
        raise OverflowError("cannot convert Infinity to integer ratio")
    unit = 1
    while prim.ffloor(x) != x:
        x = x * 2.0
        unit = unit * 2
    return int_from_float(x), unit


def float_hex(x: float) -> str:
    """`x.hex()`."""
    return hex_text(x)


def float_fromhex(string: str, /) -> float:
    """`float.fromhex(string)`."""
    return hex_value(string)


__all__ = ["float_from_str", "float_pow", "float_str"]
