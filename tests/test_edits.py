"""A development build after an edit of function bodies goes on from the build before, and gives what one from nothing gives.

Which edits it can do quickly, which it cannot; what is kept may be damaged, missing, half-written, or of another build.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.fuzz import edits_fuzz

MAIN = '''"""Shapes."""
from dataclasses import dataclass

from rumpk import w64
from part.shapes import Circle, Shape, area_of, guarded, promising, ring, sizes, steps


@dataclass
class Row:
    name: str
    size: int = 3

    def text(self) -> str:
        return f"{self.name}: {self.size}"


def total(shapes: list[Shape], limit: int) -> int:
    found = 0
    for shape in shapes:
        if shape.area() > limit:
            found += shape.area()
    return found


def named(rows: list[Row]) -> dict[str, int]:
    return {row.name: row.size for row in sorted(rows, key=lambda row: row.size)}


def counter(start: int) -> int:
    def add(n: int) -> int:
        return start + n

    return add(1) + add(2)


def main() -> None:
    shapes: list[Shape] = [Circle(2), Circle(3)]
    print(total(shapes, 5), area_of(shapes[0]), sizes(3))
    try:
        print(named([Row("a"), Row("b", 1)]), counter(4))
    except KeyError as error:
        print("no", error)
    print(Row("c").text(), ring(3), list(steps(3)), promising(w64(4)))
    for step in guarded(1):
        if step:
            break
'''
SHAPES = '''from collections.abc import Iterator
from rumpk import noraise, w64


class Shape:
    def __init__(self, name: str) -> None:
        self.name = name
        self.seen = 0

    def area(self) -> int:
        return 0


class Circle(Shape):
    def __init__(self, radius: int) -> None:
        super().__init__("circle")
        self.radius = radius

    def area(self) -> int:
        self.seen += 1
        return self.radius * self.radius * 3


def area_of(shape: Shape) -> int:
    return shape.area() + len(shape.name)


@noraise
def promising(n: w64) -> w64:
    return plain(n)


def plain(n: w64) -> w64:
    return n + 1


def ring(n: int) -> int:
    return n if n < 2 else ring(n - 2)


def steps(count: int) -> Iterator[int]:
    for i in range(count):
        yield i * i


def guarded(count: int) -> Iterator[int]:
    try:
        yield count
    finally:
        print("end")


def sizes(count: int) -> list[int]:
    out: list[int] = []
    for i in range(count):
        out.append(i * 2)
    return out
'''
FILES = {"main.py": MAIN, "part/shapes.py": SHAPES}
QUICK = [
    ("a number", "main.py", "found = 0", "found = 100"),
    ("an operator", "part/shapes.py", "self.radius * 3", "self.radius - 3"),
    ("a text that is new", "main.py", 'print("no", error)', 'print("none of it", error)'),
    ("a text less", "main.py", 'print("no", error)', "print(error)"),
    ("a line more", "main.py", "    found = 0\n", "    found = 0\n    limit += 1\n"),
    ("a line less", "main.py", "            found += shape.area()\n", "            pass\n"),
    ("a remark", "main.py", "    found = 0\n", "    # none yet\n    found = 0\n"),
    ("an empty line between functions", "main.py", "\n\ndef counter", "\n\n\ndef counter"),
    ("a variable", "main.py", "    found = 0\n", "    found = 0\n    last = found + limit\n    found += last\n"),
    ("a loop", "part/shapes.py", "    return out", "    for n in range(2):\n        out.append(n)\n    return out"),
    ("a call of what is there", "main.py", "    return found", "    return found + area_of(shapes[0])"),
    ("what a lambda gives", "main.py", "lambda row: row.size", "lambda row: -row.size"),
    ("a function inside of one", "main.py", "return start + n", "return start * n"),
    ("what is raised and caught", "main.py", "    except KeyError as error:\n", "    except KeyError as e:\n        error = e\n"),
    ("what a constructor gives to fields", "part/shapes.py", "self.seen = 0", "self.seen = 7"),
    ("what a generator gives", "part/shapes.py", "yield i * i", "yield i - 1"),
    ("what a generator remembers", "part/shapes.py", "        yield i * i\n",
     "        last = i + count\n        yield i\n        yield last\n"),
    ("a loop over a generator", "main.py", "        if step:\n", "        if step > 1:\n"),
    ("what a generator does at its end", "part/shapes.py", 'print("end")', 'print("the end")'),
    ("what may raise and allocate", "main.py", "        return start + n\n",
     '        print(f"{start} {n}", [n])\n        return start // n\n'),
    ("an assignment less", "part/shapes.py", "        self.seen += 1\n", ""),
    ("several at once", "main.py", "found = 0\n    for shape in shapes:\n        if shape.area() > limit:",
     "found = 1\n    for shape in shapes:\n        if shape.area() >= limit:"),
]
WHOLE = [
    ("a parameter", "main.py", "def counter(start: int)", "def counter(start: int, more: int = 1)"),
    ("a function", "main.py", "\n\ndef counter", "\n\ndef other() -> int:\n    return 1\n\n\ndef counter"),
    ("a field", "part/shapes.py", "        self.seen = 0\n", "        self.seen = 0\n        self.more = 1\n"),
    ("the type of a field", "part/shapes.py", "self.seen = 0", "self.seen = 0.5"),
    ("an import", "main.py", "from rumpk import w64", "import math\nfrom rumpk import w64"),
    ("what nothing called before", "main.py", "found = 0", "found = int(str(limit).zfill(9))"),
    ("what only this called", "main.py", "sizes(3)", "3"),
    ("what else only calls itself", "main.py", "ring(3)", "3"),
    ("a default", "main.py", "size: int = 3", "size: int = 4"),
    ("what a field may lack", "part/shapes.py", "self.radius = radius", "if radius:\n            self.radius = radius"),
    ("nothing to do at the end of a generator", "part/shapes.py",
     '    try:\n        yield count\n    finally:\n        print("end")\n', '    yield count\n    print("end")\n'),
    ("what promises say", "part/shapes.py", "return n + 1", "return w64(int(n) // len(str(n)))"),
    ("functions compared", "main.py", "found = 0", "assert total == total\n    found = 0"),
    ("an error", "main.py", "found = 0", "found = 0 + None"),
    ("no Python", "main.py", "found = 0", "found = = 0"),
]


MOST_SECONDS, ENOUGH = 600, 5           # of the random edits: the time that they may take, and how many are compared


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A project that was built once, and one that is built from nothing for every edit."""
    kept, fresh = (tmp_path_factory.mktemp(name) for name in ("kept", "fresh"))
    edits_fuzz.write(kept, FILES)
    assert edits_fuzz.apart(lambda: edits_fuzz.whole(kept, "riscv64"))[0] == "built"
    return kept, fresh


