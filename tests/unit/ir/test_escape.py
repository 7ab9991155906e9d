"""Which objects lie in a frame, and what `rumpkc build --explain-alloc` says of the others."""

import subprocess
import sys
from pathlib import Path

import pytest
from qemu import ROOT

PROGRAM = """\
class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def norm(self) -> int:
        return self.x + self.y


class Keeper:
    kept: Point | None = None

    def keep(self, p: Point) -> None:
        self.kept = p


def use(keeper: Keeper, n: int) -> int:
    total = 0
    for i in range(n):
BODY
    return total


def main() -> None:
    print(use(Keeper(), 3))
"""
CASES = {
    "p = Point(i, 1)|total += p.norm()": "",
    "total += Point(i, 1).norm()": "",
    "keeper.keep(Point(i, 1))": "it is stored in field `kept`",
    "p = Point(i, 1)|q = p|total += q.norm()": "the object of the round before may still be in use",
    "ps = [Point(i, 1)]|total += ps[0].norm()": "it is stored in a block of items",
    "p = (Point(i, 1), i)|total += p[0].norm()": "it is put into a tuple",
    "try:|    p = Point(i, 1)|    total += p.norm()|except ValueError:|    pass": "the body of a `try`",
}


@pytest.mark.parametrize("body", CASES)
def test_reasons(body: str, tmp_path: Path) -> None:
    lines = "\n".join("        " + line for line in body.split("|"))
    path = tmp_path / "app.py"
    path.write_text(PROGRAM.replace("BODY", lines))
    done = subprocess.run([sys.executable, "-m", "rumpkc.cli", "build", "-t", "host", "--explain-alloc", "--stop-after",
                           "optimise", str(path)], capture_output=True, text=True, check=True, cwd=tmp_path,
                          env={"PYTHONPATH": str(ROOT / "compiler"), "PATH": "/usr/bin"})
    found = [line for line in done.stdout.splitlines() if ": Point: " in line]
    wanted = CASES[body]
    assert not found if not wanted else len(found) == 1 and wanted in found[0], done.stdout
