"""A formatted number put together: padding, sign, prefix, padding, grouped digits, the rest, padding.

    -  0x  000_ffff  .5e+10  %          everything but the integer digits is copied as it is
"""

from typing import Final

from lib.core.format_spec import CENTRE, INNER, LEFT, MINUS, PLUS, SPACE, ZERO, FormatSpec, is_other_base
from lib.core.strmem import code_width, copy, data, new_str, put_code
from rumpk import Ptr, prim, u8, unchecked

GROUP: Final = 3
NARROW_GROUP: Final = 4                 # of binary, octal and hexadecimal digits


@unchecked
def _grouped_size(digits: int, width: int, group: int) -> int:
    """How many characters the digits take with separators and zeros up to `width`; `group` 0: no separators."""
    if digits == 0:
        return 0
    need = width if width > 1 else 1
    if group == 0:
        return digits if digits > need else need
    with_separators = digits + (digits - 1) // group
    if with_separators >= need:
        return with_separators
    # No separator comes first: one more zero stands before it.
    return need + 1 if need % (group + 1) == 0 else need


@unchecked
def _put_grouped(end: Ptr[u8], size: int, digits: Ptr[u8], count: int, group: int, separator: int) -> None:
    """The digits, backwards from `end`, zeros before them: `size` characters in all."""
    in_group = 0
    while size > 0:
        end = end - 1
        size -= 1
        if in_group == group and group > 0:
            end[0] = prim.trunc(u8, separator)
            in_group = 0
            continue
        in_group += 1
        count -= 1
        end[0] = digits[count] if count >= 0 else u8(48)


@unchecked
def fill_with(out: Ptr[u8], code: int, count: int) -> Ptr[u8]:
    """`count` times a character; the place behind."""
    at = 0
    while count > 0:
        at = put_code(out, at, code)
        count -= 1
    return out + at


@unchecked
def lay_out(spec: FormatSpec, negative: bool, prefix: int, digits: Ptr[u8], count: int,
            rest: Ptr[u8], rest_bytes: int, rest_chars: int, percent: bool) -> str:
    """The text of a number. `prefix`: the letter behind a leading 0, or 0; `count` integer digits, then `rest`."""
    sign = MINUS if negative else PLUS if spec.sign == PLUS else SPACE if spec.sign == SPACE else 0
    fixed = rest_chars + prim.zext(int, percent) + (1 if sign != 0 else 0) + (2 if prefix != 0 else 0)
    inner_zeros = spec.fill == ZERO and spec.align == INNER
    group = 0
    if spec.grouping != 0:
        group = NARROW_GROUP if is_other_base(spec.kind) else GROUP
    grouped = _grouped_size(count, spec.width - fixed if inner_zeros else 0, group)
    padding = spec.width - fixed - grouped
    if padding < 0:
        padding = 0
    before = 0 if spec.align == LEFT else padding >> 1 if spec.align == CENTRE else padding
    inner = padding if spec.align == INNER else 0
    chars = fixed + grouped + padding
    text = new_str(chars + padding * (code_width(spec.fill) - 1) + rest_bytes - rest_chars, chars)
    out = fill_with(data(text), spec.fill, before - inner)
    if sign != 0:
        out[0] = prim.trunc(u8, sign)
        out = out + 1
    if prefix != 0:
        out[0] = u8(48)
        out[1] = prim.trunc(u8, prefix)
        out = out + 2
    out = fill_with(out, spec.fill, inner)
    _put_grouped(out + grouped, grouped, digits, count, group, spec.grouping)
    copy(out + grouped, rest, rest_bytes)
    out = out + (grouped + rest_bytes)
    if percent:
        out[0] = u8(37)
        out = out + 1
    fill_with(out, spec.fill, padding - before)
    return text
