"""Text to tokens: Python's lexical structure, layout included.

    if x:            if NAME : NEWLINE INDENT NAME ( NAME ) NEWLINE DEDENT END
        f(x)

One pass over the text with one regular expression.  The words `match`, `case` and `type` become keywords here, where
the shape of the line decides it.  A lexical error ends the tokens with an ERROR token, whose text is the exception to
raise, so that an earlier syntax error is reported first.
"""

from __future__ import annotations

import re
import unicodedata

from rumpkc.diagnostics import CompileError
from rumpkc.syntax import lexical_errors
from rumpkc.syntax.tokens import (
    CASE,
    DEDENT,
    END,
    ERROR,
    INDENT,
    KIND,
    MARK_KIND,
    MATCH,
    NAME,
    NEWLINE,
    NUMBER,
    OP,
    STRING,
    TYPE,
    WORD_KIND,
    Token,
)

MAX_INDENT = 100                    # levels; CPython's limit too
MAX_BRACKETS = 200                  # open at once; CPython's limit too

_NUMBER = r"""
    0[xX](?:_?[0-9a-fA-F])+ | 0[oO](?:_?[0-7])+ | 0[bB](?:_?[01])+
  | (?: [0-9](?:_?[0-9])* (?:\.(?:[0-9](?:_?[0-9])*)?)? | \.[0-9](?:_?[0-9])* )
    (?:[eE][-+]?[0-9](?:_?[0-9])*)? [jJ]?
"""
_STRING = r"""
    (?:[rR][bBfF]?|[bBfF][rR]?|[uU])?
    (?: \"\"\" [^"\\]*+ (?:(?:\\.|"(?!""))[^"\\]*+)* \"\"\"
      | ''' [^'\\]*+ (?:(?:\\.|'(?!''))[^'\\]*+)* '''
      | "(?!"") [^"\\\n]*+ (?:\\.[^"\\\n]*+)* "
      | '(?!'') [^'\\\n]*+ (?:\\.[^'\\\n]*+)* ' )
"""
_TOKEN = re.compile(r"""[ \t\f]*+(?:
    ((?!(?:[rR][bBfF]?|[bBfF][rR]?|[uU])["'])[A-Za-z_\x80-\U0010ffff][\w\x80-\U0010ffff]*+)
  | (\*\*=?|//=?|>>=?|<<=?|\.\.\.|\.(?![0-9])|->|:=|[-+*/%&|^@=<>!]=|[-+*/%&|^@=<>(){}\[\],:;~])
  | (?:\#[^\n]*)?(\n)
  | (""" + _NUMBER + r")|(" + _STRING + r""")
  | (\\\n)
)""", re.VERBOSE | re.DOTALL)
_NAME, _MARK, _NEWLINE, _NUMBER_GROUP, _STRING_GROUP, _CONTINUED = range(1, 7)

_BLANK_LINES = re.compile(r"(?:[ \t\f]*+(?:#[^\n]*)?\n)*")
_INDENTATION = re.compile(r"[ \t\f]*+(?:\\\n[ \t\f]*+)*")
_OPENERS, _CLOSERS = frozenset("([{"), {")": "(", "]": "[", "}": "{"}
_IN, _NOT = KIND["in"], KIND["not"]
_STATEMENT_STARTS = frozenset((NEWLINE, INDENT, DEDENT, KIND[";"], KIND[":"]))


