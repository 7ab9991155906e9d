"""What a terminal shows for bytes: what `str.isprintable` holds for as it is, everything else in a spelling.

    bytes               code    shown
    c3 a4               e4      ä
    07                  07      ^G
    ff                  -ff     \\xff           no UTF-8
    c2 9b               9b      \\x9b           control characters of Latin-1
    e2 80 ae            202e    \\u202e         formats (direction, no width), blanks but for the space, what Unicode
                                              14 does not assign: how terminals show it, if at all, is unknown

So what is typed, found or listed neither commands the terminal nor hides, and takes the columns that are counted.
"""

from typing import Final

from lib.core.unicode_tables import PRINTABLE
from lib.width import CodeSet, Widths

HEX: Final = b"0123456789abcdef"
BACKSLASH: Final = 0x5C


def decode(data: bytearray, at: int, end: int) -> tuple[int, int]:
    """The code point at `at` and how many bytes it takes; minus the byte, and 1, where there is no UTF-8."""
    first = int(data[at])
    if first < 0x80:
        return first, 1
    size = 2 if 0xC2 <= first < 0xE0 else 3 if 0xE0 <= first < 0xF0 else 4 if 0xF0 <= first < 0xF5 else 0
    if size == 0 or at + size > end:
        return -first, 1
    code = first & (0x7F >> size)
    for i in range(at + 1, at + size):
        byte = int(data[i])
        if byte & 0xC0 != 0x80:
            return -first, 1
        code = code << 6 | byte & 0x3F
    if size == 3 and (code < 0x800 or 0xD800 <= code < 0xE000):
        return -first, 1
    if size == 4 and (code < 0x10000 or code > 0x10FFFF):
        return -first, 1
    return code, size


def previous(data: bytearray, at: int) -> int:
    """Where the code point (or stray byte) that ends at `at` > 0 begins."""
    start = at - 1
    while start > 0 and at - start < 4 and int(data[start]) & 0xC0 == 0x80:
        start -= 1
    _, size = decode(data, start, at)
    return start if start + size == at else at - 1


def follows(first: int) -> int:
    """How many bytes follow a first byte of UTF-8; 0 for any other byte."""
    return 1 if 0xC2 <= first < 0xE0 else 2 if 0xE0 <= first < 0xF0 else 3 if 0xF0 <= first < 0xF5 else 0


def spell(code: int, out: list[int]) -> None:
    """Append the code points that are shown for one that is not plain."""
    if 0 <= code < 0x20 or code == 0x7F:
        out.append(0x5E)                # ^
        out.append(code ^ 0x40)
        return
    out.append(BACKSLASH)
    out.append(0x78 if code <= 0xFF else 0x75 if code <= 0xFFFF else 0x55)
    value = abs(code)
    for shift in range(4 if code <= 0xFF else 12 if code <= 0xFFFF else 28, -1, -4):
        out.append(int(HEX[value >> shift & 15]))


def encode(code: int, out: bytearray) -> None:
    """Append a code point as UTF-8."""
    if code < 0x80:
        out.append(code)
    elif code < 0x800:
        out.append(0xC0 | code >> 6)
        out.append(0x80 | code & 0x3F)
    elif code < 0x10000:
        out.append(0xE0 | code >> 12)
        out.append(0x80 | code >> 6 & 0x3F)
        out.append(0x80 | code & 0x3F)
    else:
        out.append(0xF0 | code >> 18)
        out.append(0x80 | code >> 12 & 0x3F)
        out.append(0x80 | code >> 6 & 0x3F)
        out.append(0x80 | code & 0x3F)


class Glyphs(Widths):
    """Which code points are shown as they are, and their columns. Each user has its own: it keeps what it found."""

    def __init__(self) -> None:
        super().__init__()
        self._printable: CodeSet = CodeSet(PRINTABLE)

    def is_plain(self, code: int) -> bool:
        """Whether a terminal shows the code point (or stray byte, below 0) itself."""
        if code < 0x7F:
            return code >= 0x20
        return self._printable.holds(code)

    def is_mark(self, code: int) -> bool:
        """Whether it stands in the column of the character before."""
        return code >= 0x300 and self.of(code) == 0 and self.is_plain(code)

    def shown(self, text: str) -> str:
        """A text that a terminal may be sent: what is not plain is spelled."""
        if text.isascii() and text.isprintable():
            return text
        codes: list[int] = []
        for char in text:
            code = ord(char)
            if self.is_plain(code):
                codes.append(code)
            else:
                spell(code, codes)
        return "".join([chr(code) for code in codes])
