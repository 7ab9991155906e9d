"""Format specifications, by CPython 3.11's rules and with its messages.

    [[fill]align][sign][z][#][0][width][grouping][.precision][type]
"""

from typing import Final, Never

from lib.core.strmem import code_at, data, nbytes, width_at
from lib.core.unicode import decimal_value
from rumpk import Ptr, cold, inline, noinline, prim, u8, unchecked

LEFT: Final = 60                        # "<"
INNER: Final = 61                       # "=": between sign and digits
RIGHT: Final = 62                       # ">"
CENTRE: Final = 94                      # "^"
PLUS: Final = 43
MINUS: Final = 45
SPACE: Final = 32
COMMA: Final = 44
UNDERSCORE: Final = 95
ZERO: Final = 48
LARGEST: Final = 0x7FFF_FFFF_FFFF_FFFF


class FormatSpec:
    """A specification taken apart. Characters are code points, 0 where there is none."""

    fill: int
    align: int
    sign: int
    positive_zero: bool                 # z
    alternate: bool                     # #
    width: int                          # 0: as wide as the text is
    grouping: int                       # the separator
    precision: int                      # -1: none
    kind: int

    def __init__(self) -> None:
        self.fill = SPACE
        self.align = RIGHT
        self.sign = 0
        self.positive_zero = False
        self.alternate = False
        self.width = 0
        self.grouping = 0
        self.precision = -1
        self.kind = 0


# The one that is being worked with: no more than one is at a time, and the arena takes nothing back.
_current: FormatSpec = FormatSpec()


@noinline
@cold
def fail(words: str) -> Never:
    """ValueError."""
    raise ValueError(words)


def shown_code(code: int) -> str:
    """A code point as CPython's messages have it."""
    if 32 < code < 128:
        return f"'{chr(code)}'"
    out = ""
    while code > 0:
        out = "0123456789abcdef"[code & 15] + out
        code >>= 4
    return f"'\\x{out}'"


@noinline
@cold
def unknown_kind(kind: int, type_name: str) -> Never:
    """The type letter means nothing for that type."""
    raise ValueError(f"Unknown format code {shown_code(kind)} for object of type '{type_name}'")


@noinline
@cold
def _bad_grouping(separator: int, kind: int) -> Never:
    raise ValueError(f"Cannot specify '{chr(separator)}' with {shown_code(kind)}.")


def _is_align(code: int) -> bool:
    return code == LEFT or code == RIGHT or code == INNER or code == CENTRE


@unchecked
def _number_end(place: Ptr[u8], at: int) -> int:
    """The end of the digits at `at`."""
    while decimal_value(code_at(place, at)) >= 0:
        at += width_at(place, at)
    return at


@unchecked
def _number(place: Ptr[u8], at: int, end: int) -> int:
    """The digits from `at` to `end`."""
    out = 0
    while at < end:
        digit = decimal_value(code_at(place, at))
        if out > (LARGEST - digit) // 10:
            fail("Too many decimal digits in format string")
        out = out * 10 + digit
        at += width_at(place, at)
    return out


@unchecked
def parse_spec(text: str, align: int, kind: int, type_name: str) -> FormatSpec:
    """The parts of `text`, valid until the next call. `align` and `kind` are the type's own."""
    spec = _current
    place, end = data(text), nbytes(text)
    at = _parse_head(spec, place, end, align)
    stop = _number_end(place, at)
    spec.width = _number(place, at, stop)
    at = stop
    spec.grouping = 0
    if place[at] == COMMA:
        spec.grouping = COMMA
        at += 1
    if place[at] == UNDERSCORE:
        if spec.grouping != 0:
            fail("Cannot specify both ',' and '_'.")
        spec.grouping = UNDERSCORE
        at += 1
    if place[at] == COMMA and spec.grouping == UNDERSCORE:
        fail("Cannot specify both ',' and '_'.")
    spec.precision = -1
    if place[at] == 46:
        stop = _number_end(place, at + 1)
        if stop == at + 1:
            fail("Format specifier missing precision")
        spec.precision = _number(place, at + 1, stop)
        at = stop
    spec.kind = kind
    if at < end:
        spec.kind = code_at(place, at)
        if at + width_at(place, at) < end:
            fail(f"Invalid format specifier '{text}' for object of type '{type_name}'")
    if spec.grouping != 0:
        _check_grouping(spec)
    return spec


@unchecked
def _parse_head(spec: FormatSpec, place: Ptr[u8], end: int, align: int) -> int:
    """Fill, alignment, sign, `z`, `#` and `0`; the offset of the width."""
    at = 0
    spec.fill = SPACE
    spec.align = align
    filled, aligned = False, False
    second = width_at(place, 0)
    if second < end and _is_align(_byte(place, second)):
        spec.fill = code_at(place, 0)
        spec.align = _byte(place, second)
        filled, aligned = True, True
        at = second + 1
    elif _is_align(_byte(place, 0)):
        spec.align = _byte(place, 0)
        aligned = True
        at = 1
    spec.sign = 0
    if place[at] == PLUS or place[at] == MINUS or place[at] == SPACE:
        spec.sign = _byte(place, at)
        at += 1
    spec.positive_zero = place[at] == 122
    if spec.positive_zero:
        at += 1
    spec.alternate = place[at] == 35
    if spec.alternate:
        at += 1
    if not filled and place[at] == ZERO:
        spec.fill = ZERO
        if not aligned and align == RIGHT:
            spec.align = INNER
        at += 1
    return at


@inline
@unchecked
def _byte(place: Ptr[u8], at: int) -> int:
    """The byte at `at`."""
    return prim.zext(int, place[at])


def is_other_base(kind: int) -> bool:
    """Binary, octal or hexadecimal."""
    return kind == 98 or kind == 111 or kind == 120 or kind == 88


def _check_grouping(spec: FormatSpec) -> None:
    """Separators go with decimal numbers; underscores with the other bases too."""
    kind = spec.kind
    if kind == 0 or kind == 37 or 100 <= kind <= 103 or 69 <= kind <= 71:          # % d e f g E F G
        return
    if spec.grouping == UNDERSCORE and is_other_base(kind):
        return
    _bad_grouping(spec.grouping, kind)
