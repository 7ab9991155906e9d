"""Refusals: each tests/fail/NAME.py is a program that `rumpkc check` must refuse, with exactly NAME.expected.

A folder tests/fail/NAME/ is a project of its own: `main.py` is checked, and NAME.expected lies beside the folder.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from golden import compare, orphans
from qemu import ROOT

from rumpkc import cli

FAIL = ROOT / "tests" / "fail"
FILES = sorted([*FAIL.glob("*.py"), *FAIL.glob("*/main.py")])

pytestmark = pytest.mark.quick


def expected_of(path: Path) -> Path:
    return path.with_suffix(".expected") if path.parent == FAIL else path.parent.with_suffix(".expected")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(FAIL).as_posix())
def test_refused(path: Path, bless: bool, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    project = ROOT if path.parent == FAIL else path.parent
    monkeypatch.chdir(project)
    monkeypatch.setenv("NO_COLOR", "1")
    code = cli.main(["check", "--no-cache", path.relative_to(project).as_posix()])
    out, err = capfd.readouterr()
    assert out == ""
    assert code == 1, f"accepted, or an internal error (exit code {code}):\n{err}"
    assert "error[E09" not in err, err
    compare(expected_of(path), err, bless)


def test_no_orphans() -> None:
    folders = {path.name for path in FAIL.iterdir() if path.is_dir() and path.name != "__pycache__"}
    lonely = [line for line in orphans(FAIL, ".py", ".expected") if line.split(".expected")[0] not in folders]
    assert not lonely
    assert all((FAIL / f"{folder}.expected").exists() for folder in folders)
