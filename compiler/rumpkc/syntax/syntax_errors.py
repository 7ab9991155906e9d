"""Why the tokens are no program: the diagnostics of the parser.

The automaton stops at the first token that cannot follow.  RULES are tried in order, from the surest explanation to the
most general one; a rule that does not apply returns None.
"""

from __future__ import annotations

from rumpkc.diagnostics import CompileError, Label, fail
from rumpkc.syntax import lexical_errors
from rumpkc.syntax.actions.builder import Builder
from rumpkc.syntax.error_context import BLOCK_NAMES, Context
from rumpkc.syntax.error_rules import EXPRESSION_RULES, STATEMENT_RULES
from rumpkc.syntax.parser import UnexpectedToken
from rumpkc.syntax.tokens import CASE, DEDENT, END, ERROR, HARD_KEYWORDS, INDENT, KIND, NAME, NEWLINE, NUMBER, STRING


def explain(build: Builder, unexpected: UnexpectedToken) -> CompileError:
    """The error for the token at which the automaton stopped."""
    context = Context(build, unexpected)
    if context.token[0] == ERROR:
        error = context.token[1]
        assert isinstance(error, CompileError)
        return error
    for rule in RULES:
        error = rule(context)
        if error is not None:
            return error
    raise AssertionError("the last rule always applies")


def _never_closed(c: Context) -> CompileError | None:
    """A bracket that is open to the end of the file."""
    lexer = c.build.lexer
    if lexer is None or not lexer.brackets or c.tokens[-1][0] != ERROR or lexer.pos < lexer.end:
        return None
    before = [token for token in lexer.brackets if token[2:4] < c.token[2:4]]
    if not before:
        return None
    lexer.brackets = before
    return lexical_errors.never_closed(lexer)


def _indentation(c: Context) -> CompileError | None:
    kind = c.token[0]
    if kind == INDENT:
        after = c.tokens[c.index + 1]
        span = c.span(c.index + 1)
        span = span._replace(col=0, end_line=after[2], end_col=max(after[3], 1))
        return fail("E0106", "unexpected indentation", span,
                    help="only a line that ends with `:` begins a block; align this line with the one before")
    if c.expected != {INDENT}:
        return None
    first, owner = c.header()
    what = BLOCK_NAMES.get(c.tokens[owner][1], "this line")
    end = c.tokens[c.index]
    span = c.next_text_span() if kind in (DEDENT, END) else c.span(c.index)
    if span == c.span(owner) or end[0] == END:
        span = c.span(owner)
    return fail("E0106", f"expected an indented block after {what} on line {c.tokens[first][2]}", span,
                help="indent the block by four spaces; an empty one is `pass`",
                labels=(Label(c.span(owner), "this begins the block"),) if span != c.span(owner) else ())


def _missing_clause(c: Context) -> CompileError | None:
    """`try` alone, `else` alone, a `match` without `case`."""
    if c.index and c.expected == {KIND["@"], KIND["async"], KIND["class"], KIND["def"]}:
        return c.fail("a decorator must stand before a function or class")
    if KIND["except"] in c.expected and KIND["finally"] in c.expected and NAME not in c.expected:
        at = c.block_opener("try")
        return fail("E0101", "`try` needs an `except` or `finally` block", c.span(at), "this `try`",
                    help="add `except SomeError:` behind the block")
    if c.expected == {CASE}:
        return fail("E0101", "expected `case`", c.span(c.index), help="every line of a `match` block begins a `case`")
    if c.index == c.first and c.text in ("else", "elif", "except", "finally"):
        owners = {"else": "`if`, `for`, `while` or `try`", "elif": "`if`", "except": "`try`", "finally": "`try`"}
        return c.fail(f"`{c.text}` without its {owners[c.text]}",
                      hint="check that it is indented like the statement that it belongs to")
    return None


def _missing_colon(c: Context) -> CompileError | None:
    """The head of a compound statement ends without `:`."""
    opener = c.head_word()
    if opener is None or c.bracket is not None or c.text == "=":
        return None
    if KIND[":"] in c.expected and c.token[0] in (NEWLINE, END):
        return fail("E0114", "expected `:`", c.span_behind(c.index - 1), f"at the end of the `{opener}` line",
                    help="a `:` opens the block")
    if KIND[":"] in c.expected and c.text == "{":
        return c.fail("expected `:`", code="E0114", hint="blocks are not in braces: write `:` and indent the lines")
    if KIND[":"] in c.expected and opener in ("else", "try", "finally") and c.index == c.first + 1:
        if opener == "else" and c.text == "if":
            return c.fail("expected `:`", code="E0114", hint="`else if` is written `elif`")
        return c.fail(f"expected `:` behind `{opener}`", code="E0114")
    if KIND[":"] in c.expected and c.follows_expression() and c.begins_statement():
        return fail("E0114", "expected `:`", c.span_behind(c.index - 1), f"before the block of `{opener}`")
    return None


def _end_of_text(c: Context) -> CompileError | None:
    """The line or the bracket ends where something must follow."""
    if c.token[0] not in (NEWLINE, END, DEDENT) and c.text not in (")", "]", "}"):
        return None
    before = c.tokens[c.index - 1][1] if c.index else ""
    if KIND["else"] in c.expected and NUMBER not in c.expected and not c.expected & {KIND[":"], KIND["("]}:
        return c.fail_behind("expected `else`", "a conditional expression is `a if test else b`")
    where = "the line ends" if c.token[0] in (NEWLINE, END, DEDENT) else f"`{c.text}` comes"
    if NUMBER in c.expected and NAME in c.expected:
        return c.fail_behind(f"expected an expression behind `{before}`", f"{where} too early")
    if NAME in c.expected and STRING not in c.expected:
        return c.fail_behind(f"expected a name behind `{before}`", f"{where} too early")
    return None


def _general(c: Context) -> CompileError:
    """What was found, and what could stand there."""
    found = c.shown()
    if NUMBER in c.expected and NAME in c.expected:
        return c.fail(f"expected an expression, found {found}")
    if NAME in c.expected and len(c.expected) <= 4:
        if c.text in HARD_KEYWORDS:
            return c.fail(f"`{c.text}` is a keyword and cannot be a name", code="E0115", hint=f"write `{c.text}_`")
        return c.fail(f"expected a name, found {found}")
    names = c.expected_names()
    if 0 < len(names) <= 3:
        return c.fail(f"expected {' or '.join(names)}, found {found}")
    return c.fail(f"{found} cannot stand here", hint="invalid syntax")


RULES = (_never_closed, _indentation, _missing_clause, *STATEMENT_RULES, _missing_colon, *EXPRESSION_RULES,
         _end_of_text, _general)
