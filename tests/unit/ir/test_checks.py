"""What `rumpkc build --explain-checks` counts: loops whose places and sums are provably good have no check left."""

import subprocess
import sys
from pathlib import Path

import pytest

from qemu import ROOT

PROGRAM = """\
def total(items: list[int]) -> float:
    out = 0.0
    for i in range(len(items)):
        out += items[i]
    return out


def pairs(data: bytes) -> int:
    found = 0
    for i in range(1, len(data)):
        if data[i - 1] == data[i]:
            found += 1
    return found


def reset(items: list[int]) -> None:
    for i in range(len(items) - 1, -1, -1):
        items[i] = 0


def low_bits(items: list[int]) -> int:
    out = 0
    for x in items:
        out = (out + (x & 0xFF)) % 1000
    return out


def third(items: list[int], i: int) -> int:
    return items[i] + 1


def share(a: int, b: int) -> int:
    return a // b


def main() -> None:
    items = [int(word) for word in input().split()]
    print(total(items), pairs(bytes(items)), low_bits(items), third(items, len(items) - 3), share(items[0], items[1]))
    reset(items)
"""
FREE = ("total", "pairs", "reset", "low_bits")
LEFT = {"third": "1 bounds 1 overflow", "share": "1 overflow 1 division"}


@pytest.mark.slow
def test_counts(tmp_path: Path) -> None:
    path = tmp_path / "app.py"
    path.write_text(PROGRAM)
    done = subprocess.run([sys.executable, "-m", "rumpkc.cli", "build", "-t", "host", "--explain-checks", str(path)],
                          capture_output=True, text=True, check=True, cwd=tmp_path,
                          env={"PYTHONPATH": str(ROOT / "compiler"), "PATH": "/usr/bin"})
    rows = [line.split() for line in done.stdout.splitlines() if "app.py:" in line]
    found = {row[1]: " ".join(row[2:]) for row in rows if len(row) > 2}
    assert {name: found[name] for name in FREE} == dict.fromkeys(FREE, "0 checks")
    assert {name: found[name] for name in LEFT} == LEFT
    assert "(library, kernel)" in done.stdout
