"""The library's trees stay in memory for all compilations of a test session, which otherwise read them from files each time.

Most of what checking a few lines makes are these trees, 70,000 objects, and finding that they are garbage took as long as the
check itself. Trees are frozen; a text that differs in one character has another one. The files of a test are read as ever.
"""

from __future__ import annotations

from pathlib import Path

from rumpkc.diagnostics import Diagnostic
from rumpkc.names.project import DIALECT_PACKAGES
from rumpkc.source import Source
from rumpkc.syntax import parse, tree

Key = tuple[str, str, str | None]
_kept: dict[Key, tuple[tree.Module, list[Diagnostic]]] = {}
_read = parse.parse_cached


def keep_trees() -> None:
    """From now on this process reads each tree of the library once."""
    parse.parse_cached = _parse_kept


def _parse_kept(source: Source, cache_dir: Path | None = None, warnings: list[Diagnostic] | None = None,
                tables_dir: Path | None = None, home: str | None = None) -> tree.Module:
    """`parse_cached`; only what comes with the compiler has a home."""
    if home is None or source.path.partition("/")[0] not in DIALECT_PACKAGES:
        return _read(source, cache_dir, warnings, tables_dir, home)
    key = (source.path, source.text, home)
    if key not in _kept:
        found: list[Diagnostic] = []
        _kept[key] = _read(source, cache_dir, found, tables_dir, home), found
    module, known = _kept[key]
    if warnings is not None:
        warnings.extend(known)
    return module
