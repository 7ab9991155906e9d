"""`format(value, spec)` of ints, floats, str and bool, as CPython 3.11 does it. f-strings end here too."""

from typing import Final

from lib.core.float_text import F, G, R, float_str, float_text
from lib.core.format_layout import fill_with, lay_out
from lib.core.format_spec import (
    CENTRE, INNER, LEFT, RIGHT, SPACE, FormatSpec, fail, parse_spec, unknown_kind,
)
from lib.core.int_text import int_str, uint_str
from lib.core.strmem import code_width, copy, data, nbytes, nchars, new_str, note_half_pair, offset_of, put_code, str_of
from rumpk import Array, Ptr, prim, u8, u64, unchecked

DEFAULT_PRECISION: Final = 6
LARGEST_PRECISION: Final = 0x7FFF_FFFF
DIGITS: Final = 64                      # of a u64 in base 2

_digits: Array[u8, 64] = Array[u8, 64]()


def format_int(v: int, spec: str) -> str:
    """`format(v, spec)` of an int."""
    if nbytes(spec) == 0:
        return int_str(v)
    return _format_number(prim.zext(u64, v), v < 0, spec, "int")


def format_uint(v: u64, spec: str) -> str:
    """`format(v, spec)` of a number without sign."""
    if nbytes(spec) == 0:
        return uint_str(v)
    return _format_number(v, False, spec, "int")


def format_bool(v: bool, spec: str) -> str:
    """`format(v, spec)` of a bool: its name, or as the ints 0 and 1 where there is a specification."""
    if nbytes(spec) == 0:
        return "True" if v else "False"
    return _format_number(prim.zext(u64, v), False, spec, "bool")


def format_int_whole(v: int, spec: str) -> str:
    """`format_int` where the checker sees that the type is not one of floats: keeps their code out of the image."""
    return _format_whole(parse_spec(spec, RIGHT, 100, "int"), prim.zext(u64, v), v < 0, "int")


def format_uint_whole(v: u64, spec: str) -> str:
    """`format_uint`, likewise."""
    return _format_whole(parse_spec(spec, RIGHT, 100, "int"), v, False, "int")


def _is_float_kind(kind: int) -> bool:
    """e f g E F G %"""
    return 101 <= kind <= 103 or 69 <= kind <= 71 or kind == 37


@unchecked
def _format_number(v: u64, negative: bool, text: str, type_name: str) -> str:
    """An integer, as such or as a float; `v` is its two's complement."""
    spec = parse_spec(text, RIGHT, 100, type_name)
    if _is_float_kind(spec.kind):
        number = prim.uitofp(float, prim.neg_wrap(v) if negative else v)
        return _format_parsed(-number if negative else number, spec)
    return _format_whole(spec, v, negative, type_name)


@unchecked
def _format_whole(spec: FormatSpec, v: u64, negative: bool, type_name: str) -> str:
    """An integer, as such."""
    size = prim.neg_wrap(v) if negative else v
    kind = spec.kind
    shift = 4 if kind == 120 or kind == 88 else 1 if kind == 98 else 3 if kind == 111 else 0
    if kind == 99:
        return _format_character(spec, v, negative)
    if shift == 0 and kind != 100 and kind != 110:
        unknown_kind(kind, type_name)
    if spec.precision >= 0:
        fail("Precision not allowed in integer format specifier")
    if spec.positive_zero:
        fail("Negative zero coercion (z) not allowed in integer format specifier")
    place = Ptr[u8](_digits)
    at = _put_power_of_two(place, size, shift, kind == 88) if shift > 0 else _put_decimal(place, size)
    prefix = kind if spec.alternate and shift > 0 else 0
    return lay_out(spec, negative, prefix, place + at, DIGITS - at, place, 0, 0, False)


@unchecked
def _put_decimal(place: Ptr[u8], size: u64) -> int:
    """The digits at the end of the work space; where they begin."""
    at = DIGITS
    while True:
        tenth = prim.udiv(size, u64(10))
        at -= 1
        place[at] = prim.trunc(u8, size - tenth * 10 + 48)
        if tenth == 0:
            return at
        size = tenth