def edited(name: str, old: str, new: str) -> dict[str, str]:
    assert FILES[name].count(old) == 1
    return FILES | {name: FILES[name].replace(old, new)}


def from_nothing(kept: Path, fresh: Path, files: dict[str, str]) -> tuple[object, ...]:
    edits_fuzz.write(fresh, files)
    edits_fuzz.forget(fresh, kept)
    return edits_fuzz.apart(lambda: edits_fuzz.whole(fresh, "riscv64"))


@pytest.mark.parametrize(("name", "old", "new"), [case[1:] for case in QUICK], ids=[case[0] for case in QUICK])
def test_quick(places: tuple[Path, Path], name: str, old: str, new: str) -> None:
    kept, fresh = places
    files = edited(name, old, new)
    edits_fuzz.write(kept, files)
    quick = edits_fuzz.apart(lambda: edits_fuzz.quickly(kept, "riscv64"))
    assert quick[0] == "built", quick[1]
    assert quick == from_nothing(kept, fresh, files)


@pytest.mark.parametrize(("name", "old", "new"), [case[1:] for case in WHOLE], ids=[case[0] for case in WHOLE])
def test_whole(places: tuple[Path, Path], name: str, old: str, new: str) -> None:
    kept, _ = places
    edits_fuzz.write(kept, edited(name, old, new))
    assert edits_fuzz.apart(lambda: edits_fuzz.quickly(kept, "riscv64"))[0] == "refused"


