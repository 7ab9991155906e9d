"""Refusals: each tests/fail/NAME.py is a program that `rumpkc check` must refuse, with exactly NAME.expected.

A folder tests/fail/NAME/ is a project of its own: `main.py` is checked, and NAME.expected lies beside the folder. A first line
`# rumpkc: ARGUMENTS` is another command than `check --no-cache FILE`; `FILE` in it is the file.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from golden import compare, orphans
from qemu import ROOT

from rumpkc import cli

FAIL = ROOT / "tests" / "fail"
FILES = sorted([*FAIL.glob("*.py"), *FAIL.glob("*/main.py")])


def expected_of(path: Path) -> Path:
    return path.with_suffix(".expected") if path.parent == FAIL else path.parent.with_suffix(".expected")


def command_of(path: Path) -> list[str]:
    """The arguments of rumpkc that `path` is to be refused with."""
    first = path.read_bytes().partition(b"\n")[0].decode("ascii", "replace")
    asked = first.removeprefix("# rumpkc: ")
    return shlex.split(asked if asked != first else "check --no-cache FILE")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(FAIL).as_posix())
def test_refused(path: Path, bless: bool, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    project = ROOT if path.parent == FAIL else path.parent
    monkeypatch.chdir(project)
    monkeypatch.setenv("NO_COLOR", "1")
    file = path.relative_to(project).as_posix()
    code = cli.main([file if word == "FILE" else word for word in command_of(path)])
    out, err = capfd.readouterr()
    assert out == ""
    assert code == (2 if "error[E0717]" in err else 1), f"accepted, or an internal error (exit code {code}):\n{err}"
    assert "error[E09" not in err, err
    compare(expected_of(path), re.sub(r"\b\d+ bytes\b", "N bytes", err), bless)


def test_no_orphans() -> None:
    folders = {path.name for path in FAIL.iterdir() if path.is_dir() and path.name != "__pycache__"}
    lonely = [line for line in orphans(FAIL, ".py", ".expected") if line.split(".expected")[0] not in folders]
    assert not lonely
    assert all((FAIL / f"{folder}.expected").exists() for folder in folders)
