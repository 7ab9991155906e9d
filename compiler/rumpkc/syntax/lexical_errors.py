"""Why the lexer could not go on: the diagnostics of characters, numbers, strings, brackets and indentation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rumpkc.diagnostics import CompileError, Label, fail
from rumpkc.source import Span
from rumpkc.syntax.tokens import Token

if TYPE_CHECKING:
    from rumpkc.syntax.lexer import Lexer

_STRING_START = re.compile(r"((?:[rR][bBfF]?|[bBfF][rR]?|[uU])?)(\"\"\"|'''|\"|')")
_BLANKS = re.compile(r"(?:[ \t\f]|#[^\n]*|\\\n)*")
# A number may touch a keyword (`1if x else y`): CPython warns, and so it is not an error.
_KEYWORD_AFTER = re.compile(r"and|else|for|if|in|is|or|not")
_TYPOGRAPHIC = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "×": "*", "÷": "/",
                "≤": "<=", "≥": ">=", "≠": "!=", "…": "...", "，": ",", "（": "(", "）": ")", "：": ":", "；": ";"}


def only_blanks(text: str, pos: int, end: int) -> bool:
    """Whether nothing but space and comments is left."""
    return _BLANKS.match(text, pos, end).end() == end  # type: ignore[union-attr]


def _here(lexer: Lexer, start: int, end: int) -> Span:
    """The span of `text[start:end]`, which lies in the lexer's current line."""
    return Span(lexer.file, lexer.line, start - lexer.line_start, lexer.line, end - lexer.line_start)


def _token_span(lexer: Lexer, token: Token) -> Span:
    return Span(lexer.file, *token[2:])


def explain(lexer: Lexer) -> CompileError:
    """The text at `lexer.pos` is no token: say why."""
    text, end = lexer.text, lexer.end
    pos = lexer.pos
    while pos < end and text[pos] in " \t\f":
        pos += 1
    char = text[pos]
    opened = _STRING_START.match(text, pos, end)
    if opened:
        return _unterminated(lexer, pos, opened)
    if char == "\\":
        if pos + 1 >= end:
            return continued_at_end(lexer)
        return fail("E0102", "unexpected character after a line continuation", _here(lexer, pos + 1, pos + 2),
                    "the `\\` must be the last character of its line", help="remove what follows it, blanks too")
    if char.isdigit() or char == ".":
        return _bad_number(lexer, pos)
    if char == "!":
        return fail("E0101", "`!` is not an operator", _here(lexer, pos, pos + 1),
                    help="write `!=`" if text[pos - 1:pos] == "=" else "negation is written `not`")
    if char in "$?`":
        hints = {"`": "backquotes are not used in Python; for text write quotes", "?": "a choice is `a if test else b`"}
        return fail("E0101", f"`{char}` is not used in Python", _here(lexer, pos, pos + 1), help=hints.get(char, ""))
    return _unprintable(lexer, pos, char)


def _unprintable(lexer: Lexer, pos: int, char: str) -> CompileError:
    code = f"U+{ord(char):04X}"
    if char == "\0":
        return fail("E0101", "the source contains a null byte", _here(lexer, pos, pos + 1),
                    help="this is not a text file, or it is UTF-16: save it as UTF-8")
    if char.isprintable():
        return fail("E0101", f"invalid character `{char}` ({code})", _here(lexer, pos, pos + 1))
    return fail("E0101", f"invalid non-printable character {code}", _here(lexer, pos, pos + 1), help="remove it")


def invalid_character(lexer: Lexer, word: str, line: int, col: int) -> CompileError:
    """A name contains a character that no name can have."""
    index = next((i for i in range(len(word)) if not word[:i + 1].isidentifier()), 0)
    char = word[index]
    span = Span(lexer.file, line, col + index, line, col + index + 1)
    shown = f"`{char}` " if char.isprintable() else ""
    hint = f"write `{_TYPOGRAPHIC[char]}`" if char in _TYPOGRAPHIC else ""
    if not hint and not char.isprintable():
        hint = "remove it; it often comes along with text copied from elsewhere"
    return fail("E0101", f"invalid character {shown}(U+{ord(char):04X})", span, help=hint)


def continued_at_end(lexer: Lexer) -> CompileError:
    """A backslash continues the last line of the file."""
    return fail("E0102", "the file ends after a line continuation", _here(lexer, lexer.pos, lexer.pos + 1),
                help="remove the `\\`")


