"""The tokens of JSON text, for json.py. Text is read as UTF-8 bytes; errors count characters, as CPython does.

The bytes of a str end with a NUL, which no token goes on over: only where one is met has the end to be looked for.
"""

from typing import Final

from lib.core.float_parse import decimal_at
from lib.core.strmem import count_chars, data, nbytes, str_of
from lib.core.text import StrBuilder
from rumpk import Ptr, inline, prim, u8, unchecked

QUOTE: Final = 0x22
BACKSLASH: Final = 0x5C
NO_NUMBER: Final = 0
INTEGER: Final = 1
REAL: Final = 2
SAFE_DIGITS: Final = 18               # so many always fit into an int
SHORT = {0x22: '"', 0x5C: "\\", 0x2F: "/", 0x62: "\b", 0x66: "\f", 0x6E: "\n", 0x72: "\r", 0x74: "\t"}


class JSONDecodeError(ValueError):
    """What is wrong with a text, and where."""

    def __init__(self, msg: str, doc: str, pos: int) -> None:
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")


@inline
def _is_digit(byte: u8) -> bool:
    return 48 <= byte <= 57


@unchecked
def _digits(place: Ptr[u8], at: int) -> int:
    """The end of the digits at `at`."""
    while _is_digit(place[at]):
        at += 1
    return at


class Scanner:
    """A place in a text."""

    def __init__(self, doc: str) -> None:
        self.doc = doc
        self.at = 0                     # in bytes
        self.integer = 0                # the number that was read last
        self.real = 0.0
        self.reads_large = True         # whether ints that do not fit are an error

    def ended(self) -> bool:
        return self.at >= nbytes(self.doc)

    def chars_since(self, start: int) -> int:
        """How many characters there are between a place and here."""
        return count_chars(data(self.doc) + start, self.at - start)

    @inline
    @unchecked
    def peek(self) -> int:
        """The byte here; 0 at the end."""
        return prim.zext(int, data(self.doc)[self.at])

    @unchecked
    def white(self) -> None:
        """Passes white space."""
        place, at = data(self.doc), self.at
        while place[at] == 0x20 or place[at] == 0x0A or place[at] == 0x0D or place[at] == 0x09:
            at += 1
        self.at = at

    def error(self, words: str) -> JSONDecodeError:
        return self.error_at(words, self.at)

    def error_at(self, words: str, at: int) -> JSONDecodeError:
        return JSONDecodeError(words, self.doc, count_chars(data(self.doc), at))

    @unchecked
    def word(self, text: str) -> bool:
        """Whether the ASCII word `text` stands here; it is then passed."""
        place, meant = data(self.doc) + self.at, data(text)
        for i in range(nbytes(text)):
            if place[i] != meant[i]:
                return False
        self.at += nbytes(text)
        return True

    @unchecked
    def written(self, begin: int) -> str:
        """The ASCII text from a place to here."""
        return str_of(data(self.doc) + begin, self.at - begin, self.at - begin)

    @unchecked
    def number(self) -> int:
        """What kind of number stands here. It is then passed, and its value in `integer` or `real`."""
        place, start = data(self.doc), self.at
        first = start + 1 if place[start] == 0x2D else start
        if not _is_digit(place[first]):
            return NO_NUMBER
        whole = first + 1 if place[first] == 48 else _digits(place, first)
        end, kind = whole, INTEGER
        if place[end] == 0x2E and _is_digit(place[end + 1]):
            end, kind = _digits(place, end + 1), REAL
        mantissa = end
        if place[end] | 0x20 == 0x65:
            after = end + 2 if place[end + 1] == 0x2B or place[end + 1] == 0x2D else end + 1
            if _is_digit(place[after]):
                end, kind = _digits(place, after), REAL
        self.at = end
        if kind == REAL:
            value = decimal_at(place, first, mantissa)
            self.real = prim.fneg(value) if first > start else value
        elif whole - first > SAFE_DIGITS:
            if self.reads_large:
                self.integer = int(str_of(place + start, end - start, end - start))
        else:
            number = 0
            for i in range(first, whole):
                number = number * 10 + prim.zext(int, place[i]) - 48
            self.integer = -number if first > start else number
        return kind

    @unchecked
    def _plain(self) -> int:
        """Passes characters that stand for themselves; how many."""
        place, at, tails = data(self.doc), self.at, 0
        while place[at] != QUOTE and place[at] != BACKSLASH and place[at] >= 0x20:
            if place[at] & 0xC0 == 0x80:
                tails += 1
            at += 1
        count = at - self.at - tails
        self.at = at
        return count

    @unchecked
    def text(self) -> str:
        """The rest of a string whose first quote is passed."""
        place, start = data(self.doc), self.at
        chars = self._plain()
        if place[self.at] == QUOTE:
            self.at += 1
            return str_of(place + start, self.at - 1 - start, chars)
        out = StrBuilder()
        out.append_bytes(place + start, self.at - start, chars)
        while place[self.at] != QUOTE:
            if place[self.at] != BACKSLASH:
                if self.ended():
                    raise self.error_at("Unterminated string starting at", start - 1)
                raise self.error("Invalid control character at")
            out.append(self._escape(start - 1))
            begin = self.at
            chars = self._plain()
            out.append_bytes(place + begin, self.at - begin, chars)
        self.at += 1
        return out.finish()

    def _escape(self, begin: int) -> str:
        """What the backslash here and the characters behind it stand for, in a string that begins at `begin`."""
        self.at += 1
        kind = self.peek()
        if kind == 0 and self.ended():
            raise self.error_at("Unterminated string starting at", begin)
        if kind != 0x75:
            if kind not in SHORT:
                raise self.error_at("Invalid \\escape", self.at - 1)
            self.at += 1
            return SHORT[kind]
        code = self._unit()
        if 0xD800 <= code < 0xDC00 and self.word("\\u"):
            self.at -= 1
            low = self._unit()
            if 0xDC00 <= low < 0xE000:
                return chr(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00))
            self.at -= 6
        return chr(code)

    @unchecked
    def _unit(self) -> int:
        """The four hexadecimal digits behind the `u` here."""
        place, code = data(self.doc), 0
        for at in range(self.at + 1, self.at + 5):
            c = prim.zext(int, place[at])
            if 0x30 <= c <= 0x39:
                code = code * 16 + c - 0x30
            elif 0x61 <= c | 0x20 <= 0x66:
                code = code * 16 + (c | 0x20) - 0x61 + 10
            else:
                raise self.error("Invalid \\uXXXX escape")
        self.at += 5
        return code