@unchecked
def _put_power_of_two(place: Ptr[u8], size: u64, shift: int, upper: bool) -> int:
    """As `_put_decimal`, in base 2, 8 or 16."""
    at = DIGITS
    mask = prim.shl(u64(1), prim.zext(u64, shift)) - 1
    letters = u64(55 if upper else 87)
    while True:
        digit = size & mask
        at -= 1
        place[at] = prim.trunc(u8, digit + (u64(48) if digit < 10 else letters))
        size = prim.lshr(size, prim.zext(u64, shift))
        if size == 0:
            return at


@unchecked
def _format_character(spec: FormatSpec, v: u64, negative: bool) -> str:
    """Type `c`: the character of a code point."""
    if spec.precision >= 0:
        fail("Precision not allowed in integer format specifier")
    if spec.positive_zero:
        fail("Negative zero coercion (z) not allowed in integer format specifier")
    if spec.sign != 0:
        fail("Sign not allowed with integer format specifier 'c'")
    if spec.alternate:
        fail("Alternate form (#) not allowed with integer format specifier 'c'")
    if negative or v > 0x10FFFF:
        raise OverflowError("%c arg not in range(0x110000)")
    if v & ~u64(0x7FF) == 0xD800:
        note_half_pair()
    place = Ptr[u8](_digits)
    size = put_code(place, 0, prim.zext(int, v))
    return lay_out(spec, False, 0, place, 0, place, size, 1, False)


def format_float(v: float, spec: str) -> str:
    """`format(v, spec)` of a float."""
    if nbytes(spec) == 0:
        return float_str(v)
    parsed = parse_spec(spec, RIGHT, 0, "float")
    kind = parsed.kind
    if kind != 0 and kind != 110 and not _is_float_kind(kind):
        unknown_kind(kind, "float")
    return _format_parsed(v, parsed)


@unchecked
def _format_parsed(v: float, spec: FormatSpec) -> str:
    """A float by a specification whose type is one of floats."""
    if spec.precision > LARGEST_PRECISION:
        fail("precision too big")
    kind = spec.kind | 32
    percent = kind == 37
    precision = spec.precision if spec.precision >= 0 else DEFAULT_PRECISION
    if percent:
        v = v * 100.0
    form = F if percent else G if kind == 110 else kind
    if spec.kind == 0:
        form = G if spec.precision >= 0 else R
    text = float_text(v, form, precision, spec.alternate, spec.kind == 0, spec.positive_zero)
    if 69 <= spec.kind <= 71:
        text = _in_capitals(text)
    if spec.width == 0 and spec.grouping == 0 and spec.sign == 0 and not percent:
        return text
    place, size = data(text), nbytes(text)
    negative = place[0] == 45
    if negative:
        place = place + 1
        size -= 1
    count = 0
    while 48 <= place[count] <= 57:
        count += 1
    return lay_out(spec, negative, 0, place, count, place + count, size - count, size - count, percent)


@unchecked
def _in_capitals(text: str) -> str:
    """Its letters in upper case: of a number in place, since nobody else has it yet; inf and nan are constants."""
    size = nbytes(text)
    if data(text)[size - 1] >= 97:
        text = str_of(data(text), size, size)
    place = data(text)
    for i in range(size):
        if place[i] >= 97:
            place[i] = place[i] & 0xDF
    return text


@unchecked
def format_str(v: str, spec: str) -> str:
    """`format(v, spec)` of a str."""
    if nbytes(spec) == 0:
        return v
    parsed = parse_spec(spec, LEFT, 115, "str")
    if parsed.kind != 115:
        unknown_kind(parsed.kind, "str")
    if parsed.sign != 0:
        fail("Space not allowed in string format specifier" if parsed.sign == SPACE
             else "Sign not allowed in string format specifier")
    if parsed.positive_zero:
        fail("Negative zero coercion (z) not allowed in string format specifier")
    if parsed.alternate:
        fail("Alternate form (#) not allowed in string format specifier")
    if parsed.align == INNER:
        fail("'=' alignment not allowed in string format specifier")
    chars, size = nchars(v), nbytes(v)
    if 0 <= parsed.precision < chars:
        chars = parsed.precision
        size = offset_of(v, chars)
    padding = parsed.width - chars
    if padding <= 0:
        padding = 0
        if size == nbytes(v):
            return v
    before = padding if parsed.align == RIGHT else padding >> 1 if parsed.align == CENTRE else 0
    text = new_str(size + padding * code_width(parsed.fill), chars + padding)
    out = fill_with(data(text), parsed.fill, before)
    copy(out, data(v), size)
    fill_with(out + size, parsed.fill, padding - before)
    return text
