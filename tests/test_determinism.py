"""Equal inputs give equal images, whatever the folder, the hash seed, the cache and the time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from qemu import ROOT

RUMPKC = [sys.executable, "-m", "rumpkc.cli"]


@pytest.mark.parametrize("target,profile", [("riscv64", "release"), ("aarch64", "release"), ("riscv64", "dev")])
def test_equal_builds_are_equal(tmp_path: Path, target: str, profile: str) -> None:
    images = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        (folder / "toolchain.toml").write_text("")
        (folder / "app.py").write_text((ROOT / "tests" / "run" / "comptime_tables.py").read_text())
        done = subprocess.run([*RUMPKC, "build", "-t", target, "--profile", profile, "app.py"], capture_output=True,
                              text=True, timeout=120, cwd=folder, check=False,
                              env={**os.environ, "PYTHONHASHSEED": seed})
        assert done.returncode == 0, done.stderr
        images.append((folder / "build" / f"app-{target}.elf").read_bytes())
    assert images[0] == images[1]