def _unterminated(lexer: Lexer, pos: int, opened: re.Match[str]) -> CompileError:
    prefix, quote = opened.groups()
    kind = "f-string" if "f" in prefix.lower() else "bytes literal" if "b" in prefix.lower() else "string"
    if len(quote) == 3:
        return fail("E0103", f"this triple-quoted {kind} is never closed", _here(lexer, pos, opened.end()),
                    f"opened here; the file ends on line {lexer.text.count(chr(10))}", help=f"close it with {quote}")
    stop = lexer.text.find("\n", pos, lexer.end)
    rest = lexer.text[opened.end():stop if stop >= 0 else lexer.end]
    hint = f"close it with {quote} on the same line, or use {quote * 3} for text of several lines"
    if quote == "'" and re.search(r"\w$", lexer.text[lexer.line_start:pos]):
        hint = f"is the {quote} an apostrophe in a string that {quote} delimits? Write that string with \" instead"
    return fail("E0103", f"this {kind} is not closed on its line",
                _here(lexer, pos, max(opened.end(), pos + len(prefix) + 1 + len(rest))), "opened here", help=hint)


# Numbers

def check_number(lexer: Lexer, text: str) -> None:
    """Raise where the number that ends at `lexer.pos` is not one that Python reads."""
    start = lexer.pos - len(text)
    if text[0] == "0" and len(text) > 1 and text.replace("_", "").isdigit() and text.strip("0_"):
        raise fail("E0104", "a decimal integer may not begin with 0", _here(lexer, start, lexer.pos),
                   help=f"write `0o{text.lstrip('0_')}` for octal, or `{text.lstrip('0_')}`")
    after = lexer.text[lexer.pos:lexer.pos + 1]
    # `0or 1` is no `0 or 1`: CPython reads an octal literal without digits.
    radix = text == "0" and after in "xXoObB"
    if after.isidentifier() and lexer.pos < lexer.end and (radix or not _KEYWORD_AFTER.match(lexer.text, lexer.pos)):
        raise _bad_number(lexer, start)


def _bad_number(lexer: Lexer, start: int) -> CompileError:
    stop = re.compile(r"[\w.]*").match(lexer.text, start, lexer.end).end()  # type: ignore[union-attr]
    word = lexer.text[start:stop]
    kinds = {"x": "hexadecimal", "o": "octal", "b": "binary"}
    kind = kinds.get(word[1:2].lower(), "decimal") if word[:1] == "0" else "decimal"
    hint = ""
    if re.match(r"[0-9]+[a-zA-Z_]\w*$", word) and kind == "decimal":
        hint = "a name cannot begin with a digit"
    if "__" in word or word.endswith("_"):
        hint = "single underscores may stand between digits only"
    elif kind == "octal":
        hint = "octal digits are 0 to 7"
    elif kind == "binary":
        hint = "binary digits are 0 and 1"
    span = _here(lexer, start, max(stop, start + 1))
    return fail("E0104", f"`{word}` is not a valid {kind} literal", span, help=hint)


# Brackets

def wrong_closer(lexer: Lexer, token: Token) -> CompileError:
    """A closing bracket without the opening one, or with another."""
    span, mark = _token_span(lexer, token), token[1]
    if not lexer.brackets:
        return fail("E0105", f"`{mark}` has no opening bracket", span, help="remove it, or open the bracket before")
    opened = lexer.brackets[-1]
    right = {"(": ")", "[": "]", "{": "}"}[opened[1]]
    return fail("E0105", f"`{mark}` does not close `{opened[1]}`", span, f"expected `{right}`",
                labels=(Label(_token_span(lexer, opened), "opened here"),))


def never_closed(lexer: Lexer) -> CompileError:
    """The file ends within brackets."""
    opened = lexer.brackets[-1]
    right = {"(": ")", "[": "]", "{": "}"}[opened[1]]
    return fail("E0105", f"`{opened[1]}` is never closed", _token_span(lexer, opened), "opened here",
                help=f"add the `{right}`")


def too_many_brackets(lexer: Lexer) -> CompileError:
    """More open brackets than the lexer takes."""
    return fail("E0109", "too many nested brackets", _token_span(lexer, lexer.brackets[-1]),
                help="name parts of the expression")


# Indentation

def _line_start(lexer: Lexer) -> Span:
    return Span(lexer.file, lexer.line, 0, lexer.line, max(1, lexer.pos - lexer.line_start))


def inconsistent_tabs(lexer: Lexer) -> CompileError:
    """Tabs and spaces give two readings of the indentation."""
    return fail("E0106", "tabs and spaces are mixed in the indentation", _line_start(lexer),
                help="indent with spaces only")


def wrong_dedent(lexer: Lexer, column: int) -> CompileError:
    """The line returns to a column where no block begins."""
    levels = ", ".join(str(level) for level in (*lexer.levels, ) if level < column + 9)
    return fail("E0106", "this line's indentation matches no outer block", _line_start(lexer),
                f"{column} columns", help=f"the blocks around it begin at column {levels}")


def too_deep(lexer: Lexer) -> CompileError:
    """More nested blocks than the lexer takes."""
    return fail("E0109", "too many levels of indentation", _line_start(lexer), help="move inner blocks into functions")
