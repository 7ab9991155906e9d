"""`@interrupt` on the machines: a timer stops a computation a few times, and nobody notices."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from qemu import ICOUNT, ROOT

PROGRAMS = ROOT / "tests" / "programs" / "interrupts"


@pytest.mark.parametrize("level", ["0", "2"])
@pytest.mark.parametrize("target", ["riscv64", "aarch64"])
def test_a_handler_leaves_no_trace(target: str, level: str, tmp_path: Path) -> None:
    """The sums with and without interrupts are equal, and at least two interrupts came."""
    done = subprocess.run([sys.executable, "-m", "rumpkc.cli", "run", "-t", target, "-O", level,
                           str(PROGRAMS / f"{target}.py"), "-o", str(tmp_path / "i.elf"), "--", *ICOUNT],
                          capture_output=True, text=True, timeout=200, cwd=ROOT)
    assert (done.stdout, done.returncode) == ("True True\n", 0), done.stderr