class Lexer:
    """The tokens of `text[start:end]`, which begins at `line` (whose first character is at `line_start`).

    With `bracketed` the region lies within brackets (an f-string's expression): no layout, no END.
    """

    def __init__(self, file: str, text: str, start: int = 0, end: int | None = None, line: int = 1,
                 line_start: int = 0, bracketed: bool = False) -> None:
        self.file = file
        self.text = text
        self.pos = start
        self.end = len(text) if end is None else end
        self.line = line
        self.line_start = line_start
        self.bracketed = bracketed
        self.tokens: list[Token] = []
        self.brackets: list[Token] = []
        self.levels = [0]               # columns with tabs to 8 ...
        self._alternate_levels = [0]    # ... and with tabs as 1: where the two orders differ, tabs are inconsistent
        self._cases = [False]           # whether the lines of this block begin with `case`
        self.longest_line = 0           # tokens of the longest logical line
        self._first = 0                 # index of the logical line's first token
        self._match_line = False        # whether the last logical line began with the keyword `match`

    def run(self) -> list[Token]:
        """All tokens; the last one is END or ERROR."""
        try:
            if not self.bracketed:
                self._begin_line()
            self._scan()
            if not self.bracketed:
                self._finish()
        except CompileError as error:
            line, col = self.line, self.pos - self.line_start
            self.tokens.append((ERROR, error, line, col, line, col))  # type: ignore[arg-type]
        return self.tokens

    def _scan(self) -> None:
        text, end, tokens, match = self.text, self.end, self.tokens, _TOKEN.match
        append, word_kind, mark_kind = tokens.append, WORD_KIND.get, MARK_KIND
        pos, line, line_start = self.pos, self.line, self.line_start
        bracketed = self.bracketed
        while pos < end:
            found = match(text, pos, end)
            if found is None:
                self.pos, self.line, self.line_start = pos, line, line_start
                if lexical_errors.only_blanks(text, pos, end):
                    return
                raise lexical_errors.explain(self)
            group = found.lastindex
            start, pos = found.span(group)  # type: ignore[arg-type]  (a match always ends in a group)
            if group == _NAME:
                word = found[1]
                kind = word_kind(word)
                if kind is None:
                    if not word.isascii():
                        word = self._identifier(word, line, start - line_start)
                    append((NAME, word, line, start - line_start, line, pos - line_start))
                elif (kind == _IN or kind == _NOT) and tokens and self._merge(kind, line, pos - line_start):
                    pass
                else:
                    append((kind, word, line, start - line_start, line, pos - line_start))
            elif group == _MARK:
                mark = found[2]
                append((mark_kind[mark], mark, line, start - line_start, line, pos - line_start))
                if mark in _OPENERS:
                    self._open()
                elif mark in _CLOSERS:
                    self._close(mark)
            elif group == _NEWLINE:
                line += 1
                line_start = pos
                if not self.brackets and not bracketed:
                    self.pos, self.line, self.line_start = pos, line, line_start
                    self._end_line()
                    self._begin_line()
                    pos, line, line_start = self.pos, self.line, self.line_start
            elif group == _STRING_GROUP:
                first_line, first_col = line, start - line_start
                word = found[5]
                breaks = word.count("\n")
                if breaks:
                    line += breaks
                    line_start = start + word.rindex("\n") + 1
                append((STRING, word, first_line, first_col, line, pos - line_start))
            elif group == _NUMBER_GROUP:
                append((NUMBER, found[4], line, start - line_start, line, pos - line_start))
                if text[pos:pos + 1].isidentifier() or found[4][0] == "0":
                    self.pos, self.line, self.line_start = pos, line, line_start
                    lexical_errors.check_number(self, found[4])
            else:
                line += 1
                line_start = pos
                self.pos, self.line, self.line_start = pos, line, line_start
                if pos >= end:
                    raise lexical_errors.continued_at_end(self)
        self.pos, self.line, self.line_start = pos, line, line_start

    def _merge(self, kind: int, line: int, end_col: int) -> bool:
        """Join `not in` and `is not` to one operator."""
        last = self.tokens[-1]
        if kind == _IN and last[0] == _NOT:
            text = "not in"
        elif kind == _NOT and last[0] == OP and last[1] == "is":
            text = "is not"
        else:
            return False
        self.tokens[-1] = (OP, text, last[2], last[3], line, end_col)
        return True

    def _identifier(self, word: str, line: int, col: int) -> str:
        if not word.isidentifier():
            raise lexical_errors.invalid_character(self, word, line, col)
        return unicodedata.normalize("NFKC", word)

    # Brackets

    def _open(self) -> None:
        self.brackets.append(self.tokens[-1])
        if len(self.brackets) > MAX_BRACKETS:
            raise lexical_errors.too_many_brackets(self)

    def _close(self, mark: str) -> None:
        if not self.brackets or self.brackets[-1][1] != _CLOSERS[mark]:
            raise lexical_errors.wrong_closer(self, self.tokens.pop())
        self.brackets.pop()

    # Layout

    def _begin_line(self) -> None:
        """Skip blank lines and turn a change of the indentation into INDENT and DEDENT tokens."""
        text = self.text
        self._skip_to(_BLANK_LINES.match(text, self.pos, self.end).end())  # type: ignore[union-attr]
        after = _INDENTATION.match(text, self.pos, self.end).end()  # type: ignore[union-attr]
        space = text[self.pos:after]
        if "\\" in space:
            first, _, rest = space.partition("\\")
            self._skip_to(after)
            if after >= self.end:
                raise lexical_errors.continued_at_end(self)
            if text[after:after + 1] in "#\n":          # a continued blank line
                self._first = len(self.tokens)
                return self._begin_line() if after < self.end else None
            space = first or rest.rpartition("\n")[2]
        self._first = len(self.tokens)
        if after >= self.end:
            self.pos = self.end
            return None
        self.pos = after
        column, alternate = (len(space), len(space)) if space.isspace() and not space.strip(" ") or not space \
            else _columns(space)
        if column != self.levels[-1] or alternate != self._alternate_levels[-1]:
            self._indent(column, alternate)
            self._first = len(self.tokens)
        return None

    def _skip_to(self, pos: int) -> None:
        breaks = self.text.count("\n", self.pos, pos)
        if breaks:
            self.line += breaks
            self.line_start = self.text.rindex("\n", self.pos, pos) + 1
        self.pos = pos

    def _indent(self, column: int, alternate: int) -> None:
        indents, alternates = self.levels, self._alternate_levels
        if column == indents[-1]:
            raise lexical_errors.inconsistent_tabs(self)
        if column > indents[-1]:
            if alternate <= alternates[-1]:
                raise lexical_errors.inconsistent_tabs(self)
            if len(indents) >= MAX_INDENT:
                raise lexical_errors.too_deep(self)
            indents.append(column)
            alternates.append(alternate)
            self._cases.append(self._match_line)
            self._mark(INDENT)
            return
        while column < indents[-1]:
            indents.pop()
            alternates.pop()
            self._cases.pop()
            self._mark(DEDENT)
        if column != indents[-1]:
            raise lexical_errors.wrong_dedent(self, column)
        if alternate != alternates[-1]:
            raise lexical_errors.inconsistent_tabs(self)

    def _mark(self, kind: int) -> None:
        """Add a token without text at the end of the last one."""
        line, col = (self.tokens[-1][4], self.tokens[-1][5]) if self.tokens else (1, 0)
        self.tokens.append((kind, "", line, col, line, col))

    def _end_line(self) -> None:
        """Close the logical line: NEWLINE, and its first word may turn out to be a keyword."""
        tokens, first = self.tokens, self._first
        if first >= len(tokens):
            return
        self._mark(NEWLINE)
        if len(tokens) - first > self.longest_line:
            self.longest_line = len(tokens) - first
        word = tokens[first][1]
        self._match_line = False
        if word == "match" and len(tokens) > first + 3 and tokens[-2][1] == ":":
            tokens[first] = (MATCH, *tokens[first][1:])
            self._match_line = True
        elif word == "case" and self._cases[-1]:
            tokens[first] = (CASE, *tokens[first][1:])

    def _finish(self) -> None:
        if self.brackets:
            raise lexical_errors.never_closed(self)
        self._end_line()
        while len(self.levels) > 1:
            self.levels.pop()
            self._mark(DEDENT)
        self._mark(END)


def _columns(space: str) -> tuple[int, int]:
    """The indentation with tab stops at 8, and with tabs one column wide; a form feed starts again."""
    column = alternate = 0
    for char in space:
        if char == " ":
            column, alternate = column + 1, alternate + 1
        elif char == "\t":
            column, alternate = column // 8 * 8 + 8, alternate + 1
        else:
            column = alternate = 0
    return column, alternate


def lex(file: str, text: str) -> Lexer:
    """Run a lexer over a whole file, whose text ends with a newline; the result carries `tokens` and `brackets`."""
    lexer = Lexer(file, text)
    tokens = lexer.run()
    for index, token in enumerate(tokens if "type " in text or "type\\" in text else ()):
        if token[1] == "type" and token[0] == NAME and tokens[index + 1][0] == NAME and (
                index == 0 or tokens[index - 1][0] in _STATEMENT_STARTS):
            tokens[index] = (TYPE, *token[1:])
    return lexer
