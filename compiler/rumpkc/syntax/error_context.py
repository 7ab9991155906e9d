"""What the rules of syntax_errors.py ask about the place where the parser stopped."""

from __future__ import annotations

from functools import cached_property

from rumpkc.diagnostics import CompileError, Label, fail
from rumpkc.source import Span
from rumpkc.syntax.actions.builder import Builder
from rumpkc.syntax.parser import UnexpectedToken
from rumpkc.syntax.tokens import (
    CASE,
    CLASSES,
    DEDENT,
    END,
    HARD_KEYWORDS,
    INDENT,
    MATCH,
    NAME,
    NAMES,
    NEWLINE,
    NUMBER,
    STRING,
    Token,
)

# Words that open a block, with what a message calls them.
BLOCK_NAMES = {
    "if": "`if`", "elif": "`elif`", "else": "`else`", "while": "`while`", "for": "`for`", "try": "`try`",
    "except": "`except`", "finally": "`finally`", "with": "`with`", "def": "the function definition",
    "class": "the class definition", "match": "`match`", "case": "`case`",
}
_LAYOUT = (NEWLINE, INDENT, DEDENT)
_VALUES = frozenset(("None", "True", "False", "..."))


class Context:
    """The offending token and its surroundings; indices are into `tokens`."""

    def __init__(self, build: Builder, unexpected: UnexpectedToken) -> None:
        self.build = build
        self.tokens: list[Token] = build.tokens
        self.states = unexpected.states
        self.index = unexpected.index
        self.token = self.tokens[self.index]
        self.text = self.token[1]
        self.first = self._line_first(self.index)

    @cached_property
    def expected(self) -> set[int]:
        """The kinds of token that could stand here."""
        return self.build.automaton.expected(self.states)

    def expected_names(self) -> list[str]:
        """`expected` in the user's words."""
        words = {"NAME": "a name", "NUMBER": "a number", "STRING": "a string", "NEWLINE": "the end of the line",
                 "OP": "an operator", "AUGMENTED": "an assignment", "END": "the end of the file"}
        return [words.get(NAMES[kind], f"`{NAMES[kind].lower() if kind < len(CLASSES) else NAMES[kind]}`")
                for kind in sorted(self.expected)]

    # Places

    def _line_first(self, index: int) -> int:
        """The first token of the logical line, or of the statement behind `;`."""
        at = index
        while at > 0 and self.tokens[at - 1][0] not in _LAYOUT and self.tokens[at - 1][1] != ";":
            at -= 1
        return at

    def header(self) -> tuple[int, int]:
        """The line that ends with the `:` before this token: its first token, and the word that opens the block."""
        at = self.index - 1
        while at > 0 and self.tokens[at][0] in _LAYOUT:
            at -= 1
        first = self._line_first(at)
        owner = first + 1 if self.tokens[first][1] == "async" else first
        return first, owner

    def block_opener(self, word: str) -> int:
        """The nearest earlier line that begins with `word`, at the indentation of this one or less."""
        at = self.index - 1
        depth = 0
        while at >= 0:
            kind, text = self.tokens[at][0], self.tokens[at][1]
            depth += (kind == DEDENT) - (kind == INDENT)
            if depth <= 0 and text == word:
                return at
            at -= 1
        return self.index

    @cached_property
    def bracket(self) -> int | None:
        """The innermost bracket open at this token, within the line."""
        open_: list[int] = []
        for index in range(self.first, self.index):
            text = self.tokens[index][1]
            if text in ("(", "[", "{"):
                open_.append(index)
            elif text in (")", "]", "}") and open_:
                open_.pop()
        return open_[-1] if open_ else None

    def span(self, first: int, last: int | None = None) -> Span:
        """The span of some tokens."""
        return self.build.span(first, first if last is None else last)

    def span_behind(self, index: int) -> Span:
        """The empty place behind a token."""
        end = self.tokens[index]
        return Span(self.build.file, end[4], end[5], end[4], end[5])

    def next_text_span(self) -> Span:
        """The next token that has text, this one included."""
        for index in range(self.index, len(self.tokens)):
            if self.tokens[index][0] not in (*_LAYOUT, END):
                return self.span(index)
        return self.span_behind(self.index)

    # Questions

    def head_word(self) -> str | None:
        """The word that makes this line the head of a compound statement."""
        first = self.tokens[self.first]
        if first[1] == "async" and self.first + 1 < len(self.tokens):
            first = self.tokens[self.first + 1]
        if self.index > self.first and (first[1] in BLOCK_NAMES) and (
                first[1] not in ("match", "case") or first[0] in (MATCH, CASE)):
            return first[1]
        return None

    def word_since(self, word: str, ended_by: str) -> bool:
        """Whether `word` stands before this token in the line, without `ended_by` in between."""
        for index in range(self.index - 1, self.first - 1, -1):
            if self.tokens[index][1] in (word, ended_by):
                return self.tokens[index][1] == word
        return False

    def follows_expression(self) -> bool:
        """Whether the token before could end an expression."""
        if self.index == self.first:
            return False
        kind, text = self.tokens[self.index - 1][:2]
        return kind in (NAME, NUMBER, STRING) or text in (")", "]", "}") or text in _VALUES

    def begins_expression(self) -> bool:
        """Whether this token could begin an expression."""
        return self.token[0] in (NAME, NUMBER, STRING) or self.text in (
            "(", "[", "{", "lambda", "not", "await", "yield", "~") or self.text in _VALUES

    def begins_statement(self) -> bool:
        """Whether this token could begin a statement, as the block's first word would."""
        return self.token[0] == NAME or self.text in (
            "return", "pass", "break", "continue", "raise", "del", "import", "from", "global", "assert", "yield", "if",
            "for")

    def is_word(self, index: int) -> bool:
        """Whether a token is a name or a keyword."""
        return self.tokens[index][0] == NAME or self.tokens[index][1] in HARD_KEYWORDS

    def touches(self, left: int) -> bool:
        """Whether two neighbouring tokens stand without space between them."""
        return self.tokens[left][4:6] == self.tokens[left + 1][2:4]

    def shown(self) -> str:
        """This token, for a message."""
        kind = self.token[0]
        if kind == NEWLINE:
            return "the end of the line"
        if kind in (END, DEDENT, INDENT):
            return "the end of the block" if kind != END else "the end of the expression" if self.build.lexer is None \
                else "the end of the file"
        if kind == STRING:
            return "a string"
        return f"`{self.text}`" if len(self.text) < 40 else "this"

    # Errors

    def fail(self, message: str, note: str = "", hint: str = "", code: str = "E0101",
             labels: tuple[Label, ...] = ()) -> CompileError:
        """An error under this token."""
        return fail(code, message, self.span(self.index), note, hint, labels)

    def fail_behind(self, message: str, hint: str = "", code: str = "E0101") -> CompileError:
        """An error behind the token before this one."""
        if self.index == 0:
            return self.fail(message, hint=hint, code=code)
        return fail(code, message, self.span_behind(self.index - 1), help=hint)
