"""Properties and case of code points, from the packed tables of unicode_tables.py.

A table is a row of numbers of seven bits a byte, the lowest first; the eighth bit of a byte says that more follow.
Looking something up is a walk over the rows: some hundred steps, taken for code points beyond ASCII only.

    a set      lengths of the runs outside, inside, outside …
    a mapping  rows: gap to the start before, count * 2 + step - 1, change * 2 + (1 where it is negative)
    words      rows: gap to the code point before, count, that many code points
"""

from lib.core.unicode_tables import (
    ALPHA, CASED, DECIMAL, DIGIT, FOLDED_WORDS, ID_CONTINUE, ID_START, IGNORABLE, LOWER, LOWER_WORDS, NUMERIC,
    PRINTABLE, TITLE, TITLE_WORDS, TO_FOLDED, TO_LOWER, TO_TITLE, TO_UPPER, UPPER, UPPER_WORDS,
)
from rumpk import Ptr, prim, u8, unchecked


class Reader:
    """Reads the numbers of a table."""

    _place: Ptr[u8]
    _at: int
    _end: int

    def __init__(self, table: bytes) -> None:
        self._place = prim.obj_data(table)
        self._end = prim.zext(int, table._len)

    def more(self) -> bool:
        """Whether a number is left."""
        return self._at < self._end

    @unchecked
    def number(self) -> int:
        """The next number."""
        out, shift = 0, 0
        while True:
            byte = prim.zext(int, self._place[self._at])
            self._at += 1
            out |= prim.shl(byte & 127, shift)
            if byte < 128:
                return out
            shift += 7


@unchecked
def run_start(table: bytes, code: int) -> int:
    """The first code point of the run of the set that holds `code`; -1 where the set does not hold it."""
    rows = Reader(table)
    reached, inside = 0, False
    while rows.more():
        start = reached
        reached += rows.number()
        if code < reached:
            return start if inside else -1
        inside = not inside
    return -1


def in_runs(table: bytes, code: int) -> bool:
    """Whether the set holds `code`."""
    return run_start(table, code) >= 0


@unchecked
def mapped(table: bytes, code: int) -> int:
    """What the mapping makes of `code`; `code` itself where it says nothing."""
    rows = Reader(table)
    start = 0
    while rows.more():
        start += rows.number()
        if code < start:
            break
        shape, change = rows.number(), rows.number()
        count, step = shape >> 1, (shape & 1) + 1
        offset = code - start
        if offset < count * step and (step == 1 or offset & 1 == 0):
            return code - (change >> 1) if change & 1 != 0 else code + (change >> 1)
    return code


@unchecked
def words(table: bytes, code: int) -> list[int]:
    """The code points that `code` becomes where they are more than one; else none."""
    rows = Reader(table)
    at = 0
    while rows.more():
        at += rows.number()
        count = rows.number()
        if at >= code:
            return [rows.number() for _ in range(count)] if at == code else []
        for _ in range(count):
            rows.number()
    return []


# Properties

def is_space(code: int) -> bool:
    """What `str.isspace` and `str.split` call white space."""
    if code < 128:
        return code == 32 or 9 <= code <= 13 or 28 <= code <= 31
    return code == 0x85 or code == 0xA0 or code == 0x1680 or 0x2000 <= code <= 0x200A or code == 0x2028 \
        or code == 0x2029 or code == 0x202F or code == 0x205F or code == 0x3000


def is_line_end(code: int) -> bool:
    """What `str.splitlines` splits at."""
    if code < 128:
        return 10 <= code <= 13 or 28 <= code <= 30
    return code == 0x85 or code == 0x2028 or code == 0x2029


def decimal_value(code: int) -> int:
    """The value of a decimal digit of any script; -1 for anything else."""
    if code < 128:
        return code - 48 if 48 <= code <= 57 else -1
    start = run_start(DECIMAL, code)
    return -1 if start < 0 else (code - start) % 10


def is_alpha(code: int) -> bool:
    """`str.isalpha` of one character."""
    if code < 128:
        return 97 <= code | 32 <= 122
    return in_runs(ALPHA, code)


def is_decimal(code: int) -> bool:
    """`str.isdecimal` of one character."""
    return decimal_value(code) >= 0


def is_digit(code: int) -> bool:
    """`str.isdigit` of one character."""
    if code < 128:
        return 48 <= code <= 57
    return in_runs(DIGIT, code)


def is_numeric(code: int) -> bool:
    """`str.isnumeric` of one character."""
    if code < 128:
        return 48 <= code <= 57
    return in_runs(NUMERIC, code)


def is_alnum(code: int) -> bool:
    """`str.isalnum` of one character."""
    return is_alpha(code) or is_numeric(code) or (code >= 128 and is_digit(code))


def is_printable(code: int) -> bool:
    """`str.isprintable` of one character: what repr shows as it is."""
    if code < 128:
        return 32 <= code < 127
    return in_runs(PRINTABLE, code)


def is_upper(code: int) -> bool:
    """Whether an upper-case letter."""
    if code < 128:
        return 65 <= code <= 90
    return in_runs(UPPER, code)


def is_lower(code: int) -> bool:
    """Whether a lower-case letter."""
    if code < 128:
        return 97 <= code <= 122
    return in_runs(LOWER, code)


def is_title(code: int) -> bool:
    """Whether a letter in title case (such as the one for Dz)."""
    return code >= 128 and in_runs(TITLE, code)


def is_cased(code: int) -> bool:
    """The property Cased."""
    if code < 128:
        return 97 <= code | 32 <= 122
    return in_runs(CASED, code)


def is_ignorable(code: int) -> bool:
    """The property Case_Ignorable."""
    return in_runs(IGNORABLE, code)


def starts_name(code: int) -> bool:
    """Whether an identifier may begin so."""
    if code < 128:
        return 97 <= code | 32 <= 122 or code == 95
    return in_runs(ID_START, code)


def continues_name(code: int) -> bool:
    """Whether an identifier may go on so."""
    if code < 128:
        return 97 <= code | 32 <= 122 or code == 95 or 48 <= code <= 57
    return in_runs(ID_CONTINUE, code)


# Case. Each gives one code point; the *_words functions give those that become several.

def to_upper(code: int) -> int:
    """The upper-case form."""
    if code < 128:
        return code - 32 if 97 <= code <= 122 else code
    return mapped(TO_UPPER, code)


def to_lower(code: int) -> int:
    """The lower-case form."""
    if code < 128:
        return code + 32 if 65 <= code <= 90 else code
    return mapped(TO_LOWER, code)


def to_title(code: int) -> int:
    """The title-case form."""
    if code < 128:
        return to_upper(code)
    title = mapped(TO_TITLE, code)
    return to_upper(code) if title == code and not is_title(code) else title


def to_folded(code: int) -> int:
    """The form that caseless comparison uses."""
    if code < 128:
        return to_lower(code)
    folded = mapped(TO_FOLDED, code)
    return to_lower(code) if folded == code else folded


def upper_words(code: int) -> list[int]:
    """The several code points of the upper-case form; none where it is one."""
    return words(UPPER_WORDS, code)


def lower_words(code: int) -> list[int]:
    """The several code points of the lower-case form; none where it is one."""
    return words(LOWER_WORDS, code)


def title_words(code: int) -> list[int]:
    """The several code points of the title-case form; none where it is one."""
    return words(TITLE_WORDS, code)


def folded_words(code: int) -> list[int]:
    """The several code points of the folded form; none where it is one."""
    return words(FOLDED_WORDS, code)
