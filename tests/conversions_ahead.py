"""What the import hook asks of the checker, made before tests are collected: every worker imports the same modules of the dialect,
and each asked for all of them. Here each takes those that no other one has at hand.
"""

from __future__ import annotations

import ast
import fcntl
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from qemu import ROOT

from rumpk.hook import speaks_dialect
from rumpkc.diagnostics import CompileError
from rumpkc.names.project import DIALECT_PACKAGES
from rumpkc.tools.conversions import conversions_of

IMPORTING = ("tests/unit", "tests/fuzz", "tests/bench", "tests/corpora")
UNIT = ROOT / "tests" / "unit"
LOCKS = ROOT / "build" / "tests" / "conversions"


def make(worker: int, workers: int) -> None:
    """The share of worker number `worker`, from 0; whoever comes last to a module finds it done."""
    modules = wanted()
    first = len(modules) * worker // workers
    LOCKS.mkdir(parents=True, exist_ok=True)
    for path in modules[first:] + modules[:first]:
        with (LOCKS / "_".join(path.relative_to(ROOT).parts)).open("w") as file:
            with suppress(BlockingIOError, CompileError):           # another one has it; its import says what is wrong
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                conversions_of(path)


def wanted() -> list[Path]:
    """The files of the dialect that the tests import, and those that these import."""
    todo = [*(ROOT / "tests").glob("*.py"), *(path for folder in IMPORTING for path in (ROOT / folder).rglob("*.py"))]
    found: dict[Path, None] = {}
    while todo:
        for path in _imported(todo.pop()):
            if path not in found:
                found[path] = None
                todo.append(path)
    return sorted(path for path in found if speaks_dialect(ast.parse(path.read_text(encoding="utf-8"))))


def _imported(path: Path) -> Iterator[Path]:
    """The dialect's files that the statements of a module name."""
    here = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        names = [alias.name for alias in node.names] if isinstance(node, (ast.Import, ast.ImportFrom)) else []
        if isinstance(node, ast.ImportFrom):
            home = ".".join([*(here.split(".")[:-node.level] if node.level else ()), *filter(None, [node.module])])
            names = [home, *(f"{home}.{name}" for name in names)]
        for name in names:
            if name.partition(".")[0] in DIALECT_PACKAGES:
                place = ROOT.joinpath(*name.split("."))
                yield from (file for file in (place.with_suffix(".py"), place / "__init__.py") if file.is_file())


def for_session(session: pytest.Session) -> None:
    """`make` in a worker of pytest-xdist that will collect the unit tests."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    asked = [session.config.invocation_params.dir / argument.partition("::")[0] for argument in session.config.args]
    if workers > 1 and any(folder in (UNIT, *UNIT.parents) for folder in asked):
        make(int(os.environ["PYTEST_XDIST_WORKER"].removeprefix("gw")), workers)
