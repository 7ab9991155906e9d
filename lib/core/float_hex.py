"""Floats in base 16: `x.hex()` and `float.fromhex(text)`, every bit kept."""

from typing import Final, Never

from lib.core.bytes_ops import hex_value as digit_value
from lib.core.exponential import power_of_two
from lib.core.float_text import float_str
from lib.core.strmem import data, is_ascii, nbytes
from rumpk import Ptr, cold, noinline, prim, u8, u64, unchecked

HIDDEN: Final = 0x10_0000_0000_0000
KEPT: Final = 15                        # digits that a word keeps; what follows only tells whether anything follows
LEAST: Final = -1074                    # the exponent of the last bit
FAR: Final = 1_000_000_000_000          # exponents are cut here: no text is long enough to make up for them


@noinline
@cold
def _invalid() -> Never:
    raise ValueError("invalid hexadecimal floating-point string")


@noinline
@cold
def _too_large() -> Never:
    raise OverflowError("hexadecimal value too large to represent as a float")


def hex_text(x: float) -> str:
    """All 53 bits in base 16: `-0x1.8000000000000p+3`."""
    if x - x != 0.0:
        return float_str(x)
    bits = prim.bitcast(u64, prim.fabs(x))
    exponent = int(bits >> 52)
    head = "-0x" if prim.fcopysign(1.0, x) < 0.0 else "0x"
    if bits == 0:
        return head + "0.0p+0"
    digits = ""
    fraction = int(bits & (HIDDEN - 1))
    for _ in range(13):
        digits = "0123456789abcdef"[fraction & 15] + digits
        fraction >>= 4
    power = exponent - 1023 if exponent > 0 else -1022
    lead = "1." if exponent > 0 else "0."
    return f"{head}{lead}{digits}p{'-' if power < 0 else '+'}{power if power >= 0 else -power}"


@unchecked
def _is_blank(byte: u8) -> bool:
    return byte == 32 or 9 <= byte and byte <= 13


@unchecked
def _is_word(place: Ptr[u8], at: int, end: int, word: str) -> bool:
    if end - at != nbytes(word):
        return False
    for i in range(end - at):
        if place[at + i] | 32 != data(word)[i]:
            return False
    return True


@unchecked
def hex_value(text: str) -> float:
    """`float.fromhex(text)`: spaces around, a sign, `0x` or not, a point, `p` and a decimal exponent."""
    place, at, end = data(text), 0, nbytes(text)
    if not is_ascii(text):
        _invalid()
    while at < end and _is_blank(place[at]):
        at += 1
    while end > at and _is_blank(place[end - 1]):
        end -= 1
    negative = at < end and place[at] == 45
    if at < end and (place[at] == 45 or place[at] == 43):
        at += 1
    if _is_word(place, at, end, "inf") or _is_word(place, at, end, "infinity"):
        out = prim.bitcast(float, u64(0x7FF0_0000_0000_0000))
    elif _is_word(place, at, end, "nan"):
        out = prim.bitcast(float, u64(0x7FF8_0000_0000_0000))
    else:
        if at + 1 < end and place[at] == 48 and place[at + 1] | 32 == 120:
            at += 2
        out = _number(place, at, end)
    return prim.fneg(out) if negative else out


@unchecked
def _number(place: Ptr[u8], at: int, end: int) -> float:
    """Digits with at most one point, and an exponent."""
    whole: u64 = u64(0)
    digits, kept, exponent = 0, 0, 0
    behind = False
    while at < end:
        byte = place[at]
        value = digit_value(prim.zext(int, byte))
        if byte == 46 and not behind:
            behind = True
        elif value >= 0:
            digits += 1
            if kept < KEPT:
                whole = whole * 16 + prim.zext(u64, value)
                if whole != 0:
                    kept += 1
                if behind:
                    exponent -= 4
            else:
                if value != 0:
                    whole |= 1
                if not behind:
                    exponent += 4
        else:
            break
        at += 1
    if digits == 0:
        _invalid()
    if at < end:
        exponent += _exponent(place, at, end)
    return _rounded(whole, exponent)


@unchecked
def _exponent(place: Ptr[u8], at: int, end: int) -> int:
    """`p` and a decimal number up to the end."""
    if place[at] | 32 != 112:
        _invalid()
    at += 1
    negative = at < end and place[at] == 45
    if at < end and (place[at] == 45 or place[at] == 43):
        at += 1
    if at == end:
        _invalid()
    out = 0
    while at < end:
        digit = prim.zext(int, place[at]) - 48
        if digit < 0 or digit > 9:
            _invalid()
        if out < FAR:
            out = out * 10 + digit
        at += 1
    return -out if negative else out


@unchecked
def _rounded(whole: u64, exponent: int) -> float:
    """whole * 2**exponent as the nearest double, ties to even."""
    if whole == 0:
        return 0.0
    top = 64 - prim.zext(int, prim.ctlz(whole)) + exponent
    if top > 1024:
        _too_large()
    if top < LEAST:
        return 0.0
    last = top - 53 if top - 53 > LEAST else LEAST
    shift = last - exponent
    if shift <= 0:
        kept = prim.shl(whole, prim.zext(u64, -shift))
    elif shift > 62:
        return 0.0
    else:
        kept = prim.lshr(whole, prim.zext(u64, shift))
        rest = whole - prim.shl(kept, prim.zext(u64, shift))
        half = prim.shl(u64(1), prim.zext(u64, shift - 1))
        if rest > half or (rest == half and kept & 1 != 0):
            kept += 1
        if top == 1024 and kept == 2 * HIDDEN:
            _too_large()
    low = last // 2
    return prim.uitofp(float, kept) * power_of_two(low) * power_of_two(last - low)
