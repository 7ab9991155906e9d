"""Source text to syntax tree: the public face of this folder.

    parse_module(Source("apps/hello.py", text)) -> tree.Module, or CompileError with an E01xx diagnostic

`parse_cached` answers from a file where it can.  Lexer, tables and actions are imported when a text is really parsed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rumpkc.diagnostics import Diagnostic, fail
from rumpkc.garbage import without_collections
from rumpkc.source import Source, Span
from rumpkc.syntax import tree

if TYPE_CHECKING:
    from rumpkc.syntax.parser import Automaton


@cache
def _automaton(cache_dir: Path | None) -> Automaton:
    from rumpkc.syntax.actions import ACTIONS
    from rumpkc.syntax.parser import Automaton
    from rumpkc.syntax.tables import load

    return Automaton(load(cache_dir), ACTIONS)


def parse_module(source: Source, warnings: list[Diagnostic] | None = None,
                 cache_dir: Path | None = None) -> tree.Module:
    """The tree of one file; CompileError (E01xx) where it is not Python.

    Warnings (W01xx) are added to `warnings`.  The parse tables are kept in `cache_dir`, by default the user's cache.
    """
    with without_collections():
        return _parse(source, warnings, cache_dir)


def _parse(source: Source, warnings: list[Diagnostic] | None, cache_dir: Path | None) -> tree.Module:
    from rumpkc.syntax.actions import Builder
    from rumpkc.syntax.depth import MAX_DEPTH, check_depth
    from rumpkc.syntax.lexer import MAX_INDENT, lex
    from rumpkc.syntax.parser import run

    text = _checked_text(source)
    lexer = lex(source.path, text)
    build = Builder(source.path, text, lexer.tokens, _automaton(cache_dir))
    build.lexer = lexer
    module = run(build, "module")
    if build.pending_as:
        at = build.pending_as[0]
        raise fail("E0101", "`as` in brackets belongs to `with`", build.span(at, at))
    if lexer.longest_line + build.longest_chain + MAX_INDENT > MAX_DEPTH:
        check_depth(module)
    if warnings is not None:
        warnings.extend(build.warnings)
    return module


def _checked_text(source: Source) -> str:
    """The text with \\n as its only line end, ending with one; E0101 and E0113 for what no Python file may hold."""
    text = source.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.endswith("\n"):
        text += "\n"
    if "\0" in text:
        raise fail("E0101", "the source contains a null byte", _at(source, text, text.index("\0")),
                   help="this is not a text file, or it is UTF-16: save it as UTF-8")
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise fail("E0113", f"the source contains half a surrogate pair (U+{ord(text[error.start]):04X})",
                       _at(source, text, error.start), help="save the file as UTF-8") from None
    return text


def _at(source: Source, text: str, offset: int) -> Span:
    line, col = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset) - 1
    return Span(source.path, line, col, line, col + 1)


def parse_cached(source: Source, cache_dir: Path | None = None,
                 warnings: list[Diagnostic] | None = None, tables_dir: Path | None = None,
                 home: str | None = None) -> tree.Module:
    """`parse_module`, or its stored result where this file has been parsed before (by this or another process).

    Files go to `cache_dir`, by default the user's cache, the parse tables to `tables_dir`; errors are never stored.
    `home` is the folder that the path of the source counts from, by default the current one: paths of different homes
    are different files.
    """
    from rumpkc.syntax.cache import default_cache_dir
    from rumpkc.syntax.stored import load_tree, store_tree

    folder = cache_dir or default_cache_dir()
    stored = load_tree(source, folder, home)
    if stored is None:
        found: list[Diagnostic] = []
        stored = parse_module(source, found, tables_dir or cache_dir), found
        store_tree(source, *stored, folder, home)
    if warnings is not None:
        warnings.extend(stored[1])
    return stored[0]
