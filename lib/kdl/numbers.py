"""Numbers of KDL 2.0 (3.14): decimal with fraction and exponent, hexadecimal, octal, binary; `_` between digits."""

from lib.kdl.characters import BEGINS, DIGITS, IN_NAME
from lib.kdl.cursor import Cursor
from lib.kdl.document import Kind, Value
from rumpk import w64

BASES = {"0x": 16, "0o": 8, "0b": 2}
SAFE_DIGITS = 18                        # so many decimal digits always fit into 64 bits
FIGURES = "0123456789abcdef"


def short_number(here: Cursor) -> Value | None:
    """A number of digits, with or without a fraction, which most are; otherwise None, and nothing is passed."""
    data, start = here.data, here.at
    first = start + 1 if data[start] == 0x2D else start
    at, total = first, w64(0)
    while BEGINS[data[at]] == DIGITS:
        total = total * w64(10) + w64(data[at] - 0x30)
        at += 1
    size = at - first
    dot = data[at] == 0x2E
    if dot:
        at += 1
        if BEGINS[data[at]] != DIGITS or size > 1 and data[first] == 0x30:
            return None
        while BEGINS[data[at]] == DIGITS:
            at += 1
    if size == 0 or size > SAFE_DIGITS or IN_NAME[data[at]] != 0 or data[at] >= 0x80:
        return None
    here.at = at
    if dot:
        return Value(Kind.NUMBER, here.text(start))
    return Value(Kind.INT, "", int(total) if first == start else -int(total))


def number(token: str) -> Value | None:
    """The value of a token that begins like a number; None where it is none."""
    sign = token[:1] if token[:1] in ("+", "-") else ""
    body = token[len(sign) :]
    minus = "-" if sign == "-" else ""
    base = BASES.get(body[:2], 10)
    if base != 10:
        digits = body[2:].lower()
        return _whole(minus, _decimal(digits.replace("_", ""), base)) if _are_digits(digits, base) else None
    mantissa, mark, exponent = body.replace("E", "e").partition("e")
    whole, dot, fraction = mantissa.partition(".")
    if not _are_digits(whole, 10) or dot != "" and not _are_digits(fraction, 10):
        return None
    if mark == "" and dot == "":
        return _whole(minus, whole.replace("_", ""))
    text = minus + _trimmed(whole.replace("_", "")) + dot + fraction.replace("_", "")
    if mark == "":
        return Value(Kind.NUMBER, text)
    up = exponent[:1] if exponent[:1] in ("+", "-") else ""
    power = exponent[len(up) :]
    if not _are_digits(power, 10):
        return None
    return Value(Kind.NUMBER, f"{text}E{up if up != '' else '+'}{power.replace('_', '')}")


def _are_digits(text: str, base: int) -> bool:
    """Digits of a base and `_`, the first no `_`."""
    if text == "" or text[0] == "_":
        return False
    for char in text:
        if char != "_" and FIGURES.find(char, 0, base) < 0:
            return False
    return True


def _trimmed(digits: str) -> str:
    """Without the zeros before the first digit that counts."""
    out = digits.lstrip("0")
    return out if out != "" else "0"


def _whole(minus: str, digits: str) -> Value:
    short = _trimmed(digits)
    if len(short) <= SAFE_DIGITS:
        return Value(Kind.INT, "", int(minus + short))
    return Value(Kind.NUMBER, minus + short)


def _decimal(digits: str, base: int) -> str:
    """The decimal digits of a whole number in another base, however long it is."""
    limbs = [0]                         # nine decimal digits each, the lowest first
    for char in digits:
        carry = FIGURES.find(char)
        for index, limb in enumerate(limbs):
            total = limb * base + carry
            limbs[index] = total % 1_000_000_000
            carry = total // 1_000_000_000
        if carry > 0:
            limbs.append(carry)
    return "".join([str(limbs[-1]), *[f"{limb:09}" for limb in limbs[-2::-1]]])