def test_a_program_that_needs_its_second_reading(tmp_path: Path) -> None:
    """An int where `float` is written makes the types of the whole program others: the last of them is no small edit."""
    kept, fresh = tmp_path / "kept", tmp_path / "fresh"
    text = ("def half(x: float) -> float:\n    return x / 2\n\n\ndef one() -> None:\n    print(half(3))\n\n\n"
            "def two() -> None:\n    print(half(5))\n\n\ndef main() -> None:\n    one()\n    two()\n")
    edits_fuzz.write(kept, {"main.py": text})
    edits_fuzz.apart(lambda: edits_fuzz.whole(kept, "riscv64"))
    edits_fuzz.write(kept, one := {"main.py": text.replace("half(3)", "half(3.0)")})
    quick = edits_fuzz.apart(lambda: edits_fuzz.quickly(kept, "riscv64"))
    assert quick[0] == "built" and quick == from_nothing(kept, fresh, one)
    edits_fuzz.write(kept, both := {"main.py": one["main.py"].replace("half(5)", "half(5.0)")})
    assert edits_fuzz.apart(lambda: edits_fuzz.quickly(kept, "riscv64"))[0] == "refused"
    assert edits_fuzz.apart(lambda: edits_fuzz.whole(kept, "riscv64")) == from_nothing(kept, fresh, both)


def test_a_member_of_an_enumeration_in_an_int_is_followed_anew(tmp_path: Path) -> None:
    """Another function may show what one has kept: no edit of such a program is small."""
    kept = tmp_path / "kept"
    text = ("from enum import IntEnum\n\n\nclass Level(IntEnum):\n    LOW = 1\n\n\ndef fill(into: list[int]) -> None:\n"
            "    into.append(Level.LOW)\n\n\ndef show(items: list[int]) -> None:\n    a, b = items[0], len(items)\n    print(repr(b), a)\n"
            "\n\ndef main() -> None:\n    items = [1]\n    fill(items)\n    show(items)\n")
    edits_fuzz.write(kept, {"main.py": text})
    assert edits_fuzz.apart(lambda: edits_fuzz.whole(kept, "riscv64"))[0] == "built"
    edits_fuzz.write(kept, {"main.py": text.replace("repr(b), a", "repr(a), b")})
    assert edits_fuzz.apart(lambda: edits_fuzz.quickly(kept, "riscv64"))[0] == "refused"


# What is kept

def test_what_is_damaged_counts_as_nothing(tmp_path: Path) -> None:
    kept, fresh = tmp_path / "kept", tmp_path / "fresh"
    edits_fuzz.write(kept, FILES)
    edits_fuzz.apart(lambda: edits_fuzz.whole(kept, "riscv64"))
    folder = kept / "build" / "cache" / "edits"
    record, program = _record(folder), _program(folder)
    text, content = record.read_text(), program.read_bytes()
    data = json.loads(text)
    edits_fuzz.write(kept, edited(*QUICK[0][1:]))
    for damage in (text[:-30], "[]", "", json.dumps(data | {"units": 5}), json.dumps(data | {"inputs": []}),
                   json.dumps(data | {"units": data["units"][1:]}), json.dumps(data | {"digest": "0" * 64}),
                   json.dumps(data | {"compiler": ""})):
        record.write_text(damage)
        assert edits_fuzz.apart(lambda: edits_fuzz.quickly(kept, "riscv64"))[0] != "built"
    record.write_text(text)
    for damage_ in (content[:-1], content[:500], bytes(len(content)), b"", content[:900] + b"\1" + content[901:]):
        program.write_bytes(damage_)
        assert edits_fuzz.apart(lambda: edits_fuzz.quickly(kept, "riscv64"))[0] == "refused"
    built = edits_fuzz.apart(lambda: edits_fuzz.whole(kept, "riscv64"))
    assert built == from_nothing(kept, fresh, edited(*QUICK[0][1:]))
    assert _program(folder) != program                  # it is mended, and the damaged one is gone


