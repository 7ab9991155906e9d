"""Source text to syntax tree: the public face of this folder.

    parse_module(Source("apps/hello.py", text)) -> tree.Module, or CompileError with an E01xx diagnostic
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rumpkc.diagnostics import Diagnostic, fail
from rumpkc.source import Source, Span
from rumpkc.syntax import tree
from rumpkc.syntax.parser import Automaton, run


@cache
def _automaton(cache_dir: Path | None) -> Automaton:
    from rumpkc.syntax.actions import ACTIONS
    from rumpkc.syntax.tables import load

    return Automaton(load(cache_dir), ACTIONS)


def parse_module(source: Source, warnings: list[Diagnostic] | None = None, cache_dir: Path | None = None) -> tree.Module:
    """The tree of one file; CompileError (E01xx) where it is not Python.  Warnings (W01xx) are added to `warnings`."""
    from rumpkc.syntax.actions import Builder
    from rumpkc.syntax.lexer import lex

    text = source.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.endswith("\n"):
        text += "\n"
    lexer = lex(source.path, text)
    build = Builder(source.path, text, lexer.tokens, _automaton(cache_dir))
    module = run(build, "module")
    if build.pending_as:
        at = build.pending_as[0]
        raise fail("E0101", "`as` in brackets belongs to `with`", build.span(at, at))
    if warnings is not None:
        warnings.extend(build.warnings)
    assert isinstance(module.span, Span)
    return module


def parse_cached(source: Source, cache_dir: Path | None = None) -> tree.Module:
    """`parse_module` behind a cache by content."""
    return parse_module(source)
