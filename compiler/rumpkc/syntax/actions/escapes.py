"""Escape sequences of text and bytes literals.

An unknown escape such as `\\d` keeps its backslash and is a warning (W0101), as in CPython.
"""

from __future__ import annotations

import re
import unicodedata

from rumpkc.diagnostics import CompileError, Diagnostic, fail
from rumpkc.source import Span
from rumpkc.syntax.actions.builder import Builder

_SIMPLE = {"\n": "", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
           "v": "\v"}
_ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|N(?:\{[^}]*\}?)?|.)",
                     re.DOTALL)
_BYTES_ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9a-fA-F]{0,2}|.)", re.DOTALL)
_DIGITS = {"x": 2, "u": 4, "U": 8}


def _body(build: Builder, index: int, before: int, after: int) -> tuple[int, int]:
    """Where the literal's text lies in the file: the token without `before` and `after` characters."""
    _, text, line, col, _, _ = build.tokens[index]
    start = build.offset(line, col)
    return start + before, start + len(text) - after


def decode_text(build: Builder, index: int, before: int, after: int, raw: bool) -> str:
    """The value of a text literal (token `index`, with so many characters of prefix and quotes)."""
    start, end = _body(build, index, before, after)
    return unescape(build, start, end, raw)


def decode_bytes(build: Builder, index: int, before: int, after: int, raw: bool) -> bytes:
    """The value of a bytes literal."""
    start, end = _body(build, index, before, after)
    text = build.text[start:end]
    if not text.isascii():
        at = next(i for i, char in enumerate(text) if char > "\x7f")
        span = place(build, start + at, start + at + 1)
        raise fail("E0111", "a bytes literal can only contain ASCII characters", span,
                   help=f"write the bytes as escapes: `{_as_escapes(text[at])}`")
    if raw or "\\" not in text:
        return text.encode("ascii")

    def replace(found: re.Match[str]) -> str:
        return _value(build, found, start, wide=False)

    return _BYTES_ESCAPE.sub(replace, text).encode("latin-1")


def _as_escapes(char: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in char.encode("utf-8", "surrogatepass"))


def unescape(build: Builder, start: int, end: int, raw: bool) -> str:
    """The value of the literal text between two offsets of the file."""
    text = build.text[start:end]
    if raw or "\\" not in text:
        return text

    def replace(found: re.Match[str]) -> str:
        return _value(build, found, start, wide=True)

    return _ESCAPE.sub(replace, text)


def _value(build: Builder, found: re.Match[str], base: int, wide: bool) -> str:
    """The character of one escape; `wide` where \\u, \\U and \\N count."""
    body = found[1]
    simple = _SIMPLE.get(body)
    if simple is not None:
        return simple
    letter = body[0]
    if letter in "01234567":
        return chr(int(body, 8) if wide else int(body, 8) & 0xFF)
    if letter in "xuU" and (wide or letter == "x"):
        if len(body) != _DIGITS[letter] + 1:
            raise _bad(build, found, base, f"`\\{letter}` needs {_DIGITS[letter]} hexadecimal digits")
        code = int(body[1:], 16)
        if code > 0x10FFFF:
            raise _bad(build, found, base, "there is no such Unicode character", "the last one is \\U0010ffff")
        return chr(code)
    if letter == "N" and wide:
        return _named(build, found, base, body)
    at = base + found.start()
    build.warnings.append(Diagnostic("W0101", f"`\\{body}` is not an escape sequence", place(build, at, at + 2),
                                     help=f"write `\\\\{body}`, or use a raw string"))
    return found[0]


def _named(build: Builder, found: re.Match[str], base: int, body: str) -> str:
    if not body.endswith("}") or len(body) < 4:
        raise _bad(build, found, base, "`\\N` needs the name of a character in braces", "such as `\\N{BULLET}`")
    try:
        return unicodedata.lookup(body[2:-1])
    except KeyError:
        raise _bad(build, found, base, f"there is no Unicode character named {body[2:-1]}") from None


def _bad(build: Builder, found: re.Match[str], base: int, message: str, hint: str = "") -> CompileError:
    span = place(build, base + found.start(), base + found.end())
    return fail("E0111", message, span, help=hint or "for a backslash itself write `\\\\`, or use a raw string")


def place(build: Builder, start: int, end: int) -> Span:
    """The span between two offsets of the file."""
    line, col = build.locate(start)
    end_line, end_col = build.locate(end)
    return Span(build.file, line, col, end_line, end_col)
