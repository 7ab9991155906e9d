"""Why the tokens are no program: the diagnostics of the parser."""

from __future__ import annotations

from rumpkc.diagnostics import CompileError, fail
from rumpkc.syntax.actions.builder import Builder
from rumpkc.syntax.parser import UnexpectedToken
from rumpkc.syntax.tokens import ERROR


def explain(build: Builder, unexpected: UnexpectedToken) -> CompileError:
    """The error for the token at which the automaton stopped."""
    index = unexpected.index
    token = build.tokens[index]
    if token[0] == ERROR:
        return token[1]  # type: ignore[return-value]
    return fail("E0101", "invalid syntax", build.span(index, index))
