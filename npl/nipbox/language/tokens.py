r"""A line becomes tokens: words with their parts, and signs. The text is UTF-8; places are bytes of it.

    echo "a $x" *.py > out && b      WORD WORD WORD REDIRECT WORD AND WORD END

    'text'      as it stands                        $x ${x} $? $1      the value of a variable
    "text"      but $ is looked at; \" \\ \$        $(script)          what a script prints, a word for each line
    \c          the character c                     * ? [a-z] **       file names
    # text      from the beginning of a word: up to the end of the line; a \ at the end joins two lines
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from npl.nipbox.language.problem import Problem

NUL: Final = "a NUL has no place in a line"
DEEPEST: Final = 24                     # `$(…)` in `$(…)`, blocks in blocks


class Kind(IntEnum):
    """What a token is."""

    WORD = 0
    PIPE = 1
    AND = 2
    OR = 3
    SEMICOLON = 4
    AMPERSAND = 5
    NEWLINE = 6
    REDIRECT = 7                        # < > >> 2> 2>>, with a file; >&2 2>&1, without
    COMPARE = 8                         # <= >=: only where an expression stands
    OPEN = 9
    CLOSE = 10
    END = 11


class PartKind(IntEnum):
    """What a part of a word is."""

    TEXT = 0                            # `text` as it stands
    PATTERN = 1                         # `text` has signs for file names: * ? [ ]
    VARIABLE = 2                        # the value of the variable `text`
    SCRIPT = 3                          # what `tokens` print


@dataclass
class Part:
    """A part of a word."""

    kind: PartKind
    text: str
    at: int
    quoted: bool = False                # it is one text, whatever the value
    tokens: "list[Token] | None" = None


@dataclass
class Token:
    """A token from byte `at` on, up to `end`."""

    kind: Kind
    text: str                           # a sign as it is written; "" for a word
    at: int
    end: int
    parts: list[Part] | None = None

    def plain(self) -> str:
        """The text of a word that is written without quotes and variables; "" for all others: what a keyword is."""
        parts = self.parts
        if parts is not None and len(parts) == 1:
            part = parts[0]
            if part.kind == PartKind.TEXT and not part.quoted:
                return part.text
        return ""


TAB: Final = 0x09
LINE: Final = 0x0A
RETURN: Final = 0x0D
SPACE: Final = 0x20
DOUBLE: Final = 0x22
HASH: Final = 0x23
DOLLAR: Final = 0x24
AMPERSAND: Final = 0x26
SINGLE: Final = 0x27
OPEN: Final = 0x28
CLOSE: Final = 0x29
STAR: Final = 0x2A
SEMICOLON: Final = 0x3B
LESS: Final = 0x3C
EQUALS: Final = 0x3D
GREATER: Final = 0x3E
QUESTION: Final = 0x3F
BRACKET: Final = 0x5B
BACKSLASH: Final = 0x5C
BRACKET_END: Final = 0x5D
UNDERSCORE: Final = 0x5F
BRACE: Final = 0x7B
PIPE: Final = 0x7C
BRACE_END: Final = 0x7D

SPECIAL: Final = b"\t\n\r \"#$&'()*;<>?[\\]|"


class Lexer:
    """Reads one text."""

    def __init__(self, text: bytes, at: int = 0) -> None:
        self._text = text
        self._at = at
        self._parts: list[Part] = []            # of the word that is being read,
        self._held: list[str] = []              # … text of it that is no part yet,
        self._held_at = at                      # … where that begins,
        self._quoted = False                    # … and whether some of that stands in quotes

    def tokens(self, depth: int = 0) -> list[Token]:
        """All tokens, up to the END; inside of `$(`, up to the `)`, which comes as an END, too."""
        out: list[Token] = []
        open_at: list[int] = []
        while True:
            token = self._next(depth)
            if token.kind == Kind.OPEN:
                open_at.append(token.at)
            elif token.kind == Kind.CLOSE and len(open_at) > 0:
                open_at.pop()
            elif token.kind == Kind.CLOSE and depth > 0:
                token.kind = Kind.END
            elif token.kind == Kind.CLOSE:
                raise Problem("there is no ( for this )", token.at)
            out.append(token)
            if token.kind == Kind.END:
                if len(open_at) > 0:
                    raise Problem("the ( is not closed", open_at[-1])
                return out

    def _peek(self, ahead: int = 0) -> int:
        """A byte that comes; -1 behind the last."""
        place = self._at + ahead
        return self._text[place] if place < len(self._text) else -1

    def _next(self, depth: int) -> Token:
        self._skip()
        at, byte = self._at, self._peek()
        if byte < 0:
            return Token(Kind.END, "", at, at)
        if byte == 0:
            raise Problem(NUL, at)
        sign = self._sign(byte)
        if sign == "":
            parts = self._word(depth)
            return Token(Kind.WORD, "", at, self._at, parts)
        self._at += len(sign)
        return Token(kind_of(sign), sign, at, self._at)

    def _skip(self) -> None:
        """Blanks, a comment, a backslash at the end of a line."""
        while True:
            byte = self._peek()
            if byte == SPACE or byte == TAB or byte == RETURN:
                self._at += 1
            elif byte == BACKSLASH and self._peek(1) == LINE:
                self._at += 2
            elif byte == HASH:
                end = self._text.find(b"\n", self._at)
                self._at = len(self._text) if end < 0 else end
            else:
                return

    def _sign(self, byte: int) -> str:
        """The sign that begins here; "" where a word does."""
        after = self._peek(1)
        if byte == GREATER or after == GREATER:
            for sign in JOINED:
                if self._text.startswith(sign.encode(), self._at):
                    return sign
        if byte == LINE or byte == SEMICOLON or byte == OPEN or byte == CLOSE:
            return chr(byte)
        if byte == PIPE:
            return "||" if after == PIPE else "|"
        if byte == AMPERSAND:
            return "&&" if after == AMPERSAND else "&"
        if byte == LESS:
            return "<=" if after == EQUALS else "<"
        if byte == GREATER:
            return ">>" if after == GREATER else ">=" if after == EQUALS else ">"
        if byte == 0x32 and after == GREATER:
            return "2>>" if self._peek(2) == GREATER else "2>"
        return ""

    def _word(self, depth: int) -> list[Part]:
        """The parts of the word that begins here: texts that touch are one part."""
        self._parts = []
        self._begin_text(self._at)
        while True:
            byte = self._peek()
            if byte == SINGLE:
                self._single()
            elif byte == DOUBLE:
                self._double(depth)
            elif byte == BACKSLASH and self._peek(1) == LINE:
                self._at += 2
            elif byte == BACKSLASH:
                self._escaped()
            elif byte == DOLLAR:
                self._dollar(depth, False)
            elif byte == STAR or byte == QUESTION or byte == BRACKET or byte == BRACKET_END:
                self._pattern()
            elif byte == HASH or byte >= 0 and byte not in SPECIAL:
                self._plain()
            else:
                self._end_text()
                return self._parts

    def _begin_text(self, at: int) -> None:
        self._held = []
        self._held_at = at
        self._quoted = False

    def _end_text(self) -> None:
        """What is held becomes a part; an empty one only where quotes say that there is something."""
        text = "".join(self._held)
        if text != "" or self._quoted and len(self._parts) == 0:
            self._parts.append(Part(PartKind.TEXT, text, self._held_at, self._quoted))
        self._begin_text(self._at)

    def _hold(self, start: int, end: int) -> None:
        """Bytes of the text go into the part."""
        if self._text.find(b"\0", start, end) >= 0:
            raise Problem(NUL, self._text.find(b"\0", start, end))
        self._held.append(self._text[start:end].decode())

    def _plain(self) -> None:
        """Up to the next byte that means something. A `#` inside of a word means itself."""
        start = self._at
        self._at += 1
        while self._at < len(self._text) and (self._text[self._at] not in SPECIAL or self._text[self._at] == HASH):
            self._at += 1
        self._hold(start, self._at)

    def _pattern(self) -> None:
        """A run of signs for file names."""
        self._end_text()
        start = self._at
        while self._peek() in (STAR, QUESTION, BRACKET, BRACKET_END):
            self._at += 1
        self._parts.append(Part(PartKind.PATTERN, self._text[start:self._at].decode(), start))
        self._begin_text(self._at)

    def _escaped(self) -> None:
        """The character behind a backslash."""
        start = self._at + 1
        if start >= len(self._text):
            raise Problem("nothing follows the backslash", self._at)
        end = start + 1
        while end < len(self._text) and self._text[end] & 0xC0 == 0x80:
            end += 1
        self._at = end
        self._quoted = True
        self._hold(start, end)

    def _single(self) -> None:
        at = self._at
        end = self._text.find(b"'", at + 1)
        line = self._text.find(b"\n", at + 1)
        if end < 0 or 0 <= line < end:
            raise Problem("the ' is not closed", at)
        self._quoted = True
        self._hold(at + 1, end)
        self._at = end + 1

    def _double(self, depth: int) -> None:
        """What stands between two double quotes."""
        opened = self._at
        self._at += 1
        start = self._at
        while True:
            byte = self._peek()
            if byte < 0 or byte == LINE:
                raise Problem('the " is not closed', opened)
            if byte == DOUBLE or byte == DOLLAR:
                self._hold(start, self._at)
                self._quoted = self._quoted or byte == DOUBLE or start < self._at
                if byte == DOUBLE:
                    self._at += 1
                    return
                self._dollar(depth, True)
                start = self._at
            elif byte == BACKSLASH and self._peek(1) in (DOUBLE, BACKSLASH, DOLLAR):
                self._hold(start, self._at)
                self._quoted = True
                start = self._at + 1
                self._at += 2
            else:
                self._at += 1

    def _dollar(self, depth: int, quoted: bool) -> None:
        """What stands behind a dollar; a dollar alone means itself."""
        at, after = self._at, self._peek(1)
        if after == OPEN:
            self._end_text()
            self._parts.append(self._script(at, depth, quoted))
        elif after == BRACE or after == QUESTION or is_name(after):
            self._end_text()
            self._parts.append(Part(PartKind.VARIABLE, self._name(at, after), at, quoted))
        else:
            self._at += 1
            self._quoted = True
            self._held.append("$")
            return
        self._begin_text(self._at)

    def _script(self, at: int, depth: int, quoted: bool) -> Part:
        """`$(…)`: its tokens. They are read by a lexer of their own, since this one is inside of a word."""
        if depth >= DEEPEST:
            raise Problem(f"$( is nested more than {DEEPEST} times", at)
        inner = Lexer(self._text, at + 2)
        tokens = inner.tokens(depth + 1)
        if tokens[-1].end == tokens[-1].at:
            raise Problem("the $( is not closed", at)
        self._at = tokens[-1].end
        return Part(PartKind.SCRIPT, "", at, quoted, tokens)

    def _name(self, at: int, after: int) -> str:
        """The name of the variable at the dollar `at`."""
        start = at + 2 if after == BRACE else at + 1
        end = start + 1 if self._text[start:start + 1] == b"?" else start
        while end < len(self._text) and self._text[start] != QUESTION and is_name(self._text[end]):
            end += 1
        if after == BRACE and (end == start or self._text[end:end + 1] != b"}"):
            raise Problem("write ${name}", at)
        self._at = end + 1 if after == BRACE else end
        return self._text[start:end].decode()


def is_name(byte: int) -> bool:
    """Whether a variable's name may have this byte."""
    return (0x61 <= byte <= 0x7A or 0x41 <= byte <= 0x5A or 0x30 <= byte <= 0x39 or byte == UNDERSCORE)


JOINED: Final = ("2>&1", ">&2")         # one output goes where the other one goes
SIGNS: Final[dict[str, Kind]] = {
    "|": Kind.PIPE, "||": Kind.OR, "&": Kind.AMPERSAND, "&&": Kind.AND, ";": Kind.SEMICOLON, "\n": Kind.NEWLINE,
    "<": Kind.REDIRECT, ">": Kind.REDIRECT, ">>": Kind.REDIRECT, "2>": Kind.REDIRECT, "2>>": Kind.REDIRECT,
    "2>&1": Kind.REDIRECT, ">&2": Kind.REDIRECT,
    "<=": Kind.COMPARE, ">=": Kind.COMPARE, "(": Kind.OPEN, ")": Kind.CLOSE,
}


def kind_of(sign: str) -> Kind:
    """What a sign is."""
    return SIGNS[sign]
