"""How many columns of a terminal a character takes: 0 (combining marks, formats), 1, or 2 (East Asian wide, emoji).

    columns("日本 e\u0301")     6

The packed tables (lib/core/unicode_tables.py) are walked from their beginning; the run that was found last is kept,
because neighbours in a text are mostly neighbours in Unicode too.
"""

from typing import Final

from lib.core.unicode_tables import COMBINING, WIDE

FIRST_COMBINING: Final = 0x300          # below it every character has one column
END: Final = 0x110000
ELLIPSIS: Final = "…"


class CodeSet:
    """A set of code points: lengths of the runs outside and inside, alternately, seven bits a byte, lowest first."""

    def __init__(self, table: bytes) -> None:
        self._table: bytes = table
        self._start: int = 0            # the run found last: [start, end)
        self._end: int = 0
        self._inside: bool = False

    def holds(self, code: int) -> bool:
        if code < self._start or code >= self._end:
            self._find(code)
        return self._inside

    def _find(self, code: int) -> None:
        start, length, shift = 0, 0, 0
        inside = False
        for byte in self._table:
            length |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                if code < start + length:
                    self._start, self._end, self._inside = start, start + length, inside
                    return
                start += length
                length, shift = 0, 0
                inside = not inside
        self._start, self._end, self._inside = start, END, False


class Widths:
    """Measures; keeps what it looked up last, so each user has its own."""

    def __init__(self) -> None:
        self._combining: CodeSet = CodeSet(COMBINING)
        self._wide: CodeSet = CodeSet(WIDE)

    def of(self, code: int) -> int:
        """Columns of one code point."""
        if code < FIRST_COMBINING:
            return 1
        if self._combining.holds(code):
            return 0
        return 2 if self._wide.holds(code) else 1

    def columns(self, text: str) -> int:
        """Columns of a text without control characters."""
        if text.isascii():
            return len(text)
        total = 0
        for char in text:
            total += self.of(ord(char))
        return total


def columns(text: str) -> int:
    """Columns of a text without control characters."""
    return Widths().columns(text)


def padded(text: str, columns: int, widths: Widths) -> str:
    """With spaces behind it up to so many columns."""
    return text + " " * (columns - widths.columns(text))


def cut(text: str, columns: int, widths: Widths) -> str:
    """In so many columns at most; where it is cut, `…` is the last of them."""
    if widths.columns(text) <= columns:
        return text
    seen, at = 0, 0
    while at < len(text) and seen + widths.of(ord(text[at])) < columns:
        seen += widths.of(ord(text[at]))
        at += 1
    return text[:at] + ELLIPSIS if columns > 0 else ""


def cut_front(text: str, columns: int, widths: Widths) -> str:
    """The end of a text, in so many columns at most."""
    seen, at = 0, len(text)
    while at > 0 and seen + widths.of(ord(text[at - 1])) <= columns:
        at -= 1
        seen += widths.of(ord(text[at]))
    while at < len(text) and widths.of(ord(text[at])) == 0:     # of a character that is cut off
        at += 1
    return text[at:]
