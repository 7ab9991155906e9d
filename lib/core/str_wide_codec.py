"""Text to bytes and back: UTF-16 and UTF-32, in both orders of bytes.

    utf-16, utf-32      a mark (U+FEFF) in the order of the machine, which is little endian; read in the order that the
                        mark tells, without one in the machine's
    …-le, …-be          no mark; one that is read is a character
"""

from typing import Final

from lib.core.bytesmem import new_bytes, payload
from lib.core.codec_errors import append_code, is_half, replace_bytes
from lib.core.strmem import code_at, data, nbytes, width_at
from lib.core.text import StrBuilder
from rumpk import Ptr, prim, u8, unchecked

MARK: Final = 0xFEFF

PLAIN: Final = 0                # orders of bytes: with a mark
LITTLE: Final = 1
BIG: Final = 2


def wide_unit(name: str) -> int:
    """The bytes of a unit of the encoding whose name is written with `-`; 0 where it is another."""
    if name[:3] != "utf" and name[:1] != "u":
        return 0
    rest = name[3:] if name[:3] == "utf" else name[1:]
    if name[:3] == "utf" and rest[:1] == "-":
        rest = rest[1:]
        if rest == "16le" or rest == "16be" or rest == "16-le" or rest == "16-be":
            return 2
        if rest == "32le" or rest == "32be" or rest == "32-le" or rest == "32-be":
            return 4
    return 2 if rest == "16" else 4 if rest == "32" else 0


def wide_order(name: str) -> int:
    return LITTLE if name.endswith("le") else BIG if name.endswith("be") else PLAIN


def wide_name(unit: int, order: int) -> str:
    """The encoding as errors name it."""
    return ("utf-16" if unit == 2 else "utf-32") + ("-le" if order == LITTLE else "-be" if order == BIG else "")


@unchecked
def _put(place: Ptr[u8], at: int, value: int, unit: int, order: int) -> int:
    """Write a unit, and tell what is behind it."""
    for i in range(unit):
        shift = (unit - 1 - i if order == BIG else i) * 8
        place[at + i] = prim.trunc(u8, value >> shift & 255)
    return at + unit


@unchecked
def _unit_at(place: Ptr[u8], at: int, unit: int, order: int) -> int:
    value = 0
    for i in range(unit):
        shift = (unit - 1 - i if order == BIG else i) * 8
        value |= prim.zext(int, place[at + i]) << shift
    return value


@unchecked
def encode_wide(s: str, unit: int, order: int) -> bytes:
    """A text without halves of pairs as bytes."""
    place, at, size = data(s), 0, unit if order == PLAIN else 0
    while at < nbytes(s):
        size += unit * 2 if unit == 2 and code_at(place, at) > 0xFFFF else unit
        at += width_at(place, at)
    out = new_bytes(size)
    to, end, at = payload(out), 0, 0
    if order == PLAIN:
        end = _put(to, 0, MARK, unit, LITTLE)
    while at < nbytes(s):
        code = code_at(place, at)
        if unit == 2 and code > 0xFFFF:
            end = _put(to, end, 0xD800 + (code - 0x10000 >> 10), 2, order)
            code = 0xDC00 + (code - 0x10000 & 0x3FF)
        end = _put(to, end, code, unit, order)
        at += width_at(place, at)
    return out


@unchecked
def _wrong(place: Ptr[u8], at: int, count: int, unit: int, order: int) -> tuple[int, str]:
    """How many bytes at `at` are wrong together, and why; 0 of those that are a character."""
    if count - at < unit:
        return count - at, "truncated data"
    code = _unit_at(place, at, unit, order)
    if unit == 4:
        if is_half(code):
            return 4, "code point in surrogate code point range(0xd800, 0xe000)"
        return (4, "code point not in range(0x110000)") if code > 0x10FFFF else (0, "")
    if not is_half(code):
        return 0, ""
    if code >= 0xDC00:
        return 2, "illegal encoding"
    if count - at < 4:
        return count - at, "unexpected end of data"
    second = _unit_at(place, at + 2, 2, order)
    return (0, "") if 0xDC00 <= second <= 0xDFFF else (2, "illegal UTF-16 surrogate")


@unchecked
def decode_wide(b: bytes, unit: int, order: int, errors: str) -> str:
    """`b.decode(…)`; what is wrong as `errors` says."""
    place, count, at = payload(b), len(b), 0
    if order == PLAIN:
        order = LITTLE
        if count >= unit and _unit_at(place, 0, unit, LITTLE) == MARK:
            at = unit
        elif count >= unit and _unit_at(place, 0, unit, BIG) == MARK:
            order, at = BIG, unit
    out = StrBuilder()
    while at < count:
        size, why = _wrong(place, at, count, unit, order)
        if size == 0:
            code = _unit_at(place, at, unit, order)
            at += unit
            if unit == 2 and is_half(code):
                code = 0x10000 + (code - 0xD800 << 10) + _unit_at(place, at, 2, order) - 0xDC00
                at += 2
            append_code(out, code)
            continue
        half = _unit_at(place, at, unit, order) if count - at >= unit else -1
        done = replace_bytes(out, place, at, size, errors, half if is_half(half) else -1, unit)
        if done == 0:
            raise UnicodeDecodeError(wide_name(unit, order), b, at, at + size, why)
        at += done
    return out.finish()
