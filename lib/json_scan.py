"""The tokens of JSON text, for json.py. Text is read as UTF-8 bytes; errors count characters, as CPython does."""

from typing import Final

QUOTE: Final = 0x22
BACKSLASH: Final = 0x5C
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


class Scanner:
    """A place in a text."""

    def __init__(self, doc: str) -> None:
        self.doc = doc
        self.data = doc.encode()
        self.at = 0
        self.matched = ""               # the number that was read last
        self.is_float = False           # whether it is written with a point or an exponent

    def ended(self) -> bool:
        return self.at >= len(self.data)

    def peek(self) -> int:
        """The byte here; -1 at the end."""
        return self.data[self.at] if self.at < len(self.data) else -1

    def white(self) -> None:
        data, at = self.data, self.at
        while at < len(data) and (data[at] == 0x20 or data[at] == 0x0A or data[at] == 0x0D or data[at] == 0x09):
            at += 1
        self.at = at

    def error(self, words: str) -> JSONDecodeError:
        return self.error_at(words, self.at)

    def error_at(self, words: str, at: int) -> JSONDecodeError:
        return JSONDecodeError(words, self.doc, len(self.data[:at].decode("utf-8", "replace")))

    def word(self, text: str) -> bool:
        """Whether `text` stands here; it is then passed."""
        length = len(text)
        if self.data[self.at:self.at + length] != text.encode():
            return False
        self.at += length
        return True

    def _digits(self, at: int) -> int:
        """The end of the digits at `at`."""
        while at < len(self.data) and 0x30 <= self.data[at] <= 0x39:
            at += 1
        return at

    def number(self) -> bool:
        """Whether a number stands here; it is then in `matched`."""
        data = self.data
        start = self.at
        at = start + 1 if data[start] == 0x2D else start
        if at < len(data) and data[at] == 0x30:
            at += 1
        else:
            end = self._digits(at)
            if end == at:
                return False
            at = end
        self.is_float = False
        if at < len(data) and data[at] == 0x2E and self._digits(at + 1) > at + 1:
            at = self._digits(at + 1)
            self.is_float = True
        if at < len(data) and data[at] | 0x20 == 0x65:
            after = at + 1
            if after < len(data) and (data[after] == 0x2B or data[after] == 0x2D):
                after += 1
            if self._digits(after) > after:
                at = self._digits(after)
                self.is_float = True
        self.matched = data[start:at].decode()
        self.at = at
        return True

    def text(self) -> str:
        """The rest of a string whose first quote is passed."""
        data = self.data
        begin = self.at - 1
        start = self.at
        parts: list[str] = []
        while True:
            at = self.at
            while at < len(data) and data[at] != QUOTE and data[at] != BACKSLASH and data[at] >= 0x20:
                at += 1
            self.at = at
            if at >= len(data):
                raise self.error_at("Unterminated string starting at", begin)
            if data[at] == QUOTE:
                self.at += 1
                last = data[start:at].decode()
                if not parts:
                    return last
                parts.append(last)
                return "".join(parts)
            if data[at] != BACKSLASH:
                raise self.error("Invalid control character at")
            parts.append(data[start:at].decode())
            parts.append(self._escape(begin))
            start = self.at

    def _escape(self, begin: int) -> str:
        """What the backslash here and the characters behind it stand for."""
        at = self.at
        if at + 1 >= len(self.data):
            raise self.error_at("Unterminated string starting at", begin)
        kind = self.data[at + 1]
        if kind != 0x75:
            if kind not in SHORT:
                raise self.error("Invalid \\escape")
            self.at += 2
            return SHORT[kind]
        code = self._unit(at + 1)
        self.at += 6
        if 0xD800 <= code < 0xDC00 and self.data[self.at:self.at + 2] == b"\\u":
            low = self._unit(self.at + 1)
            if 0xDC00 <= low < 0xE000:
                self.at += 6
                return chr(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00))
        if 0xD800 <= code < 0xE000:
            raise ValueError("a surrogate alone is no character here")
        return chr(code)

    def _unit(self, at: int) -> int:
        """The four hexadecimal digits behind the `u` at `at`."""
        code = 0
        for place in range(at + 1, at + 5):
            c = self.data[place] if place < len(self.data) else 0
            if 0x30 <= c <= 0x39:
                code = code * 16 + c - 0x30
            elif 0x61 <= c | 0x20 <= 0x66:
                code = code * 16 + (c | 0x20) - 0x61 + 10
            else:
                raise self.error_at("Invalid \\uXXXX escape", at)
        return code
