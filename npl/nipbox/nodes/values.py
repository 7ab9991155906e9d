"""The values that expressions compute with, and what the operators do with them.

A value of a node is taken as it is, but for two things: numbers that are no ints of 64 bits count as floats, and a
number with a unit as its type counts in bytes or nanoseconds, as literals do: `(KiB)4` is 4096, `(ms)2` 2000000.
"""

from typing import Final

from lib.kdl.document import Kind, Value
from lib.kdl.packed import FALSE, NATURAL, NEGATIVE, NOTED, NULL, TEXT, TRUE
from lib.kdl.rows import Row

Scalar = bool | int | float | str | None

UNITS: Final = {
    "B": 1, "kB": 1000, "MB": 1000**2, "GB": 1000**3, "TB": 1000**4,
    "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40,
    "ns": 1, "us": 1000, "ms": 10**6, "s": 10**9, "min": 60 * 10**9, "h": 3600 * 10**9, "d": 86400 * 10**9,
}

UNIT_BYTES: Final = [(name.encode(), unit) for name, unit in UNITS.items()]


class Meaningless(ValueError):
    """An operation on values that it has no meaning for."""


def scalar_at(row: Row, at: int) -> Scalar:
    """The value at a place of a row; None where there is none."""
    if at < 0:
        return None
    tag, next_ = row.tag(at)
    if tag == TEXT:
        return row.text(next_)
    if tag == NATURAL or tag == NEGATIVE:
        count = row.count(next_)[0]
        number = count if tag == NATURAL else -1 - count
        unit = unit_at(row, at) if row.data[at] & NOTED != 0 else 1
        return times(number, unit) if unit != 1 else number
    if tag == NULL:
        return None
    if tag == TRUE or tag == FALSE:
        return tag == TRUE
    return scalar(row.value(at))


def unit_at(row: Row, at: int) -> int:
    """What the type of the value at a place multiplies a number by; its bytes are looked at where they lie."""
    size, place = row.count(at + 1)
    for name, unit in UNIT_BYTES:
        if len(name) == size and row.data.startswith(name, place):
            return unit
    return 1


def scalar(value: Value) -> Scalar:
    """A value of a node."""
    if value.kind == Kind.TEXT:
        return value.text
    if value.kind == Kind.NULL:
        return None
    if value.kind == Kind.BOOL:
        return value.number != 0
    unit = UNITS.get(value.note, 1) if value.note is not None else 1
    if value.kind == Kind.INT:
        return times(value.number, unit) if unit != 1 else value.number
    return value.real() * unit if unit != 1 else value.real()


def value_of(number: Scalar) -> Value:
    """A value for a node."""
    if number is None:
        return Value.null()
    if isinstance(number, bool):
        return Value.of_bool(number)
    if isinstance(number, int):
        return Value.of_int(number)
    if isinstance(number, float):
        return Value.of_float(number)
    return Value.of_text(number)


def shown(value: Scalar) -> str:
    """A value as text: texts as they are, the rest as KDL writes it."""
    if isinstance(value, str):
        return value
    if value is None:
        return "#null"
    if isinstance(value, bool):
        return "#true" if value else "#false"
    return str(value) if isinstance(value, int) else Value.of_float(value).text


def truth(value: Scalar) -> bool:
    """Whether a value counts as true: not null, #false, zero or an empty text."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value != 0
    if isinstance(value, float):
        return value != 0.0
    if isinstance(value, str):
        return value != ""
    return False


def kind_name(value: Scalar) -> str:
    """What a value is, for messages."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a bool"
    return "a text" if isinstance(value, str) else "a number"


# Comparison

NEITHER: Final = 2                      # of values that have no order


def order(a: Scalar, b: Scalar) -> int:
    """-1, 0 or 1: a is less, equal, greater; NEITHER for values of two kinds, for null and for nan."""
    if isinstance(a, bool):
        return _sign(int(a), int(b)) if isinstance(b, bool) else NEITHER
    if isinstance(a, int):
        if isinstance(b, bool):
            return NEITHER
        if isinstance(b, int):
            return _sign(a, b)
        return _int_order(a, b) if isinstance(b, float) else NEITHER
    if isinstance(a, float):
        if isinstance(b, bool):
            return NEITHER
        if isinstance(b, int):
            swapped = _int_order(b, a)
            return swapped if swapped == NEITHER else -swapped
        if isinstance(b, float):
            return -1 if a < b else 1 if a > b else 0 if a == b else NEITHER
        return NEITHER
    if isinstance(a, str) and isinstance(b, str):
        return -1 if a < b else 1 if a > b else 0
    return NEITHER


