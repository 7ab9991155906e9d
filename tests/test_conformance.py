"""One program, four machines: CPython, the host CPU, riscv64 and aarch64 must print the same bytes and end alike.

Every file under tests/run/ and every program of apps/ is a test. In its first lines a file may say

    # exit: 1              the exit code (0 without it)
    # expected: NAME.out   the output, where the dialect differs from CPython (language.md lists where); stored, not run
    # alone: WHY           it is not built together with others

and a file NAME.stdin beside it is what the program reads.

On the host CPU at -O0 each file is an image of its own, as `rumpkc run` makes it; elsewhere batches share an image (batches.py).
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from pathlib import Path

import batches
import pytest
import qemu
from golden import orphans
from qemu import ROOT, Result

RUN = ROOT / "tests" / "run"
FILES = sorted([*RUN.rglob("*.py"), *(ROOT / "apps").glob("*.py")])
ALONE = ("host", 0)
VARIANTS = [ALONE, ("riscv64", 0), ("aarch64", 0), ("riscv64", 2), ("aarch64", 2)]
if os.environ.get("RUMPK_HOST_O2"):         # a third of the time for what the boards and test_collector see as well
    VARIANTS.append(("host", 2))
HEADER = re.compile(r"# (exit|expected|alone): *(\S+)")
TIMEOUT = 120


@cache
def header(path: Path) -> dict[str, str]:
    """What the comments at the head of a file say."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        if match := HEADER.match(line):
            found[match[1]] = match[2]
    return found


def stdin_of(path: Path) -> bytes:
    beside = path.with_suffix(".stdin")
    return beside.read_bytes() if beside.exists() else b""


@cache
def expectation(path: Path) -> Result:
    """What a program must do: what CPython does, or what its stored output says."""
    stored = header(path).get("expected")
    if stored is not None:
        return Result(int(header(path).get("exit", "0")), (path.parent / stored).read_bytes(), "")
    done = qemu.execute([sys.executable, str(ROOT / "tests" / "cpython_main.py"), str(path)], stdin_of(path), TIMEOUT)
    assert done.code == int(header(path).get("exit", "0")), f"CPython ends with {done.code}:\n{done.stderr}"
    return done


def name(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").as_posix()


def last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def selected(request: pytest.FixtureRequest) -> list[Path]:
    """The files that this session runs, in their order."""
    asked = {item.callspec.params["path"] for item in request.session.items
             if isinstance(item, pytest.Function) and item.function is test_same_as_cpython}
    return [path for path in FILES if path in asked]


@pytest.fixture(scope="session")
def batch_of(request: pytest.FixtureRequest) -> dict[Path, tuple[Path, ...]]:
    """For each selected file the files that it is built together with."""
    alone = [path for path in selected(request) if "alone" in header(path)]
    together = batches.batches([path for path in selected(request) if path not in alone])
    return {path: batch for batch in [*together, *((path,) for path in alone)] for path in batch}


@pytest.mark.parametrize("machine,level", VARIANTS)
@pytest.mark.parametrize("path", [pytest.param(p, marks=[pytest.mark.quick] if p.stem in ("hello", "wordcount") else [])
                                  for p in FILES], ids=name)
def test_same_as_cpython(path: Path, machine: str, level: int, batch_of: dict[Path, tuple[Path, ...]]) -> None:
    if why := qemu.missing(machine):
        pytest.skip(why)
    wanted = expectation(path)
    batch = (path,) if (machine, level) == ALONE else batch_of[path]
    got = batches.run(path, batch, machine, level, stdin_of(path), TIMEOUT)
    assert got.stdout == wanted.stdout, f"output differs; stderr was:\n{got.stderr}"
    assert got.code == wanted.code, f"exit code; stderr was:\n{got.stderr}"
    if "Traceback (most recent call last)" in wanted.stderr:        # the exception's line is CPython's, word for word
        assert last_line(wanted.stderr) in got.stderr.splitlines(), got.stderr


@pytest.mark.quick
def test_no_orphans() -> None:
    named = {header(path)["expected"] for path in FILES if "expected" in header(path)}
    stored = {path.name for path in RUN.glob("*.out")}
    assert stored == named, "tests/run/*.out and the `# expected:` lines belong together"
    assert not orphans(RUN, ".py", ".stdin", required=False)
