"""`%` formatting, one value at a time: the checker takes the format text apart and calls these (types/percent.py).

`flags` is a sum of the constants below, `precision` -1 where there is none; a negative `width` is its size and `-`.
"""

from typing import Final

from lib.core.float_text import E, F, G, float_text
from lib.core.int import int_from_float
from lib.core.int_text import uint_str
from lib.core.text import ascii_of
from rumpk import prim, u64, unchecked

LEFT: Final = 1                         # -
PLUS: Final = 2                         # +
BLANK: Final = 4                        # a blank where the sign of a positive number would stand
ALTERNATE: Final = 8                    # #
ZERO: Final = 16                        # 0
DEFAULT_PRECISION: Final = 6
LARGEST: Final = 0x7FFF_FFFF_FFFF_FFFF


def _laid_out(head: str, body: str, flags: int, width: int, zeros: bool) -> str:
    """Sign and prefix, then the body, padded to `width`."""
    if width < 0:
        if width == -LARGEST - 1:
            raise OverflowError("width too big")
        flags, width = flags | LEFT, -width
    padding = width - len(head) - len(body)
    if padding <= 0:
        return head + body
    if flags & LEFT != 0:
        return head + body + " " * padding
    return head + "0" * padding + body if zeros else " " * padding + head + body


def at_least_zero(n: int) -> int:
    """A precision that a value gives."""
    return max(n, 0)


def percent_text(s: str, flags: int, width: int, precision: int) -> str:
    """`%s`, and `%r` and `%a` of the text that they give."""
    return _laid_out("", s[:max(precision, 0)] if precision != -1 else s, flags, width, False)


def percent_ascii(s: str, flags: int, width: int, precision: int) -> str:
    """`%a` of a repr."""
    return percent_text(ascii_of(s), flags, width, precision)


def percent_char(code: int, flags: int, width: int, limit: int) -> str:
    """`%c` of a number below `limit`: 0x110000 in text, 256 in bytes."""
    if code < 0 or code >= limit:
        raise OverflowError("%c arg not in range(256)" if limit == 256 else "%c arg not in range(0x110000)")
    return _laid_out("", chr(code), flags, width, False)


def percent_char_of(s: str, flags: int, width: int, limit: int) -> str:
    """`%c` of a text of one character."""
    if len(s) != 1:
        raise TypeError("%c requires an integer in range(256) or a single byte" if limit == 256
                        else "%c requires int or char")
    return _laid_out("", s, flags, width, False)


@unchecked
def _in_base(size: u64, shift: int, upper: bool) -> str:
    digits = "0123456789ABCDEF" if upper else "0123456789abcdef"
    out = ""
    mask = prim.shl(u64(1), prim.zext(u64, shift)) - 1
    while True:
        out = digits[prim.zext(int, size & mask)] + out
        size = prim.lshr(size, prim.zext(u64, shift))
        if size == 0:
            return out


def _whole(size: u64, negative: bool, kind: int, flags: int, width: int, precision: int) -> str:
    """A number of the type whose letter is `kind`: d, o, x or X."""
    shift = 0 if kind == 100 else 3 if kind == 111 else 4
    body = uint_str(size) if shift == 0 else _in_base(size, shift, kind == 88)
    if len(body) < precision:
        body = "0" * (precision - len(body)) + body
    head = "-" if negative else _sign(flags)
    if flags & ALTERNATE != 0 and shift != 0:
        head += "0" + chr(kind)
    return _laid_out(head, body, flags, width, flags & ZERO != 0)


def _sign(flags: int) -> str:
    return "+" if flags & PLUS != 0 else " " if flags & BLANK != 0 else ""


@unchecked
def percent_int(x: int, kind: int, flags: int, width: int, precision: int) -> str:
    """`%d %o %x %X` of an int."""
    return _whole(prim.zext(u64, -x if x < 0 else x), x < 0, kind, flags, width, precision)


def percent_uint(x: u64, kind: int, flags: int, width: int, precision: int) -> str:
    """The same of a u64."""
    return _whole(x, False, kind, flags, width, precision)


def percent_cut(x: float, kind: int, flags: int, width: int, precision: int) -> str:
    """`%d` of a float: the part before the point."""
    return percent_int(int_from_float(x), kind, flags, width, precision)


def percent_float(x: float, kind: int, flags: int, width: int, precision: int) -> str:
    """`%e %f %g` and their capitals."""
    lower = kind | 32
    form = E if lower == E else F if lower == F else G
    places = DEFAULT_PRECISION if precision == -1 else max(precision, 0)
    body = float_text(x, form, places, flags & ALTERNATE != 0, False, False)
    if kind != lower:
        body = body.upper()
    head = _sign(flags)
    if body[0] == "-":
        head, body = "-", body[1:]
    return _laid_out(head, body, flags, width, flags & ZERO != 0)
