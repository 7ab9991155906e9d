"""The state that the actions of one file share, and the register of the actions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from rumpkc.diagnostics import CompileError, Diagnostic, fail
from rumpkc.source import Span
from rumpkc.syntax.tokens import Token

if TYPE_CHECKING:
    from rumpkc.syntax.lexer import Lexer
    from rumpkc.syntax.parser import Automaton

ACTIONS: dict[str, Callable[..., Any]] = {}
new_tuple = tuple.__new__


def action(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a function as the action of these names in grammar.lark."""
    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        for name in names:
            assert name not in ACTIONS, name
            ACTIONS[name] = function
        return function
    return register


class Builder:
    """One file's tokens and text while its tree is built.

    `pending_as` holds the places of `(a as b)` that no `with` has claimed yet; `warnings` collects what is allowed but
    doubtful.
    """

    __slots__ = ("file", "text", "tokens", "automaton", "pending_as", "warnings", "line_starts", "longest_chain",
                 "lexer")

    def __init__(self, file: str, text: str, tokens: list[Token], automaton: Automaton) -> None:
        self.file = file
        self.text = text
        self.tokens = tokens
        self.automaton = automaton
        self.pending_as: list[int] = []
        self.warnings: list[Diagnostic] = []
        self.line_starts: list[int] = []
        self.longest_chain = 0          # `elif`s of one `if`
        self.lexer: Lexer | None = None  # None for the inside of an f-string

    def span(self, s: int, e: int) -> Span:
        """From the start of token `s` to the end of token `e`."""
        first, last = self.tokens[s], self.tokens[e]
        return new_tuple(Span, (self.file, first[2], first[3], last[4], last[5]))

    def nested(self, tokens: list[Token]) -> Builder:
        """A builder for other tokens of the same file."""
        inner = Builder(self.file, self.text, tokens, self.automaton)
        inner.pending_as, inner.warnings, inner.line_starts = self.pending_as, self.warnings, self.line_starts
        return inner

    def _split(self) -> list[int]:
        """The offsets where the lines start, found when first needed."""
        starts, pos = self.line_starts, -1
        if not starts:
            starts.append(0)
            while (pos := self.text.find("\n", pos + 1)) >= 0:
                starts.append(pos + 1)
        return starts

    def offset(self, line: int, col: int) -> int:
        """The index in `text` of a place."""
        return self._split()[line - 1] + col

    def locate(self, offset: int) -> tuple[int, int]:
        """The line and column of an index in `text`."""
        starts = self._split()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1]

    def error(self, code: str, message: str, s: int, e: int, note: str = "", help: str = "") -> CompileError:  # noqa: A002
        """The exception for a mistake between two tokens."""
        return fail(code, message, self.span(s, e), note, help)
