"""Strings in quotes, raw and with escapes, of one line and of many (KDL 2.0, 3.11 to 3.13)."""

from lib.kdl.characters import BANNED, IN_QUOTES, NEWLINE, SPACE, classes
from lib.kdl.cursor import Cursor, KdlError

QUOTE = 0x22
BACKSLASH = 0x5C
HASH = 0x23
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "s": " ", '"': '"', "\\": "\\"}
HEX_DIGITS = 6


def quoted(here: Cursor) -> str:
    """The string whose `"` is next."""
    at, data = here.at + 1, here.data
    while IN_QUOTES[data[at]] != 0:
        at += 1
    if data[at] != QUOTE:
        return _escaped(here)
    if at == here.at + 1 and here.peek(2) == QUOTE:
        return _lines(here, 0)
    here.at += 1
    start, here.at = here.at, at
    text = here.text(start)
    here.at += 1
    return text


def _escaped(here: Cursor) -> str:
    """A string of one line with escapes, or with characters that are to be looked at."""
    start = here.at
    here.at += 1
    from_, escaped = here.at, False
    while True:
        at, data = here.at, here.data
        while IN_QUOTES[data[at]] != 0:
            at += 1
        here.at = at
        if data[at] == QUOTE:
            break
        _one(here, start, "`\"`")
        if here.peek() == BACKSLASH:
            escaped = True
            here.at += 1
            if here.kind() & (SPACE | NEWLINE) != 0:
                while here.kind() & SPACE != 0 or here.newline():
                    here.at += here.size if here.kind() & SPACE != 0 else 0
                continue
        elif here.kind() & NEWLINE != 0:
            raise here.error('a string in `"` ends in its line: write `\\n`, or `"""` around several lines')
        _pass(here, start)
    text = here.text(from_)
    here.at += 1
    return unescaped(here, text, from_) if escaped else text


def raw(here: Cursor) -> str:
    """The raw string whose `#` is next, one or more of them before the quote."""
    start, hashes = here.at, 0
    while here.peek(hashes) == HASH:
        hashes += 1
    if here.peek(hashes + 1) == QUOTE and here.peek(hashes + 2) == QUOTE:
        return _lines(here, hashes)
    here.at += hashes + 1
    from_ = here.at
    while not _closes(here, 1, hashes):
        _one(here, start, "`\"" + "#" * hashes + "`")
        if here.kind() & NEWLINE != 0:
            raise here.error('a raw string of several lines has `"""` around them')
        _pass(here, start)
    text = here.text(from_)
    here.at += 1 + hashes
    return text


def _one(here: Cursor, start: int, end: str) -> None:
    if here.ended():
        raise here.error(f"this string never ends: {end} is missing", start)


def _pass(here: Cursor, start: int) -> None:
    """Passes one character."""
    if here.ended():
        raise here.error("this string never ends", start)
    if here.kind() & BANNED != 0:
        raise here.banned()
    here.at += here.size


def _closes(here: Cursor, quotes: int, hashes: int) -> bool:
    """Whether the end of a string stands here."""
    for i in range(quotes):
        if here.peek(i) != QUOTE:
            return False
    for i in range(hashes):
        if here.peek(quotes + i) != HASH:
            return False
    return True


def _lines(here: Cursor, hashes: int) -> str:
    """A string of several lines. What is before its closing quotes is taken away from every line."""
    start = here.at
    here.at += hashes + 3
    if not here.newline():
        raise here.error('`"""` is followed by a newline: a string of one line has one `"`')
    lines: list[str] = []
    places: list[int] = []
    line, from_ = "", here.at
    places.append(from_)
    while not _closes(here, 3, hashes):
        _one(here, start, "`\"\"\"" + "#" * hashes + "`")
        if here.kind() & NEWLINE != 0:
            lines.append(line + here.text(from_))
            here.newline()
            line, from_ = "", here.at
            places.append(from_)
        elif hashes == 0 and here.peek() == BACKSLASH:
            slash = here.at
            here.at += 1
            if here.kind() & (SPACE | NEWLINE) != 0:        # white space after `\` is as if it were not there
                line += here.data[from_:slash].decode()
                while here.kind() & SPACE != 0 or here.newline():
                    here.at += here.size if here.kind() & SPACE != 0 else 0
                from_ = here.at
            else:
                _pass(here, start)
        else:
            _pass(here, start)
    margin = line + here.text(from_)
    if not _is_blank(margin):
        raise here.error('only white space goes before the closing `"""`')
    here.at += 3 + hashes
    for index, text in enumerate(lines):
        if _is_blank(text):
            lines[index] = ""
        elif text.startswith(margin):
            lines[index] = text[len(margin) :]
        else:
            raise here.error('this line does not begin with the white space before the closing `"""`', places[index])
    text = "\n".join(lines)
    return text if hashes > 0 else unescaped(here, text, start)


def _is_blank(line: str) -> bool:
    for char in line:
        if classes(ord(char)) & SPACE == 0:
            return False
    return True


def unescaped(here: Cursor, text: str, start: int) -> str:
    """`text` with its escapes replaced; errors are shown at `start`."""
    out: list[str] = []
    at = 0
    while True:
        slash = text.find("\\", at)
        if slash < 0:
            out.append(text[at:])
            return "".join(out)
        out.append(text[at:slash])
        letter = text[slash + 1 : slash + 2]
        at = slash + 2
        if letter in ESCAPES:
            out.append(ESCAPES[letter])
        elif letter == "u":
            end = text.find("}", at)
            out.append(_character(here, text[at:end] if end >= 0 else "", start))
            at = end + 1
        elif letter != "" and classes(ord(letter)) & (SPACE | NEWLINE) != 0:
            while at < len(text) and classes(ord(text[at])) & (SPACE | NEWLINE) != 0:
                at += 1
        else:
            raise _bad_escape(here, letter, start)


def _bad_escape(here: Cursor, letter: str, start: int) -> KdlError:
    known = "they are \\n \\r \\t \\b \\f \\s \\\" \\\\ and \\u{…}"
    return here.error(f"there is no escape `\\{letter}`: {known}", start)


def _character(here: Cursor, digits: str, start: int) -> str:
    """The character of `\\u{digits}`; `digits` still has the opening brace."""
    code, count = 0, len(digits) - 1
    good = digits[:1] == "{" and 1 <= count <= HEX_DIGITS
    if good:
        for char in digits[1:]:
            value = "0123456789abcdef".find(char.lower())
            good = good and value >= 0
            code = code * 16 + value
    if not good:
        raise here.error("`\\u{…}` has 1 to 6 hexadecimal digits in braces", start)
    if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        raise here.error(f"U+{code:04X} is no character", start)
    return chr(code)
