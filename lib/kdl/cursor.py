"""A place in a document: characters, white space, comments, and where an error is."""

from lib.kdl.characters import ASCII, BANNED, IN_COMMENT, IN_LINE, IN_NAME, IN_SPACE, NAME, NEWLINE, SPACE, classes
from rumpk import inline, noinline

END = 0                                 # `peek` at the end; a NUL in the document is refused


class KdlError(ValueError):
    """What is wrong in a document, and where: line and column count from 1, in characters."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(f"line {line}, column {column}: {message}")
        self.message = message
        self.line = line
        self.column = column


class Cursor:
    """A document as UTF-8 bytes with a NUL behind them, and the next byte's index `at`."""

    def __init__(self, text: str) -> None:
        self.data = text.encode() + b"\0"
        self.length = len(self.data) - 1
        self.ascii: str | None = text if len(text) == self.length else None     # then a byte is a character
        self.at = 3 if text[:1] == "\ufeff" else 0
        self.size = 0                   # bytes of the character that `char` looked at last

    def peek(self, ahead: int = 0) -> int:
        """The byte `ahead` of the next one; END behind the end."""
        at = self.at + ahead
        return self.data[at] if at < self.length else END

    def ended(self) -> bool:
        return self.at >= self.length

    def char(self) -> int:
        """The next character, which is not passed; `size` is then the number of its bytes."""
        at, data = self.at, self.data
        first = data[at]
        if first < 0x80:
            self.size = 1
            return first
        if first < 0xE0:
            self.size = 2
            return (first & 0x1F) << 6 | data[at + 1] & 0x3F
        if first < 0xF0:
            self.size = 3
            return (first & 0x0F) << 12 | (data[at + 1] & 0x3F) << 6 | data[at + 2] & 0x3F
        self.size = 4
        return (first & 7) << 18 | (data[at + 1] & 0x3F) << 12 | (data[at + 2] & 0x3F) << 6 | data[at + 3] & 0x3F

    def kind(self) -> int:
        """The classes of the next character (none at the end), which is not passed."""
        first = self.data[self.at]
        if first < 0x80:
            self.size = 1
            return ASCII[first] if self.at < self.length else 0
        return classes(self.char())

    def text(self, start: int) -> str:
        """What stands between `start` and here."""
        plain = self.ascii
        return plain[start : self.at] if plain is not None else self.data[start : self.at].decode()

    def error(self, message: str, at: int = -1) -> KdlError:
        """An error at a byte, or here."""
        before = self.data[: self.at if at < 0 else at].decode()
        line, start = 1, 0
        for index, char in enumerate(before):
            after = before[index + 1 : index + 2]
            if classes(ord(char)) & NEWLINE != 0 and not (char == "\r" and after == "\n"):
                line, start = line + 1, index + 1
        return KdlError(message, line, len(before) - start + 1)

    def banned(self) -> KdlError:
        """The error of a character that no document may have."""
        return self.error(f"U+{self.char():04X} cannot stand in a document: write it as an escape in a string")

    # White space

    def newline(self) -> bool:
        """Passes one newline, which may be CR LF."""
        if self.kind() & NEWLINE == 0:
            return False
        self.at += 2 if self.peek() == 0x0D and self.peek(1) == 0x0A else self.size
        return True

    def spaces(self) -> bool:
        """Passes white space and comments in `/* */`, without newlines outside of them; whether there was any."""
        start = self.at
        while True:
            if self.kind() & SPACE != 0:
                self.at += self.size
            elif self.peek() == 0x2F and self.peek(1) == 0x2A:
                self._block_comment()
            else:
                return self.at > start

    def _block_comment(self) -> None:
        start, depth = self.at, 0
        while True:
            if self.ended():
                raise self.error("this comment never ends: `*/` is missing", start)
            if self.peek() == 0x2F and self.peek(1) == 0x2A:
                depth, self.at = depth + 1, self.at + 2
            elif self.peek() == 0x2A and self.peek(1) == 0x2F:
                depth, self.at = depth - 1, self.at + 2
                if depth == 0:
                    return
            else:
                self._pass_any(IN_COMMENT)

    def _pass_any(self, plain: bytes) -> None:
        """Passes bytes of a table, or else one character."""
        start, at, data = self.at, self.at, self.data
        while plain[data[at]] != 0:
            at += 1
        self.at = at
        if at == start:
            if self.kind() & BANNED != 0:
                raise self.banned()
            self.at += self.size

    def line_comment(self) -> bool:
        """Passes `// …` with the newline that ends it."""
        if self.peek() != 0x2F or self.peek(1) != 0x2F:
            return False
        while not self.ended() and not self.newline():
            self._pass_any(IN_LINE)
        return True

    @inline
    def node_space(self) -> bool:
        """Passes what may stand between the parts of a node: white space, and a `\\` with the newline behind it."""
        if IN_SPACE[self.data[self.at]] == 0:
            return False
        return self._some_space()

    def _some_space(self) -> bool:
        start, data = self.at, self.data
        at = start
        while data[at] == 0x20:
            at += 1
        self.at = at
        if IN_SPACE[data[at]] != 0:
            self._other_space()
        return self.at > start

    @noinline
    def _other_space(self) -> None:
        while self.spaces() or self._escaped_newline():
            pass

    def _escaped_newline(self) -> bool:
        if self.peek() != 0x5C:
            return False
        start = self.at
        self.at += 1
        self.spaces()
        if not self.line_comment() and not self.newline() and not self.ended():
            raise self.error("`\\` joins two lines: only white space and a comment go behind it", start)
        return True

    def line_space(self) -> None:
        """Passes all that may stand between nodes."""
        data = self.data
        at = self.at
        while data[at] == 0x20 or data[at] == 0x0A:
            at += 1
        self.at = at
        if IN_NAME[data[at]] == 0:
            self._other_lines()

    @noinline
    def _other_lines(self) -> None:
        while self.node_space() or self.newline() or self.line_comment():
            pass

    def name(self) -> str:
        """The characters of a name from here on; "" where none stands."""
        start, at, data = self.at, self.at, self.data
        while IN_NAME[data[at]] != 0:
            at += 1
        self.at = at
        if data[at] >= 0x80:
            self._rest_of_name()
        return self.text(start)

    @noinline
    def _rest_of_name(self) -> None:
        """From a character on that is to be looked at."""
        while True:
            if IN_NAME[self.data[self.at]] != 0:
                self.at += 1
            elif self.kind() & NAME != 0:
                self.at += self.size
            else:
                return
