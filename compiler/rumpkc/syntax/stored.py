"""The parse cache: trees as files, so that an unchanged source needs neither lexer nor parse tables.

    <cache>/trees/<hash of the path>.tree = key of content and compiler, then the pickled tree

One file a path: an edit replaces it.  A damaged, foreign or outdated file counts as none.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
from functools import cache
from pathlib import Path
from typing import Any

from rumpkc.diagnostics import Diagnostic, Label
from rumpkc.source import Source, Span
from rumpkc.syntax import tree
from rumpkc.syntax.cache import read_bytes, write_atomically

KEY_BYTES = 20


@cache
def _compiler_key() -> bytes:
    """Changes whenever a file of this folder does, and with the Python version (for pickle's sake)."""
    here = Path(__file__).parent
    files = [*here.iterdir(), *(here / "actions").iterdir(),
             *(here.parent / name for name in ("node.py", "source.py", "diagnostics.py"))]
    stamps = sorted((path.name, (stat := path.stat()).st_size, stat.st_mtime_ns) for path in files if path.suffix)
    return repr((stamps, sys.version_info[:3])).encode()


def tree_path(shown: str, cache_dir: Path, home: str | None = None) -> Path:
    """The file for the tree of a source with this path."""
    if home is None:
        try:
            home = os.getcwd()
        except OSError:                 # deleted under our feet
            home = ""
    name = hashlib.blake2b(f"{home}\0{shown}".encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return cache_dir / "trees" / f"{name}.tree"


def _place(source: Source, cache_dir: Path, home: str | None) -> tuple[Path, bytes]:
    """That file, and the key that it must begin with."""
    content = hashlib.blake2b(_compiler_key(), digest_size=KEY_BYTES)
    content.update(f"\0{source.path}\0{source.text}".encode("utf-8", "surrogatepass"))
    return tree_path(source.path, cache_dir, home), content.digest()


class _Unpickler(pickle.Unpickler):
    """Reads our own classes and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        kind = _ALLOWED.get((module, name))
        if kind is None:
            raise pickle.UnpicklingError(name)
        return kind


_ALLOWED: dict[tuple[str, str], Any] = {
    (kind.__module__, kind.__qualname__): kind
    for kind in (*vars(tree).values(), Span, Diagnostic, Label, complex) if isinstance(kind, type)}
_ALLOWED["builtins", "Ellipsis"] = ...


def load_tree(source: Source, cache_dir: Path, home: str | None = None
              ) -> tuple[tree.Module, list[Diagnostic]] | None:
    """The stored tree and warnings of exactly this source, or None."""
    path, key = _place(source, cache_dir, home)
    data = read_bytes(path)
    if data is None or not data.startswith(key):
        return None
    try:
        module, warnings = _Unpickler(io.BytesIO(data[KEY_BYTES:])).load()
    except Exception:  # noqa: BLE001  (a damaged file can raise anything; it is only a cache)
        return None
    return (module, warnings) if isinstance(module, tree.Module) else None


def store_tree(source: Source, module: tree.Module, warnings: list[Diagnostic], cache_dir: Path,
               home: str | None = None) -> None:
    """Keep a tree for the next process; a tree too deep for pickle is not kept."""
    path, key = _place(source, cache_dir, home)
    try:
        data = pickle.dumps((module, warnings), pickle.HIGHEST_PROTOCOL)
    except RecursionError:
        return
    write_atomically(path, key + data)
