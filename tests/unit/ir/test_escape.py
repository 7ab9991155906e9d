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


def same(p: Point) -> Point:
    return p


def made(x: int) -> Point:
    return same(Point(x, 1))


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
    "p = (Point(i, 1), i)|total += p[0].norm()": "",
    "total += same(Point(i, 1)).norm()": "",
    "keeper.keep(same(Point(i, 1)))": "it is stored in field `kept`",
    "total += [(Point(i, 1), i)][0][0].norm()": "it is stored in a block of items",
    "p = Point(i, 1)|q = same(p)|total += q.norm()": "the object of the round before may still be in use",
    "try:|    p = Point(i, 1)|    total += p.norm()|except ValueError:|    pass": "the body of a `try`",
}


ARRAYS = """\
from rumpk import Array, Span, u8


class Keeper:
    kept: Span[u8] | None = None


def total(s: Span[u8]) -> int:
    return sum([int(x) for x in s])


def half(s: Span[u8]) -> Span[u8]:
    return s[:len(s) // 2]


def use(keeper: Keeper, n: int) -> int:
    sum_ = 0
    for i in range(n):
        local = Array[u8, 16]()
        local[i] = 5
        row = Array[Array[u8, 3], 2]()
        row[1][2] = 5
        sum_ += total(half(local)) + total(local[2:]) + total(row[i % 2])
    stored = Array[u8, 4]()
    keeper.kept = half(stored)
    large = Array[u8, 4000]()
    return sum_ + total(large)


def main() -> None:
    print(use(Keeper(), 3))
"""


def test_arrays(tmp_path: Path) -> None:
    """An array of a few hundred bytes lies in the frame as long as no span of it is kept."""
    path = tmp_path / "app.py"
    path.write_text(ARRAYS)
    found = [line.partition("app.py:")[2] for line in explained(path).splitlines() if ": Array[" in line]
    assert found == ["24:14: Array[u8, 4]: it is stored in field `kept`",
                     "26:13: Array[u8, 4000]: it is too large for a frame"]


def explained(path: Path) -> str:
    done = subprocess.run([sys.executable, "-m", "rumpkc.cli", "build", "-t", "host", "--explain-alloc", "--stop-after",
                           "optimise", str(path)], capture_output=True, text=True, check=True, cwd=path.parent,
                          env={"PYTHONPATH": str(ROOT / "compiler"), "PATH": "/usr/bin"})
    return done.stdout


@pytest.mark.parametrize("body", CASES)
def test_reasons(body: str, tmp_path: Path) -> None:
    lines = "\n".join("        " + line for line in body.split("|"))
    path = tmp_path / "app.py"
    path.write_text(PROGRAM.replace("BODY", lines))
    out = explained(path)
    found = [line for line in out.splitlines() if ": Point: " in line]
    assert found and "`made` returns it" in found.pop(0)
    wanted = CASES[body]
    assert not found if not wanted else len(found) == 1 and wanted in found[0], out
