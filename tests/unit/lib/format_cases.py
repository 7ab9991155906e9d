"""Random cases for format specs, float(text) and round, with CPython's answers."""

from __future__ import annotations

import math
import random
import struct
from collections.abc import Callable
from decimal import Context, Decimal
from fractions import Fraction

SPECIAL = (0.0, -0.0, 1.0, -1.5, 0.5, 2.5, 1e22, 1e-5, math.inf, -math.inf, math.nan, 9.995, 0.05, 1e16, 123456789.0,
           5e-324, 1.7976931348623157e308)
TEXTS = ("1_0", "1__0", "inf", "nan", "Infinity", "infinit", ".5", "5.", "1e5", "1e", "1e+", "_1", "1_", "0x1", "1_.0",
         "1._0", "1.5e1_0", "1e400", "-1e-400", "\u0663.\u0665", "00012", "1 2", "", "+", "-.", " \u20031\u2003",
         "0e999999999999999999999", "1e-999999999999999999999")
UNUSABLE = set("\n\t\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\x00")      # a case is one line
EXACT = Context(prec=1200)


def any_double(pick: random.Random) -> float:
    """Any bit pattern."""
    value: float = struct.unpack("<d", struct.pack("<Q", pick.getrandbits(64)))[0]
    return value


def number(pick: random.Random) -> float:
    """A float of one of the kinds that programs have, ties in decimal among them."""
    return (
        lambda: any_double(pick),
        lambda: pick.choice(SPECIAL),
        lambda: pick.randrange(-10**6, 10**6) / pick.choice([1, 2, 4, 8, 10, 100, 1000, 16]),
        lambda: pick.randrange(-10**6, 10**6) * 10.0**pick.randrange(-20, 20),
        lambda: pick.randrange(1 << 53) * 2.0**pick.randrange(-1074, 970),
        lambda: pick.gauss(0, 1),
        lambda: float(pick.randrange(10**pick.randrange(1, 17))),
        lambda: pick.randrange(0, 200) / pick.choice([8, 16, 32, 20, 40]),
    )[pick.randrange(8)]()


def spec(pick: random.Random, types: str) -> str:
    """A format spec, mostly a valid one."""
    def maybe(chance: float, text: str) -> str:
        return text if pick.random() < chance else ""

    precision = pick.choice([str(pick.randrange(25)), str(pick.randrange(8)), "", str(pick.randrange(400))])
    return (maybe(0.3, maybe(0.6, pick.choice("*0 x\u00e9\u20ac<=^+")) + pick.choice("<>=^")) + maybe(0.3, pick.choice("+- "))
            + maybe(0.15, "z") + maybe(0.2, "#") + maybe(0.25, "0") + maybe(0.5, str(pick.randrange(30)))
            + maybe(0.25, pick.choice([",", "_", ",", "_", ",_", "_,"])) + maybe(0.4, "." + precision)
            + maybe(0.8, pick.choice(types)) + maybe(0.03, pick.choice("q\u00e9<d\x01s")))


def near_tie(pick: random.Random) -> str:
    """The decimal between two doubles, exactly or with a one somewhere behind it."""
    x = abs(any_double(pick))
    if not x < 1e308:
        x = 1.5
    middle = (Fraction(x) + Fraction(math.nextafter(x, math.inf))) / 2
    digits, _, exponent = format(EXACT.divide(Decimal(middle.numerator), Decimal(middle.denominator)), "e").partition("e")
    if pick.random() < 0.6:
        digits = (digits if "." in digits else digits + ".") + "0" * pick.randrange(80) + pick.choice("01")
    return f"{digits}e{exponent}"


def text(pick: random.Random) -> str:
    """What somebody may hand to float()."""
    kind = pick.randrange(5)
    if kind == 0:
        return repr(number(pick))
    if kind == 1:
        digits = "".join(pick.choice("0123456789") for _ in range(pick.randrange(1, 40)))
        at = pick.randrange(len(digits) + 1)
        return f"{digits[:at]}.{digits[at:]}e{pick.randrange(-340, 320)}"
    if kind == 2:
        return near_tie(pick)
    if kind == 3:
        return pick.choice(["", "-", "+", " "]) + pick.choice(TEXTS) + pick.choice(["", " ", "x", ""])
    return "".join(pick.choice("0123456789.e-+_ infa") for _ in range(pick.randrange(1, 8)))


def answer(ask: Callable[[], object]) -> str:
    """What the program prints for it."""
    try:
        return str(ask())
    except ValueError as error:
        return f"V {error}"
    except OverflowError as error:
        return f"O {error}"


def whole(pick: random.Random) -> int:
    """An int, no surrogate: type `c` must give text that can be printed."""
    value = pick.choice([pick.randrange(-2**63, 2**63), pick.randrange(-10**4, 10**4), pick.randrange(0x110000),
                         int(10.0 ** pick.uniform(0, 18.9))])
    return 5 if 0xD800 <= value < 0xE000 else value


def case(pick: random.Random) -> tuple[str, str, str, str]:
    """(kind, value, spec, answer)."""
    kind = pick.choice("iffffbsppr")
    if kind == "i":
        i, form = whole(pick), spec(pick, "bcdoxXneEfFgG%ddddxxbs")
        return kind, str(i), form, answer(lambda: format(i, form))
    if kind == "f":
        x, form = number(pick), spec(pick, "eEfFgGn%effgggs")
        return kind, repr(x), form, answer(lambda: format(x, form))
    if kind == "b":
        truth, form = pick.random() < 0.5, spec(pick, "bdxs%f")
        return kind, str(int(truth)), form, answer(lambda: format(truth, form))
    if kind == "s":
        words, form = "".join(pick.choice("abc\u00e9\u20ac\U0001f600z") for _ in range(pick.randrange(12))), spec(pick, "ssssd")
        return kind, words, form, answer(lambda: format(words, form))
    if kind == "p":
        given = text(pick)
        return kind, given, "", answer(lambda: float(given))
    x, places = number(pick), pick.choice([pick.randrange(-5, 20), pick.randrange(-330, 330)])
    return kind, repr(x), str(places), answer(lambda: round(x, places))


def cases(seed: int, count: int) -> tuple[list[str], list[str]]:
    """Lines for format_program.py and what it must print."""
    pick = random.Random(seed)
    lines: list[str] = []
    answers: list[str] = []
    while len(lines) < count:
        kind, value, form, expected = case(pick)
        if not UNUSABLE & set(value + form + expected):
            lines.append(f"{kind}\t{value}\t{form}")
            answers.append(expected)
    return lines, answers
