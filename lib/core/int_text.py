"""Integers to decimal text and back."""

from typing import Never

from lib.core.strmem import data, nbytes, new_str
from lib.core.unicode import decimal_value, is_space
from rumpk import cold, inline, noinline, prim, u8, u64, unchecked


@unchecked
def decimal_digits(x: u64) -> int:
    """How many digits `x` has."""
    count = 1
    while x >= 10000:
        x = prim.udiv(x, u64(10000))
        count += 4
    if x >= 1000:
        return count + 3
    return count + 2 if x >= 100 else count + 1 if x >= 10 else count


@unchecked
def _put(x: u64, negative: bool) -> str:
    head = 1 if negative else 0
    count = decimal_digits(x) + head
    s = new_str(count, count)
    place = data(s)
    at = count
    while at > head:
        at -= 1
        rest = prim.udiv(x, u64(10))
        place[at] = prim.trunc(u8, x - rest * 10 + 48)
        x = rest
    if negative:
        place[0] = u8(45)
    return s


@unchecked
def int_str(x: int) -> str:
    """The decimal text of an int."""
    return _put(prim.zext(u64, -x if x < 0 else x), x < 0)


@inline
def int_repr(x: int) -> str:
    """`repr(x)`: apart from `int_str`, because a member of an IntEnum differs in it (types/kept_members.py)."""
    return int_str(x)


def uint_str(x: u64) -> str:
    """The decimal text of a u64."""
    return _put(x, False)


@noinline
@cold
def _invalid(s: str, base: int) -> Never:
    raise ValueError(f"invalid literal for int() with base {base}: {repr(s)[:200]}")


def _digit(code: int) -> int:
    """The value of a digit or letter; 99 for anything else."""
    if code < 128:
        if 48 <= code <= 57:
            return code - 48
        lower = code | 32
        return lower - 87 if 97 <= lower <= 122 else 99
    value = decimal_value(code)
    return value if value >= 0 else 99


@unchecked
def _plain(s: str) -> int:
    """The value of one to eighteen ASCII digits and nothing else: the usual case. -1 for anything else."""
    place, count = data(s), nbytes(s)
    if count == 0 or count > 18:
        return -1
    out = 0
    for i in range(count):
        digit = prim.zext(int, place[i]) - 48
        if prim.icmp_ugt(digit, 9):
            return -1
        out = out * 10 + digit
    return out


def int_from_text(s: str, base: int) -> int:
    """`int(s, base)`: spaces around, a sign, a prefix where the base allows it, single underscores between digits.

    ValueError for anything else, OverflowError where the number leaves the integers.
    """
    if base == 10:
        quick = _plain(s)
        if quick >= 0:
            return quick
    if base != 0 and (base < 2 or base > 36):
        raise ValueError("int() base must be >= 2 and <= 36, or 0")
    codes = [ord(c) for c in s]
    at, end = 0, len(codes)
    while at < end and is_space(codes[at]):
        at += 1
    while end > at and is_space(codes[end - 1]):
        end -= 1
    negative = at < end and codes[at] == 45
    if at < end and (codes[at] == 45 or codes[at] == 43):
        at += 1
    radix = _radix(codes, at, end, base)
    if radix < 0:
        radix = -radix
        at += 2
        if at < end and codes[at] == 95:
            at += 1
    if at == end:
        _invalid(s, base)
    return _value(s, codes, at, end, base, radix, negative)


def _radix(codes: list[int], at: int, end: int, base: int) -> int:
    """The base to count in; negative where a prefix such as 0x stands before the digits."""
    if at + 1 < end and codes[at] == 48:
        letter = codes[at + 1] | 32
        named = 16 if letter == 120 else 8 if letter == 111 else 2 if letter == 98 else 0
        if named != 0 and (base == 0 or base == named):
            return -named
    return 10 if base == 0 else base


def _value(s: str, codes: list[int], at: int, end: int, base: int, radix: int, negative: bool) -> int:
    """The digits from `at`; counted downwards, since the least integer has no positive twin."""
    first, out, digits = codes[at], 0, 0
    overflow = False
    after_underscore = True
    for i in range(at, end):
        if codes[i] == 95:
            if after_underscore:
                _invalid(s, base)
            after_underscore = True
            continue
        digit = _digit(codes[i])
        if digit >= radix:
            _invalid(s, base)
        if base == 0 and radix == 10 and first == 48 and digit != 0:
            _invalid(s, base)
        after_underscore = False
        digits += 1
        try:
            out = out * radix - digit
        except OverflowError:
            overflow = True
            out = 0
    if after_underscore:
        _invalid(s, base)
    if overflow:
        raise OverflowError("the number in the text is larger than an int")
    return out if negative else -out
