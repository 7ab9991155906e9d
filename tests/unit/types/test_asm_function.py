"""`@asm` functions: their text goes through the assembler, is called like C, and is refused where it cannot run."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = '''"""Adds three numbers in assembly."""

from rumpk import asm, u64


@asm
def add3(a: u64, b: u64, c: u64) -> u64:
    """
{body}
    """


def main() -> int:
    print(add3(u64(1), u64(2), u64(30)))
    return 7
'''
BODIES = {
    "riscv64": "    add a0, a0, a1\n    add a0, a0, a2\n    ret",
    "aarch64": "    add x0, x0, x1\n    add x0, x0, x2\n    ret",
}
CONFIG = '[unsafe]\nallow = ["prog", "lib", "hal", "boot", "kernel"]\n'


def rumpkc(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "rumpkc.cli", *words], cwd=folder, capture_output=True, text=True,
                          timeout=120, check=False)


def project(folder: Path, body: str, config: str = CONFIG) -> Path:
    (folder / "toolchain.toml").write_text(config)
    (folder / "prog.py").write_text(PROGRAM.format(body=body))
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("target", sorted(BODIES))
def test_called_like_c(target: str, tmp_path: Path) -> None:
    done = rumpkc(project(tmp_path, BODIES[target]), "run", "--target", target, "prog.py")
    assert (done.stdout, done.returncode) == ("33\n", 7), done.stderr


def test_error_shows_the_line_of_the_text(tmp_path: Path) -> None:
    done = rumpkc(project(tmp_path, "    add a0, a0, a1\n    bogus a0\n    ret"), "check", "prog.py")
    assert done.returncode == 1
    assert "prog.py:10:" in done.stderr and "bogus" in done.stderr


def test_refused_on_the_host_and_in_safe_modules(tmp_path: Path) -> None:
    on_host = rumpkc(project(tmp_path, BODIES["riscv64"]), "run", "--target", "host", "prog.py")
    assert "E0422" in on_host.stderr and on_host.returncode != 0
    safe = rumpkc(project(tmp_path, BODIES["riscv64"], '[unsafe]\nallow = ["lib", "hal", "boot", "kernel"]\n'), "check", "prog.py")
    assert "E0420" in safe.stderr and safe.returncode != 0