def _sign(a: int, b: int) -> int:
    return -1 if a < b else 1 if a > b else 0


def _int_order(a: int, b: float) -> int:
    return -1 if a < b else 1 if a > b else 0 if a == b else NEITHER


def rank(value: Scalar) -> int:
    """The place of a value's kind in a sorted list: null, bools, numbers, nan, texts."""
    if value is None:
        return 0
    if isinstance(value, bool):
        return 1
    if isinstance(value, int):
        return 2
    if isinstance(value, float):
        return 2 if value == value else 3
    return 4


def sorts_before(a: Scalar, b: Scalar) -> bool:
    """Whether `a` stands before `b` in a sorted list, whatever the two are."""
    left, right = rank(a), rank(b)
    return left < right if left != right else order(a, b) == -1


# Arithmetic: null with anything is null

def plus(a: Scalar, b: Scalar) -> Scalar:
    if isinstance(a, str) and isinstance(b, str):
        return a + b
    return _calculated("+", a, b)


def times(a: int, b: int) -> int:
    """A product; Meaningless where it has more than 64 bits."""
    try:
        product = a * b
    except OverflowError:
        raise Meaningless("the result has more than 64 bits") from None
    return _fitting(product)


def _fitting(number: int) -> int:
    """CPython's ints have no end; these have."""
    if not -9223372036854775807 - 1 <= number <= 9223372036854775807:
        raise Meaningless("the result has more than 64 bits")
    return number


def calculated(sign: str, a: Scalar, b: Scalar) -> Scalar:
    """`a sign b`; Meaningless where it is not."""
    return plus(a, b) if sign == "+" else _calculated(sign, a, b)


def _calculated(sign: str, a: Scalar, b: Scalar) -> Scalar:
    if a is None or b is None:
        return None
    if isinstance(a, str) or isinstance(a, bool):
        raise Meaningless(f"`{sign}` goes with numbers, and one side is {kind_name(a)}")
    if isinstance(b, str) or isinstance(b, bool):
        raise Meaningless(f"`{sign}` goes with numbers, and one side is {kind_name(b)}")
    if isinstance(a, int):
        return _of_ints(sign, a, b) if isinstance(b, int) else _of_floats(sign, float(a), b)
    return _of_floats(sign, a, float(b))


def _of_ints(sign: str, a: int, b: int) -> int | float:
    if (sign == "/" or sign == "%") and b == 0:
        raise Meaningless("division by zero")
    if sign == "/":
        return a / b
    if sign == "%":
        return a % b
    try:
        return _fitting(a + b if sign == "+" else a - b if sign == "-" else a * b)
    except OverflowError:
        raise Meaningless("the result has more than 64 bits") from None


def _of_floats(sign: str, a: float, b: float) -> float:
    if sign == "+":
        return a + b
    if sign == "-":
        return a - b
    if sign == "*":
        return a * b
    if b == 0.0:
        raise Meaningless("division by zero")
    return a / b if sign == "/" else a % b


def negated(a: Scalar) -> Scalar:
    """`-a`."""
    return _calculated("-", 0, a) if not isinstance(a, float) else -a


# Text

def matches(text: str, pattern: str) -> bool:
    """Whether a text is like a pattern: `*` is any characters, `?` one; without them, whether it contains it."""
    if "*" not in pattern and "?" not in pattern:
        return pattern in text
    t = p = 0
    star, back = -1, 0                  # behind the last `*`, and where the text went on then
    while t < len(text):
        if p < len(pattern) and pattern[p] == "*":
            star, back = p + 1, t
            p += 1
        elif p < len(pattern) and (pattern[p] == "?" or pattern[p] == text[t]):
            t, p = t + 1, p + 1
        elif star >= 0:
            back += 1
            t, p = back, star
        else:
            return False
    return pattern[p:].strip("*") == ""
