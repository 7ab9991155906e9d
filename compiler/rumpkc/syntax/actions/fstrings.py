"""f-strings: the text between braces is lexed and parsed in place, so its nodes have true spans.

    f"{x!r:>{w}} {y=}"   FormattedValue(x, "r", [FormattedValue(w)]), " y=", FormattedValue(y, "r")

The rules are those of Python 3.11: the string ends where a plain string would, the expression holds no backslash and
no `#`, and format specs nest once.
"""

from __future__ import annotations

from typing import Any

from rumpkc.diagnostics import CompileError, fail
from rumpkc.syntax import tree
from rumpkc.syntax.actions.builder import Builder
from rumpkc.syntax.actions.escapes import place, unescape
from rumpkc.syntax.tokens import END, ERROR, KIND

MAX_LEVEL = 2                       # expression, expression in its format spec, and no further
_CLOSES = {")": "(", "]": "[", "}": "{"}
_SPACE = " \t\n\r\f\v"


class FString:
    """Collects the parts of a joined string; neighbouring literal pieces become one Constant."""

    def __init__(self, build: Builder) -> None:
        self.build = build
        self.values: list[Any] = []
        self._pieces: list[tuple[str, int, int]] = []

    def add(self, index: int, prefix: int, quote: int, raw: bool, formatted: bool) -> None:
        """One literal of the joined ones: token `index`, with the lengths of its prefix and quotes."""
        build = self.build
        _, text, line, col, _, _ = build.tokens[index]
        start = build.offset(line, col)
        begin, end = start + prefix + quote, start + len(text) - quote
        if formatted:
            stop = self.read(begin, end, raw, 0)
            assert stop == end
        else:
            self._literal(begin, end, raw)

    def finish(self) -> tuple[Any, ...]:
        """The parts: Constant and FormattedValue."""
        self._flush()
        return tuple(self.values)

    def _flush(self) -> None:
        text = "".join([piece[0] for piece in self._pieces])
        if text:
            span = place(self.build, self._pieces[0][1], self._pieces[-1][2])
            self.values.append(tree.Constant(span, text, "str"))
        self._pieces = []

    def _literal(self, start: int, end: int, raw: bool) -> None:
        if end > start:
            self._pieces.append((unescape(self.build, start, end, raw), start, end))

    def read(self, pos: int, end: int, raw: bool, level: int) -> int:
        """Read up to `end`, or within a format spec (`level` > 0) up to its `}`; the offset where reading stopped."""
        text = self.build.text
        start = pos
        while pos < end:
            char = text[pos]
            if char == "\\" and not raw and pos + 1 < end and text[pos + 1] not in "{}":
                pos += 2
                if text[pos - 1] == "N" and text[pos:pos + 1] == "{":
                    closing = text.find("}", pos, end)
                    pos = closing + 1 if closing >= 0 else end
            elif char == "{" or char == "}":
                if level == 0 and text[pos + 1:pos + 2] == char and pos + 1 < end:
                    self._literal(start, pos + 1, raw)
                    pos += 2
                    start = pos
                    continue
                self._literal(start, pos, raw)
                if char == "}":
                    if level == 0:
                        raise self._error("a single `}` in an f-string", pos, pos + 1,
                                          "for a brace in the text, write `}}`")
                    return pos
                pos = start = self._expression(pos, end, raw, level)
            else:
                pos += 1
        self._literal(start, end, raw)
        return end

    def _error(self, message: str, start: int, end: int, hint: str = "", code: str = "E0112") -> CompileError:
        return fail(code, message, place(self.build, start, end), help=hint)

    # One `{...}`

    def _expression(self, opening: int, end: int, raw: bool, level: int) -> int:
        """Read from `{` on; the offset behind its `}`."""
        if level >= MAX_LEVEL:
            raise self._error("the expressions in an f-string are nested too deeply", opening, opening + 1,
                              "compute the format before")
        text = self.build.text
        start = opening + 1
        pos = _scan(self, start, end, opening)
        if not text[start:pos].strip(_SPACE):
            raise self._error("an empty expression in an f-string", opening, min(pos + 1, end),
                              "for braces in the text, write `{{` and `}}`")
        value = _parse(self.build, start, pos)
        conversion = ""
        shown = text[pos] == "="
        if shown:
            pos += 1
            while pos < end and text[pos] in _SPACE:
                pos += 1
            self._pieces.append((text[start:pos], start, pos))
        self._flush()
        if text[pos:pos + 1] == "!" and pos < end:
            conversion = text[pos + 1:pos + 2] if pos + 1 < end else ""
            if conversion not in ("s", "r", "a"):
                raise self._error("an invalid conversion in an f-string", pos, min(pos + 2, end),
                                  "use `!s`, `!r` or `!a`")
            pos += 2
        spec = None
        if pos < end and text[pos] == ":":
            nested = FString(self.build)
            pos += 1
            stop = nested.read(pos, end, raw, level + 1)
            spec = tree.JoinedStr(place(self.build, pos, stop), nested.finish())
            pos = stop
        if pos >= end or text[pos] != "}":
            raise self._error("`{` is never closed in this f-string", opening, opening + 1,
                              "add the `}`, or write `{{` for a brace in the text")
        if shown and spec is None and not conversion:
            conversion = "r"
        self.values.append(tree.FormattedValue(place(self.build, opening, pos + 1), value, conversion, spec))
        return pos + 1


