"""Module bodies are executed at compile time, by CPython through the host package; their objects come back as rows.

    SQUARES: Final = [x * x for x in range(4)]          comptime.value("apps.a", "SQUARES")  ->  Row(5)
                                                         rows[5] == ("list", [6, 7, 8, 9])

All modules of the program run in one child process, dependencies first, when the first value is asked for; so what
modules share is one object. The outcome is cached by the content of the modules. Equal inputs give equal rows: the
child's hash seed is fixed.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rumpkc.cache import compiler_fingerprint, keep, prune
from rumpkc.diagnostics import CompileError, fail
from rumpkc.names.modules import LoadedModule
from rumpkc.names.project import dialect_tree
from rumpkc.source import NOWHERE, Span
from rumpkc.syntax import tree

CHILD = Path(__file__).with_name("child.py")
HOST_PACKAGE = Path(__file__).resolve().parent.parent.parent       # the folder that holds the package `rumpk`
TIMEOUT_SECONDS = 30
ADDRESS = re.compile(r" object at 0x[0-9a-f]+>")
MOST_BYTES = 64 << 20                   # of all answers that are kept
SILENT = ("a module body cannot print", "a module body cannot open")    # how messages of `child.py` begin


def _statement_at(module: LoadedModule, line: int) -> Span:
    """The place of the innermost statement that begins on `line`, or the line."""
    from rumpkc.syntax.walk import children

    best, todo = Span(module.display_path, line, 0, line, 1), list(module.tree.body)
    while todo:
        node = todo.pop()
        if isinstance(node, tree.Stmt) and node.span.line == line:
            best = node.span
        if isinstance(node, (tree.Stmt, tree.ExceptHandler, tree.MatchCase)):
            todo += children(node)
    return best


@dataclass(frozen=True, slots=True)
class Value:
    """One object that a module body left: a row of the table."""

    row: int


@dataclass(slots=True)
class Comptime:
    """The objects of all module bodies of one program.

    `modules` are in the order of the import graph, dependencies first. `boards` maps a name that is no path
    (`hal.board`) to the name of the module that it stands for.
    """

    root: Path
    modules: Sequence[LoadedModule]
    cache_dir: Path | None = None
    boards: dict[str, str] = field(default_factory=dict)
    _result: dict[str, Any] | None = None

    @property
    def rows(self) -> list[Any]:
        """The table of objects."""
        return self._run()["rows"]

    def value(self, module: str, name: str, span: Span = NOWHERE) -> Value:
        """What the variable `name` of `module` holds after the bodies ran.

        E0490 where the body raised, E0492 where it left no such variable.
        """
        self.check(module, span)
        result = self._run()
        row = result["modules"].get(module, {}).get(name)
        if row is None:
            raise fail("E0492", f"the body of {module} leaves no variable `{name}`", span,
                       help="assign it on every path through the module body")
        return Value(row)

    def leaves(self, module: str, name: str) -> bool:
        """Whether the body of `module` left a variable `name`; E0490 where it raised."""
        self.check(module)
        return name in self._run()["modules"].get(module, {})

    def check(self, module: str, span: Span = NOWHERE) -> None:
        """Raise E0490 where the body of `module` raised."""
        failures = self._run()["failures"]
        if module in failures:
            raise self._failure(module, failures[module], span)

    def _failure(self, module: str, failure: tuple[str, str, list[tuple[str, int]]], span: Span) -> CompileError:
        """E0490 at the innermost line of the program; the variable's place is the help."""
        kind, message, frames = failure
        message = ADDRESS.sub(">", message)             # the same words in every run
        files = {os.path.abspath(m.path): m for m in self.modules}
        own = [(files[file], line) for file, line in frames if file in files]
        at = _statement_at(*own[-1]) if own else span
        advice = "do it in `main`" if message.startswith(SILENT) else "run the file with python3 to see the traceback"
        return fail("E0490", f"the body of {module} raised {kind} at compile time: {message}", at,
                    help=f"module bodies run while compiling; {advice}")

    def _run(self) -> dict[str, Any]:
        if self._result is None:
            self._result = self._from_cache() or self._execute()
        return self._result

    # The cache

    def _key(self) -> str:
        digest = hashlib.sha256(compiler_fingerprint().encode())
        for module in self.modules:
            digest.update(f"\0{module.name}\0{module.display_path}\0".encode())
            if module.path.is_file():
                digest.update(module.path.read_bytes())
        return digest.hexdigest()[:32]

    def _from_cache(self) -> dict[str, Any] | None:
        if self.cache_dir is None:
            return None
        try:
            return marshal.loads((self.cache_dir / f"{self._key()}.marshal").read_bytes())
        except (OSError, ValueError, EOFError, TypeError):
            return None

    def _keep(self, data: bytes) -> None:
        if self.cache_dir is not None:
            keep(self.cache_dir / f"{self._key()}.marshal", data)
            prune(self.cache_dir, MOST_BYTES)

    # The child process

    def _request(self) -> dict[str, Any]:
        names = {module.name: module for module in self.modules}
        return {
            "path": [str(self.root), str(dialect_tree()), *sorted({str(Path(m.path).parent.absolute())
                     for m in self.modules if "." not in m.name}), str(HOST_PACKAGE)],
            "files": {alias: str(names[real].path) for alias, real in self.boards.items() if real in names},
            "modules": [module.name for module in self.modules if module.path.is_file()],
        }

    def _execute(self) -> dict[str, Any]:
        with tempfile.TemporaryDirectory(prefix="rumpkc-") as folder:
            try:
                done = subprocess.run(
                    [sys.executable, "-P", "-s", "-B", "-X", "utf8", "-Wignore", str(CHILD)],
                    input=marshal.dumps(self._request()), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder,
                    timeout=TIMEOUT_SECONDS, check=False, env={"PYTHONHASHSEED": "0", "PATH": ""})
            except subprocess.TimeoutExpired:
                raise fail("E0491", f"the module bodies did not end within {TIMEOUT_SECONDS} s at compile time",
                           help="a module body computes tables; move work and loops that wait into `main`") from None
        data = done.stdout
        try:
            result = marshal.loads(data)
        except (ValueError, EOFError, TypeError):
            last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
            raise fail("E0491", f"the module bodies ended CPython at compile time: {last or done.returncode}",
                       help="module bodies may use 2 GiB of memory, and cannot end the process") from None
        self._keep(data)
        return result
