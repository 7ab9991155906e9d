"""One program, four machines: CPython, the host CPU, riscv64 and aarch64 must print the same bytes and end alike.

Every file under tests/run/ and every program of apps/ is a test. In its first lines a file may say

    # exit: 1              the exit code (0 without it)
    # expected: NAME.out   the output, where the dialect differs from CPython (language.md lists where); stored, not run
    # alone: WHY           it is not built together with others
    # apart: WHY           it is built together only with those that say the same

and a file NAME.stdin beside it is what the program reads.

Batches of programs share images (batches.py); the first of each batch is built and run alone as well, as `rumpkc run` does it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import batches
import forked
import pytest
import qemu
from batches import header
from golden import orphans
from qemu import ROOT, Result

RUN = ROOT / "tests" / "run"
FILES = sorted([*RUN.rglob("*.py"), *(ROOT / "apps").glob("*.py")])
VARIANTS = [(machine, level) for level in (0, 2) for machine in ("host", "riscv64", "aarch64")]
TIMEOUT = 120


def stdin_of(path: Path) -> bytes:
    beside = path.with_suffix(".stdin")
    return beside.read_bytes() if beside.exists() else b""


@cache
def expectation(path: Path) -> Result:
    """What a program must do: what CPython does, or what its stored output says."""
    stored = header(path).get("expected")
    if stored is not None:
        return Result(int(header(path).get("exit", "0")), (path.parent / stored).read_bytes(), "")
    done = forked.cpython(path, stdin_of(path), TIMEOUT)
    assert done.code == int(header(path).get("exit", "0")), f"CPython ends with {done.code}:\n{done.stderr}"
    return done


def name(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").as_posix()


def last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


@pytest.mark.parametrize("machine,level", VARIANTS)
@pytest.mark.parametrize("path", [pytest.param(p, marks=[pytest.mark.quick] if p.stem in ("hello", "wordcount") else [])
                                  for p in FILES], ids=name)
@pytest.mark.board
def test_same_as_cpython(path: Path, machine: str, level: int, batch_of: dict[Path, batches.Batch]) -> None:
    wanted = expectation(path)
    batch = batch_of[path]
    same(batches.run(path, batch, machine, level, stdin_of(path), TIMEOUT), wanted)
    if (machine, level) == ("host", 0) and path == batch.paths[0] != batch.paths[-1]:
        same(qemu.run(qemu.build(path, machine, level), machine, stdin_of(path), TIMEOUT), wanted)


def same(got: Result, wanted: Result) -> None:
    """Equal output and status, and an exception's line word for word."""
    assert got.stdout == wanted.stdout, f"output differs; stderr was:\n{got.stderr}"
    assert got.code == wanted.code, f"exit code; stderr was:\n{got.stderr}"
    if "Traceback (most recent call last)" in wanted.stderr:
        assert last_line(wanted.stderr) in got.stderr.splitlines(), got.stderr


@pytest.mark.quick
def test_no_orphans() -> None:
    named = {header(path)["expected"] for path in FILES if "expected" in header(path)}
    stored = {path.name for path in RUN.glob("*.out")}
    assert stored == named, "tests/run/*.out and the `# expected:` lines belong together"
    assert not orphans(RUN, ".py", ".stdin", required=False)