def _scan(fstring: FString, start: int, end: int, opening: int) -> int:
    """The offset of the `!`, `:`, `=` or `}` that ends the expression beginning at `start`."""
    text = fstring.build.text
    brackets: list[tuple[str, int]] = []
    pos = start
    while pos < end:
        char = text[pos]
        if char == "\\":
            raise fstring._error("the expression in an f-string cannot contain a backslash", pos, pos + 1,
                                 "give the value a name before the f-string")
        if char in "'\"":
            pos = _skip_string(fstring, pos, end)
            continue
        if char in "([{":
            brackets.append((char, pos))
        elif char == "#":
            raise fstring._error("the expression in an f-string cannot contain `#`", pos, pos + 1)
        elif not brackets and char in "!:}=<>":
            if char in "!=<>" and text[pos + 1:pos + 2] == "=" and pos + 1 < end:
                pos += 2
                continue
            if char not in "<>":
                return pos
        elif char in ")]}":
            if not brackets:
                raise fstring._error(f"`{char}` has no opening bracket in this expression", pos, pos + 1, code="E0105")
            if brackets.pop()[0] != _CLOSES[char]:
                raise fstring._error(f"`{char}` closes another bracket in this expression", pos, pos + 1, code="E0105")
        pos += 1
    if brackets:
        char, at = brackets[-1]
        raise fstring._error(f"`{char}` is never closed in this expression", at, at + 1, code="E0105")
    raise fstring._error("`{` is never closed in this f-string", opening, opening + 1,
                         "add the `}`, or write `{{` for a brace in the text")


def _skip_string(fstring: FString, pos: int, end: int) -> int:
    text = fstring.build.text
    quote = text[pos] * 3 if text.startswith(text[pos] * 3, pos, end) else text[pos]
    closing = text.find(quote, pos + len(quote), end)
    inside = text[pos:closing if closing >= 0 else end]
    if "\\" in inside:
        at = pos + inside.index("\\")
        raise fstring._error("the expression in an f-string cannot contain a backslash", at, at + 1,
                             "give the value a name before the f-string")
    if closing < 0:
        raise fstring._error("a string in this f-string's expression is not closed", pos, pos + 1, code="E0103")
    return closing + len(quote)


def _parse(build: Builder, start: int, end: int) -> Any:
    """The node of the expression between two offsets, as if it stood in brackets."""
    from rumpkc.syntax.lexer import Lexer
    from rumpkc.syntax.parser import run

    line, col = build.locate(start)
    tokens = Lexer(build.file, build.text, start, end, line, start - col, bracketed=True).run()
    if not tokens:
        raise fail("E0112", "an empty expression in an f-string", place(build, start, end))
    first, last = tokens[0], tokens[-1]
    opening = (KIND["("], "(", first[2], first[3], first[2], first[3])
    if last[0] == ERROR:
        return run(build.nested([opening, *tokens]), "fstring")
    after = (last[4], last[5], last[4], last[5])
    return run(build.nested([opening, *tokens, (KIND[")"], ")", *after), (END, "", *after)]), "fstring")
