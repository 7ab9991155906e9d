"""Numbers as text and back: bases to 62, roman, words, balanced ternary, Gray code, Zeckendorf, varints, floats by hand, Morse."""
from __future__ import annotations

import string
import struct
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

DIGITS: Final = string.digits + string.ascii_uppercase + string.ascii_lowercase


def to_base(n: int, base: int) -> str:
    if not 2 <= base <= len(DIGITS):
        raise ValueError(f"base must be from 2 to {len(DIGITS)}")
    if n < 0:
        return "-" + to_base(-n, base)
    head, last = divmod(n, base)
    return (to_base(head, base) if head else "") + DIGITS[last]


def from_base(text: str, base: int) -> int:
    sign, text = (-1, text[1:]) if text[:1] == "-" else (1, text)
    value = 0
    for ch in text:
        digit = DIGITS.find(ch)
        if not 0 <= digit < base:
            raise ValueError(f"{ch!r} is no digit of base {base}")
        value = value * base + digit
    return sign * value


ROMAN: Final = {1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}


def to_roman(n: int) -> str:
    if not 0 < n < 4000:
        raise ValueError(f"no roman numeral for {n}")
    out = ""
    for value, letters in ROMAN.items():
        count, n = divmod(n, value)
        out += letters * count
    return out


def from_roman(text: str) -> int:
    values = [next(v for v, letters in ROMAN.items() if letters == ch) for ch in text]
    total = sum(-v if v < after else v for v, after in zip(values, values[1:] + [0]))
    if to_roman(total) != text:
        raise ValueError(f"{text!r} is not how one writes {total}")
    return total


SMALL = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
         "eighteen nineteen").split()
TENS = ["", "", *"twenty thirty forty fifty sixty seventy eighty ninety".split()]
BIG = ((10 ** 9, "billion"), (10 ** 6, "million"), (1000, "thousand"), (100, "hundred"))


def in_words(n: int) -> str:
    if n < 0:
        return f"minus {in_words(-n)}"
    if n < 20:
        return SMALL[n]
    if n < 100:
        return TENS[n // 10] + (f"-{SMALL[n % 10]}" if n % 10 else "")
    for size, name in BIG:
        if n >= size:
            rest = n % size
            joint = " and " if rest and rest < 100 else " " if rest else ""
            return f"{in_words(n // size)} {name}{joint}{in_words(rest) if rest else ''}"
    raise AssertionError(n)


def balanced_ternary(n: int) -> str:
    out = ""
    while n:
        n, digit = (n + 1) // 3, (n + 1) % 3 - 1
        out = "T01"[digit + 1] + out
    return out or "0"


def gray(n: int) -> int:
    return n ^ n >> 1


def ungray(code: int) -> int:
    n = 0
    while code:
        n ^= code
        code >>= 1
    return n


def fibonacci() -> Iterator[int]:
    a, b = 1, 2
    while True:
        yield a
        a, b = b, a + b


def zeckendorf(n: int) -> list[int]:
    out: list[int] = []
    for f in reversed(list(takewhile(lambda x: x <= n, fibonacci()))):
        if f <= n:
            out.append(f)
            n -= f
    return out


def varint(n: int) -> bytes:
    zigzag = n << 1 if n >= 0 else ~n << 1 | 1
    out = bytearray()
    while True:
        zigzag, low = zigzag >> 7, zigzag & 0x7F
        out.append(low | 0x80 * bool(zigzag))
        if not zigzag:
            return bytes(out)


def read_varints(data: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield value >> 1 ^ -(value & 1)
            value = shift = 0
    if shift:
        raise EOFError(f"{shift // 7} bytes of an unfinished number")


def float_parts(x: float) -> tuple[str, int, int]:
    bits = int.from_bytes(struct.pack(">d", abs(x)), "big")
    return "-" if str(x).startswith("-") else "+", bits >> 52, bits & ((1 << 52) - 1)


MORSE = dict(zip("abcdefghijklmnopqrstuvwxyz", ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..".split()))
HEARD = {code: letter for letter, code in MORSE.items()}


def main() -> None:
    for n, base in ((255, 2), (255, 16), (-12345, 36), (10 ** 12, 62), (0, 7)):
        text = to_base(n, base)
        print(text, from_base(text, base) == n, end="; ")
    print(oct(511), hex(-255), bin(5), int("0b101", 0), int("-0x_ff", 16), f"{1234:_b} {2**40:,}")
    print([to_roman(n) for n in (1, 4, 1994, 3999)], all(from_roman(to_roman(n)) == n for n in range(1, 4000, 7)))
    for n in (0, 13, 21, 100, 342, 1001, 1_000_000, 2_345_678_901, -45):
        print(in_words(n))
    print([balanced_ternary(n) for n in (0, 1, 2, 5, -5, 100)], [gray(n) for n in range(8)], all(ungray(gray(n)) == n for n in range(200)))
    print(zeckendorf(100), zeckendorf(0), all(sum(zeckendorf(n)) == n for n in range(300)))
    numbers = [0, -1, 1, 63, -64, 64, 300, -10 ** 12]
    packed = b"".join(map(varint, numbers))
    print(packed.hex(), list(read_varints(packed)) == numbers)
    print([float_parts(x) for x in (1.0, -0.0, 0.1, 5e-324, float("inf"))])
    code = " / ".join(" ".join(MORSE[c] for c in word) for word in "sos rump kernel".split())
    print(code, " ".join("".join(HEARD[c] for c in word.split()) for word in code.split("/")))
    for wrong in (lambda: from_base("12", 2), lambda: to_base(1, 63), lambda: to_roman(0), lambda: from_roman("IIX"),
                  lambda: list(read_varints(b"\x80\x80")), lambda: int("", 10), lambda: int("9z", 36) and int("z", 35)):
        try:
            wrong()
        except (ValueError, EOFError) as error:
            print(type(error).__name__, error)
