"""The text of a float: digits from float_short.py or float_exact.py, laid out as CPython does.

    0.d1 d2 … dn * 10**point        in `fixed` form the point stands behind digit `point`, in exponent form behind d1
"""

from typing import Final

from lib.core.float_exact import DIGITS, exact_digits
from lib.core.float_short import shortest
from lib.core.strmem import data, new_str
from rumpk import Ptr, inline, prim, u8, u64, unchecked

E: Final = 101                          # the kinds, by their letters' codes
F: Final = 102
G: Final = 103
R: Final = 114                          # repr: as many digits as are needed
INFINITY: Final = 0x7FF0_0000_0000_0000
MAGNITUDE: Final = 0x7FFF_FFFF_FFFF_FFFF


@unchecked
def _word(sign: bool, word: str) -> str:
    return "-" + word if sign else word


@unchecked
def float_text(x: float, kind: int, precision: int, alternate: bool, dot_zero: bool, positive_zero: bool) -> str:
    """A float with its sign if negative.

    `kind`: E, F, G, or R (which ignores `precision`). `alternate` keeps the point and G's zeros. `dot_zero` adds `.0`
    where neither point nor exponent would stand. `positive_zero` leaves out the sign of what is rounded to zero.
    """
    bits = prim.bitcast(u64, x)
    negative = bits >> 63 != 0
    bits &= MAGNITUDE
    if bits >= INFINITY:
        return "nan" if bits > INFINITY else _word(negative, "inf")
    digits = Ptr[u8](DIGITS)
    if kind == R:
        count, point = shortest_digits(bits, digits)
        negative = negative and not (positive_zero and count == 0)
        return _short_form(digits, count, point, negative, alternate, dot_zero)
    if kind == E:
        precision += 1
    elif kind == G and precision == 0:
        precision = 1
    count, point = 0, 1
    if bits != 0:
        count, point = exact_digits(bits, precision, kind == F, digits)
        if count == 0:
            point = 1
    negative = negative and not (positive_zero and count == 0)
    if kind == F:
        return _fixed(digits, count, point, precision, negative, alternate)
    if kind == E:
        return _scientific(digits, count, point, precision - 1, negative, alternate)
    end = precision if alternate else count
    if point <= -4 or point > (precision - 1 if dot_zero else precision):
        return _scientific(digits, count, point, end - 1 if end > 0 else 0, negative, alternate)
    places = end - point
    if dot_zero and places < 1:
        places = 1
    return _fixed(digits, count, point, places if places > 0 else 0, negative, alternate)


@unchecked
def float_str(x: float) -> str:
    """`repr(x)`: the shortest text that reads as the same float."""
    return float_text(x, R, 0, False, True, False)


@unchecked
def shortest_digits(bits: u64, out: Ptr[u8]) -> tuple[int, int]:
    """(count, point) of the fewest digits that read as the double; a count of 0 is zero. `out` has room for 20."""
    if bits == 0:
        return 0, 1
    value, exponent = shortest(bits)
    count = 0
    zeros = 0
    while True:                         # trailing zeros first: an exact integer may have many
        tenth = prim.udiv(value, u64(10))
        if tenth * 10 != value:
            break
        value = tenth
        zeros += 1
    rest = value
    while rest != 0:
        rest = prim.udiv(rest, u64(10))
        count += 1
    at = count
    while at > 0:
        at -= 1
        tenth = prim.udiv(value, u64(10))
        out[at] = prim.trunc(u8, value - tenth * 10 + 48)
        value = tenth
    return count, count + zeros + exponent


@unchecked
def _short_form(digits: Ptr[u8], count: int, point: int, negative: bool, alternate: bool, dot_zero: bool) -> str:
    """What repr shows: an exponent below 1e-4 and from 1e16 on."""
    if point <= -4 or point > 16:
        return _scientific(digits, count, point, count - 1, negative, alternate)
    places = count - point
    if places < 1:
        places = 1 if dot_zero else 0
    return _fixed(digits, count, point, places, negative, alternate)


@inline
@unchecked
def _put_range(out: Ptr[u8], digits: Ptr[u8], count: int, start: int, end: int) -> Ptr[u8]:
    """The digits from `start` to `end`, zeros where there are none; the place behind them."""
    at = start
    while at < end:
        out[0] = digits[at] if 0 <= at and at < count else u8(48)
        out = out + 1
        at += 1
    return out


@unchecked
def _fixed(digits: Ptr[u8], count: int, point: int, places: int, negative: bool, alternate: bool) -> str:
    """Digits before the point, at least one, and `places` behind it."""
    before = point if point > 0 else 1
    dot = places > 0 or alternate
    size = before + places + prim.zext(int, dot) + prim.zext(int, negative)
    text = new_str(size, size)
    out = data(text)
    if negative:
        out[0] = u8(45)
        out = out + 1
    out = _put_range(out, digits, count, point - before, point)
    if dot:
        out[0] = u8(46)
        _put_range(out + 1, digits, count, point, point + places)
    return text


@unchecked
def _scientific(digits: Ptr[u8], count: int, point: int, places: int, negative: bool, alternate: bool) -> str:
    """One digit before the point, `places` behind it, an exponent of at least two digits."""
    exponent = point - 1
    size = exponent if exponent > 0 else -exponent
    exponent_digits = 3 if size >= 100 else 2
    dot = places > 0 or alternate
    length = 3 + exponent_digits + places + prim.zext(int, dot) + prim.zext(int, negative)
    text = new_str(length, length)
    out = data(text)
    if negative:
        out[0] = u8(45)
        out = out + 1
    out = _put_range(out, digits, count, 0, 1)
    if dot:
        out[0] = u8(46)
        out = _put_range(out + 1, digits, count, 1, 1 + places)
    out[0] = u8(101)
    out[1] = u8(45 if exponent < 0 else 43)
    at = exponent_digits + 1
    while at > 1:
        tenth = prim.sdiv(size, 10)
        out[at] = prim.trunc(u8, size - tenth * 10 + 48)
        size = tenth
        at -= 1
    return text
