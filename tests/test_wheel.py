"""The wheel is whole: installed elsewhere, it builds and runs a program without the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from qemu import ROOT

SOURCES = ("compiler", "lib", "hal", "boot", "kernel", "fs", "npl", "rootfs", "apps")
FILES = ("pyproject.toml", "toolchain.toml")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the contents of the wheel, built from a copy of the sources."""
    base = tmp_path_factory.mktemp("wheel")
    copy, target = base / "source", base / "installed"
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in FILES:
        shutil.copyfile(ROOT / name, copy / name)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    find = ["--no-deps", "--no-index", "--find-links", str(base)]
    for command in ([*pip, "wheel", "--no-deps", "-w", str(base), str(copy)],
                    [*pip, "install", *find, "--target", str(target), "rumpk"]):
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False,
                              stdin=subprocess.DEVNULL)
        assert done.returncode == 0, done.stderr
    return target


def rumpkc(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "rumpkc.cli", *arguments], capture_output=True, text=True, timeout=120,
                          cwd=folder, check=False, stdin=subprocess.DEVNULL,
                          env={**os.environ, "PYTHONPATH": str(installed)})


@pytest.mark.parametrize("target", ["host", "riscv64", "aarch64"])
@pytest.mark.board
def test_builds_and_runs_elsewhere(installed: Path, tmp_path: Path, target: str) -> None:
    (tmp_path / "mine.py").write_text("from lib.sha2 import sha512\n\n\ndef main() -> int:\n"
                                      "    print(sha512(b'abc')[0])\n    return 7\n")
    done = rumpkc(installed, tmp_path, "run", "-t", target, "mine.py")
    assert (done.returncode, done.stdout) == (7, "221\n"), done.stderr
    assert str(ROOT) not in done.stderr
    assert (tmp_path / "build").is_dir()            # products lie where the user is, not in the installation
    assert not (installed / "build").exists()


def test_pages_are_there(installed: Path, tmp_path: Path) -> None:
    assert rumpkc(installed, tmp_path, "explain", "E0304").stdout.startswith("# E0304: ")
