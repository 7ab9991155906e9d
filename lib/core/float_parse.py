"""`float(text)`: CPython's syntax, rounded correctly."""

from typing import Final, Never

from lib.core.float_exact import DIGITS, MOST_READ, nearest_double
from lib.core.strmem import code_at, data, is_ascii, nbytes, nchars, new_str, width_at
from lib.core.unicode import decimal_value, is_space
from rumpk import Array, Ptr, cold, inline, noinline, prim, u8, u64, unchecked

EXACT_POWER: Final = 22                 # 10**22 is the last power of ten that is a double
EXACT_DIGITS: Final = 19                # digits that a word holds
FAR: Final = 1_000_000_000_000          # exponents are cut here: no text is long enough to make up for them
POWERS: Final[Array[float, 23]] = Array[float, 23]([
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22])


@noinline
@cold
def _invalid(s: str) -> Never:
    raise ValueError(f"could not convert string to float: {s!r}")


@unchecked
def _plain(s: str) -> str:
    """Digits of other scripts as ASCII digits, other spaces as blanks, what cannot be part of a number as `?`."""
    out = new_str(nchars(s), nchars(s))
    source, at, i = data(s), 0, 0
    while at < nbytes(s):
        code = code_at(source, at)
        at += width_at(source, at)
        if code >= 128:
            value = decimal_value(code)
            code = value + 48 if value >= 0 else 32 if is_space(code) else 63
        data(out)[i] = prim.trunc(u8, code)
        i += 1
    return out


@inline
def _is_blank(byte: u8) -> bool:
    return byte == 32 or 9 <= byte <= 13


@inline
def _is_digit(byte: u8) -> bool:
    return 48 <= byte <= 57


@unchecked
def _run(place: Ptr[u8], at: int) -> int:
    """The end of the digits at `at`, single underscores between them included."""
    begin = at
    while True:
        byte = place[at]
        between = byte == 95 and at > begin and _is_digit(place[at - 1]) and _is_digit(place[at + 1])
        if not between and not _is_digit(byte):
            return at
        at += 1


@unchecked
def _is_word(place: Ptr[u8], at: int, end: int, word: str) -> bool:
    """Whether the bytes from `at` to `end` are that word in any case."""
    if end - at != nbytes(word):
        return False
    for i in range(end - at):
        if place[at + i] | 32 != data(word)[i]:
            return False
    return True


@unchecked
def float_from_str(s: str) -> float:
    """`float(s)`; ValueError for what is no number."""
    text = s if is_ascii(s) else _plain(s)
    place, at, end = data(text), 0, nbytes(text)
    while _is_blank(place[at]):
        at += 1
    while end > at and _is_blank(place[end - 1]):
        end -= 1
    negative = place[at] == 45
    if negative or place[at] == 43:
        at += 1
    first = at
    at = _run(place, at)
    digits = at > first
    if place[at] == 46:
        at = _run(place, at + 1)
        digits = digits or _is_digit(place[at - 1])
    if not digits:
        out = _named(place, first, end)
        if out == 0.0:
            _invalid(s)
        return -out if negative else out
    behind, exponent = at, 0
    if place[at] | 32 == 101:
        behind, exponent = _exponent(place, at)
    if behind != end:
        _invalid(s)
    out = _value(place, first, at, exponent)
    return prim.fneg(out) if negative else out


@unchecked
def decimal_at(place: Ptr[u8], first: int, end: int) -> float:
    """The number whose digits and point lie from `first` to `end`, with the exponent that may follow."""
    exponent = _exponent(place, end)[1] if place[end] | 32 == 101 else 0
    return _value(place, first, end, exponent)


@unchecked
def _named(place: Ptr[u8], at: int, end: int) -> float:
    """Infinity or NaN by name; 0.0 for no name."""
    if _is_word(place, at, end, "inf") or _is_word(place, at, end, "infinity"):
        return prim.bitcast(float, u64(0x7FF0_0000_0000_0000))
    if _is_word(place, at, end, "nan"):
        return prim.bitcast(float, u64(0x7FF8_0000_0000_0000))
    return 0.0


@unchecked
def _exponent(place: Ptr[u8], at: int) -> tuple[int, int]:
    """(end, value) of the exponent whose `e` is at `at`; the end is `at` where no digit follows."""
    i = at + 1
    negative = place[i] == 45
    if negative or place[i] == 43:
        i += 1
    end = _run(place, i)
    if end == i:
        return at, 0
    out = 0
    while i < end:
        if place[i] != 95 and out < FAR:
            out = out * 10 + prim.zext(int, place[i]) - 48
        i += 1
    return end, (-out if negative else out)


@unchecked
def _value(place: Ptr[u8], first: int, end: int, exponent: int) -> float:
    """The number whose digits, point and underscores lie from `first` to `end`, times 10**exponent."""
    whole: u64 = u64(0)
    count, point = 0, exponent          # significant digits; 0.d1 d2 … * 10**point
    behind = False
    for i in range(first, end):
        byte = place[i]
        if byte == 46:
            behind = True
        elif byte != 95:
            if count > 0 or byte != 48:
                count += 1
                if count <= EXACT_DIGITS:
                    whole = whole * 10 + prim.zext(u64, byte) - 48
                if not behind:
                    point += 1
            elif behind:
                point -= 1
    if count == 0:
        return 0.0
    power = point - count
    if count <= EXACT_DIGITS and whole <= 0x20_0000_0000_0000 and -EXACT_POWER <= power and power <= EXACT_POWER:
        # Both are exact doubles: one operation rounds once.
        number = prim.uitofp(float, whole)
        if power < 0:
            return prim.fdiv(number, Ptr[float](POWERS)[-power])
        return prim.fmul(number, Ptr[float](POWERS)[power])
    return _long_value(place, first, end, point)


@unchecked
def _long_value(place: Ptr[u8], first: int, end: int, point: int) -> float:
    """`_value` for any number of digits."""
    digits = Ptr[u8](DIGITS)
    count = 0
    for i in range(first, end):
        byte = place[i]
        if byte == 46 or byte == 95 or (count == 0 and byte == 48):
            continue
        if count < MOST_READ:
            digits[count] = byte
            count += 1
        elif byte != 48:
            digits[MOST_READ] = u8(49)
            count = MOST_READ + 1
            break
    return prim.bitcast(float, nearest_double(digits, count, point))