def test_objects_that_are_gone_are_made_again(tmp_path: Path) -> None:
    kept, fresh = tmp_path / "kept", tmp_path / "fresh"
    edits_fuzz.write(kept, FILES)
    edits_fuzz.apart(lambda: edits_fuzz.whole(kept, "riscv64"))
    for path in sorted((kept / "build" / "cache" / "objects").iterdir())[::3]:
        path.unlink()
    files = edited(*QUICK[0][1:])
    edits_fuzz.write(kept, files)
    assert edits_fuzz.apart(lambda: edits_fuzz.whole(kept, "riscv64")) == from_nothing(kept, fresh, files)


def _command(kept: Path) -> list[str]:
    return [sys.executable, "-m", "rumpkc.cli", "build", "main.py", "-t", "riscv64", "-O", "1"]


def test_builds_that_are_killed_leave_nothing_that_is_used(tmp_path: Path) -> None:
    kept, fresh = tmp_path / "kept", tmp_path / "fresh"
    edits_fuzz.write(kept, FILES)
    start = time.monotonic()
    subprocess.run(_command(kept), cwd=kept, check=True, stdout=subprocess.DEVNULL)
    whole_s = time.monotonic() - start
    for number in range(4):
        files = edited("main.py", "def counter(start: int)", f"def counter(start: int, more: int = {number})")
        edits_fuzz.write(kept, files)
        victim = subprocess.Popen(_command(kept), cwd=kept, stdout=subprocess.DEVNULL)
        time.sleep(whole_s * (0.4 + number * 0.2))
        victim.send_signal(signal.SIGKILL)
        victim.wait()
        edits_fuzz.write(kept, last := edited(*QUICK[number][1:]))
        assert edits_fuzz.apart(lambda: edits_fuzz.whole(kept, "riscv64")) == from_nothing(kept, fresh, last)


def test_two_builds_at_once(tmp_path: Path) -> None:
    kept, fresh = tmp_path / "kept", tmp_path / "fresh"
    edits_fuzz.write(kept, FILES)
    for files in (FILES, edited(*QUICK[0][1:]), edited(*WHOLE[1][1:])):
        edits_fuzz.write(kept, files)
        (kept / "build" / "main-riscv64.elf").unlink(missing_ok=True)
        both = [subprocess.Popen(_command(kept), cwd=kept, stdout=subprocess.DEVNULL) for _ in range(2)]
        assert [one.wait() for one in both] == [0, 0]
        edits_fuzz.write(kept, last := files | {"main.py": files["main.py"].replace("4)", "5)")})
        assert edits_fuzz.apart(lambda: edits_fuzz.whole(kept, "riscv64")) == from_nothing(kept, fresh, last)


def test_a_place_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    kept, fresh = tmp_path / "kept", tmp_path / "fresh"
    edits_fuzz.write(kept, FILES)
    place = kept / "build" / "cache"
    place.mkdir(parents=True)
    (place / "edits").write_text("no folder")
    assert edits_fuzz.apart(lambda: edits_fuzz.whole(kept, "riscv64"))[0] == "built"
    edits_fuzz.write(kept, files := edited(*QUICK[0][1:]))
    assert edits_fuzz.apart(lambda: edits_fuzz.whole(kept, "riscv64")) == from_nothing(kept, fresh, files)


def test_random_edits(tmp_path: Path) -> None:
    """A short campaign, of as many edits on a slow machine as on a quick one. The long one: `-m tests.fuzz.edits_fuzz`."""
    seed = int(os.environ.get("EDITS_SEED", "7"))
    print(f"seed {seed}")
    campaign = edits_fuzz.Campaign(tmp_path, "aarch64", tmp_path / "found")
    campaign.some(seed, MOST_SECONDS, compared=ENOUGH)
    assert campaign.troubles == 0 and campaign.same == ENOUGH


def _record(folder: Path) -> Path:
    return next(path for path in folder.iterdir() if path.suffix == ".json")


def _program(folder: Path) -> Path:
    return next(path for path in folder.iterdir() if path.suffix != ".json")
