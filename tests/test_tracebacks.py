"""A traceback on a board is CPython's: every line of it but the quoted source, which an image does not hold.

CPython tells one thing more: the frame of the module, whose last line is the call of `main`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import qemu
from qemu import BOARDS, ROOT

PROGRAMS = sorted((ROOT / "tests" / "programs" / "tracebacks").glob("*.py"))
SOURCE_LINE = re.compile(r"^    .*\n", re.MULTILINE)
LINE_OF_MODULE = re.compile(r"line \d+, in <module>")


def told(stderr: str) -> str:
    """The report from its first line on, without quoted source, with one line for the module."""
    _, _, report = LINE_OF_MODULE.sub("in <module>", SOURCE_LINE.sub("", stderr)).partition("Traceback (most")
    return report.replace(f'"{ROOT}/', '"')


@pytest.mark.parametrize("machine", BOARDS)
@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
@pytest.mark.board
def test_as_cpython_tells_it(path: Path, machine: str) -> None:
    wanted = qemu.execute([sys.executable, str(path)])
    got = qemu.run(qemu.build(path, machine), machine)
    assert told(wanted.stderr).count("File") > 2
    assert told(got.stderr) == told(wanted.stderr)
    assert (got.code, got.stdout) == (wanted.code, wanted.stdout)
