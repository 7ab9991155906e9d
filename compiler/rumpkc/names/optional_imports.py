"""Imports that a module does without: `try: import a` with a handler for ImportError.

    try:                                 import fast             where there is a module `fast`
        import fast                ->
    except ImportError:                  import slow as fast     where there is none
        import slow as fast

Which of both runs is known while compiling. A module of Python's library that the dialect lacks counts as there:
CPython would import it, so the program is refused rather than compiled as another.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from rumpkc.syntax import tree

ERRORS = frozenset(("ImportError", "ModuleNotFoundError"))


def chosen(stmt: tree.Try, exists: Callable[[str], bool]) -> tuple[tree.Stmt, ...] | None:
    """The statements that run in place of `stmt`; None where it is no such statement."""
    imports = [s for s in stmt.body if isinstance(s, (tree.Import, tree.ImportFrom))]
    if len(stmt.handlers) != 1 or not imports or len(imports) != len(stmt.body) or any(
            isinstance(s, tree.ImportFrom) and s.level for s in imports):
        return None
    caught = stmt.handlers[0].type
    names = caught.elts if isinstance(caught, tree.Tuple) else (caught,)
    if stmt.handlers[0].name or not all(isinstance(n, tree.Name) and n.id in ERRORS for n in names):
        return None
    if all(name.partition(".")[0] in sys.stdlib_module_names or exists(name) for s in imports for name in _modules(s)):
        return (*stmt.body, *stmt.orelse, *stmt.finalbody)
    return (*stmt.handlers[0].body, *stmt.finalbody)


def _modules(stmt: tree.Import | tree.ImportFrom) -> Iterator[str]:
    if isinstance(stmt, tree.ImportFrom):
        yield stmt.module or ""
    else:
        yield from (alias.name for alias in stmt.names)
