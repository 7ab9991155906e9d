"""A development build after any edit gives the image that a build from nothing gives, and makes anew only what changed."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from rumpkc.build import build_image
from rumpkc.compilation import Options, open_project
from rumpkc.source import SourceMap

MAIN = '''from part.shapes import Circle, Shape, Square, area_of
from part.tables import LIMIT, SQUARES, lookup
from part.tools import Stack, clamp


def main() -> None:
    shapes: list[Shape] = [Circle(2), Square(3)]
    stack: Stack[Shape] = Stack()
    for shape in shapes:
        stack.push(shape)
    print(sum(area_of(s) for s in shapes), len(stack.items), clamp(len(shapes)), LIMIT, lookup(3), SQUARES[2])
    names: dict[str, int] = {"a": 1}
    try:
        print(names["b"])
    except KeyError as error:
        print("no", error)
'''
SHAPES = '''class Shape:
    def area(self) -> int:
        return 0


class Circle(Shape):
    def __init__(self, radius: int) -> None:
        self.radius = radius

    def area(self) -> int:
        return self.radius * self.radius * 3


class Square(Shape):
    def __init__(self, side: int) -> None:
        self.side = side

    def area(self) -> int:
        return self.side * self.side


def area_of(shape: Shape) -> int:
    return shape.area()
'''
TABLES = '''from typing import Final

LIMIT: Final = 100
SQUARES: Final[list[int]] = [n * n for n in range(10)]


def lookup(n: int) -> str:
    return f"{n}:{SQUARES[n]}"
'''
TOOLS = '''from rumpk import inline
from part.tables import LIMIT


class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


@inline
def clamp(n: int) -> int:
    return min(n, LIMIT)
'''
SOURCES = {"main.py": MAIN, "part/shapes.py": SHAPES, "part/tables.py": TABLES, "part/tools.py": TOOLS}
# what, file, old text, new text, and how many objects that makes new at the most (None: not counted)
EDITS: list[tuple[str, str, str, str, int | None]] = [
    ("a body", "part/shapes.py", "self.radius * 3", "self.radius * 4", 1),
    ("a constant of others", "part/tables.py", "LIMIT: Final = 100", "LIMIT: Final = 150", 2),
    ("a body that is written out elsewhere", "part/tools.py", "min(n, LIMIT)", "min(n + 1, LIMIT)", 1),
    ("what a module body computes", "part/tables.py", "[n * n for", "[n * n + 1 for", 1),
    ("a field", "part/shapes.py", "        self.side = side\n", "        self.name = 'q'\n        self.side = side\n", 3),
    ("an override less", "part/shapes.py", "    def area(self) -> int:\n        return self.side * self.side\n", "", None),
    ("an interface, and a text", "part/tables.py", "def lookup(n: int) -> str:\n    return f\"",
     "\n\ndef lookup(n: int, m: int = 1) -> str:\n    return f\"no ", 3),
]


def write(folder: Path, sources: dict[str, str]) -> None:
    for name, text in sources.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)


def image(folder: Path, fresh: bool = False, target: str = "riscv64") -> bytes:
    sources = SourceMap()
    project = open_project(folder, sources)
    options = Options(target, 1, output=folder / "build" / ("fresh.elf" if fresh else "image.elf"))
    return build_image(folder / "main.py", replace(options, use_cache=not fresh), project, sources)[0].read_bytes()


def objects(folder: Path) -> set[str]:
    """The names of the objects in the store; call sites lie beside them."""
    return {path.name for path in (folder / "build" / "cache" / "objects").iterdir() if "-" not in path.name}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "toolchain.toml").write_text("")
    write(tmp_path, SOURCES)
    return tmp_path


def test_every_edit_gives_the_image_of_a_build_from_nothing(tree: Path) -> None:
    sources = dict(SOURCES)
    assert image(tree) == image(tree, fresh=True)
    seen = {image(tree)}
    for what, name, old, new, most in EDITS:
        assert old in sources[name], what
        sources[name] = sources[name].replace(old, new)
        write(tree, sources)
        before = objects(tree)
        built = image(tree)
        made = len(objects(tree) - before)
        assert built == image(tree, fresh=True), what
        assert built not in seen, f"{what}: no change is seen"
        seen.add(built)
        assert most is None or 0 < made <= most, f"{what}: {made} new objects"


def test_files_come_go_and_are_renamed(tree: Path) -> None:
    first = image(tree)
    renamed = {**SOURCES, "part/forms.py": SHAPES, "main.py": MAIN.replace("part.shapes", "part.forms")}
    write(tree, renamed)
    (tree / "part" / "shapes.py").unlink()
    assert image(tree) == image(tree, fresh=True) != first
    write(tree, SOURCES)
    (tree / "part" / "forms.py").unlink()
    before = objects(tree)
    assert image(tree) == first and objects(tree) == before


def test_files_parsed_ahead_are_the_trees_that_are_wanted(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By other processes; what one of them cannot parse is the build's to report."""
    from rumpkc.names import ahead
    from rumpkc.syntax import parse

    def trees() -> set[str]:
        return {path.name for path in (tree / "build" / "cache" / "trees").rglob("*.tree")}

    plain = image(tree)
    wanted = trees()
    shutil.rmtree(tree / "build")
    monkeypatch.setattr(ahead, "FEW_BYTES", 0)
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    (tree / "part" / "broken.py").write_text("def (:\n")
    (tree / "main.py").write_text(MAIN + "\n\n# not code:\n\"\"\"\nimport part.broken\n\"\"\"\n")
    parsed: list[str] = []
    own = parse.parse_module
    monkeypatch.setattr(parse, "parse_module", lambda s, *rest: parsed.append(s.path) or own(s, *rest))
    image(tree)
    mine = {path for path in parsed if not path.startswith(("lib/", "kernel/", "hal/"))}
    assert wanted <= trees() and 0 < len(mine) < len(SOURCES)
    write(tree, {"main.py": MAIN})
    assert image(tree) == plain


def test_warnings_stay_although_their_file_was_not_looked_at(tree: Path) -> None:
    def warnings(fresh: bool = False) -> list[tuple[str, str, int]]:
        sources = SourceMap()
        project = open_project(tree, sources)
        options = Options("riscv64", 1, stop_after="warn", use_cache=not fresh)
        return [(d.code, d.span.file, d.span.line) for d in build_image(tree / "main.py", options, project, sources)[1]]

    write(tree, {"part/tables.py": "import math\n" + TABLES})
    expected = [("W0201", "part/tables.py", 1)]
    assert warnings() == warnings() == expected
    write(tree, {"part/shapes.py": "import math\n" + SHAPES})
    expected = [("W0201", "part/shapes.py", 1), *expected]
    assert warnings() == expected == warnings(fresh=True)
    (tree / "build" / "cache" / "warnings.json").write_text('{"part/tables.py": [7, {}], "part/shapes.py": []')
    assert warnings() == expected


def test_damaged_objects_are_made_again(tree: Path) -> None:
    first = image(tree)
    chance = random.Random(5)
    for path in (tree / "build" / "cache" / "objects").iterdir():
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data if chance.randrange(2) else data[:chance.randrange(len(data))])
    (tree / "build" / "image.elf").unlink()
    assert image(tree) == first
