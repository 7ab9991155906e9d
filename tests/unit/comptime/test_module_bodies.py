"""Module bodies at compile time: what they leave, how they fail, that the answer is always the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from rumpkc.comptime.run import Comptime
from rumpkc.diagnostics import CompileError
from rumpkc.names.graph import load_graph
from rumpkc.names.modules import ModuleLoader
from rumpkc.source import SourceMap


OBJECTS = """
import enum
from rumpk import Array, u8


class C(enum.Enum):
    RED = 1


class P:
    def __init__(self) -> None:
        self.x = 1
        self.c = C.RED


O = P()
T = Array[u8, 3]([1, 2, 3])


def f() -> int:
    return 1


F = f
"""


def comptime(tmp_path: Path, files: dict[str, str], cache: Path | None = None) -> Comptime:
    for name, text in {"toolchain.toml": "", **files}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    loader = ModuleLoader(tmp_path, "riscv64", SourceMap())
    return Comptime(tmp_path, load_graph(loader, loader.load_file(tmp_path / "a.py")), cache)


def plain(found: Comptime, row: int) -> object:
    """A row as a value again, containers included."""
    kind, *parts = found.rows[row]
    if kind in ("list", "tuple", "set", "array"):
        return [plain(found, item) for item in parts[0]]
    if kind == "dict":
        return {plain(found, key): plain(found, value) for key, value in parts[0]}
    return parts[0] if parts else None


def test_values(tmp_path: Path) -> None:
    found = comptime(tmp_path, {"a.py": "from b import N\nA = [N, N * 2.5]\nD = {'k': (1, b'x', None, True)}\n",
                                "b.py": "N = 3\n"})
    assert plain(found, found.value("a", "A").row) == [3, 7.5]
    assert plain(found, found.value("a", "D").row) == {"k": [1, b"x", None, True]}
    assert plain(found, found.value("b", "N").row) == 3


def test_one_object_is_one_row(tmp_path: Path) -> None:
    found = comptime(tmp_path, {"a.py": "from b import X\nY = X\nZ = list(X)\nRING = [1]\nRING.append(RING)\n",
                                "b.py": "X = [1]\n"})
    assert found.value("a", "Y") == found.value("b", "X")
    assert found.value("a", "Z") != found.value("b", "X")
    ring = found.value("a", "RING").row
    assert found.rows[ring][1][1] == ring


def test_equal_numbers_of_other_types_are_apart(tmp_path: Path) -> None:
    found = comptime(tmp_path, {"a.py": "A = [1, True, 1.0, 0.0, -0.0]\n"})
    assert [found.rows[row] for row in found.rows[found.value("a", "A").row][1]] == [
        ("int", 1), ("bool", True), ("float", 1.0), ("float", 0.0), ("float", -0.0)]
    assert len(set(found.rows[found.value("a", "A").row][1])) == 5


def test_objects(tmp_path: Path) -> None:
    found = comptime(tmp_path, {"a.py": OBJECTS})
    kind, module, name, fields, of_class = found.rows[found.value("a", "O").row]
    assert (kind, module, name) == ("object", "a", "P")
    assert {key: found.rows[row] for key, row in fields} == {"x": ("int", 1), "c": ("enum", "a", "C", "RED", None)}
    assert not of_class
    assert plain(found, found.value("a", "T").row) == [1, 2, 3]
    assert found.rows[found.value("a", "F").row][:3] == ("function", "a", "f")


def test_exception_at_its_line(tmp_path: Path) -> None:
    found = comptime(tmp_path, {"a.py": "from b import f\nX = f(0)\n",
                                "b.py": "def f(n: int) -> int:\n    return 1 // n\n"})
    with pytest.raises(CompileError) as caught:
        found.value("a", "X")
    diagnostic = caught.value.diagnostics[0]
    assert (diagnostic.code, diagnostic.span.file, diagnostic.span.line) == ("E0490", "b.py", 2)
    assert "ZeroDivisionError" in diagnostic.message
    assert found.value("b", "f")                # the other module is not harmed


@pytest.mark.parametrize("body", ["import sys\nsys.stdout.write('x')", "f = print\nf('x')", "input()",
                                  "open('/etc/passwd')"])
def test_silence(tmp_path: Path, body: str) -> None:
    found = comptime(tmp_path, {"a.py": f"{body}\nX = 1\n"})
    with pytest.raises(CompileError) as caught:
        found.value("a", "X")
    assert caught.value.diagnostics[0].code == "E0490"
    assert "a module body cannot" in caught.value.diagnostics[0].message


def test_end_of_the_process(tmp_path: Path) -> None:
    found = comptime(tmp_path, {"a.py": "X = 1\nraise SystemExit(3)\n"})
    with pytest.raises(CompileError) as caught:
        found.value("a", "X")
    assert "SystemExit" in caught.value.diagnostics[0].message


def test_endless_body(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rumpkc.comptime.run.TIMEOUT_SECONDS", 1)
    with pytest.raises(CompileError) as caught:
        comptime(tmp_path, {"a.py": "while True:\n    pass\n"}).value("a", "X")
    assert caught.value.diagnostics[0].code == "E0491"


def test_missing_variable(tmp_path: Path) -> None:
    with pytest.raises(CompileError) as caught:
        comptime(tmp_path, {"a.py": "if False:\n    X = 1\n"}).value("a", "X")
    assert caught.value.diagnostics[0].code == "E0492"


def test_deterministic(tmp_path: Path) -> None:
    """Sets of text come in one order, whatever the seed of this process."""
    text = "S = {str(i) for i in range(50)}\n"
    rows = [comptime(tmp_path, {"a.py": text}).rows for _ in range(3)]
    assert rows[0] == rows[1] == rows[2]


def test_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    first = comptime(tmp_path, {"a.py": "X = 5\n"}, cache).rows
    monkeypatch.setattr(Comptime, "_execute", lambda self: pytest.fail("runs although nothing changed"))
    assert comptime(tmp_path, {"a.py": "X = 5\n"}, cache).rows == first
    for file in cache.iterdir():
        file.write_bytes(b"garbage")
    with pytest.raises(pytest.fail.Exception):
        assert comptime(tmp_path, {"a.py": "X = 5\n"}, cache).rows


def test_a_later_body_changes_an_earlier_module(tmp_path: Path) -> None:
    """What a module holds is what the last body that ran has left."""
    found = comptime(tmp_path, {"a.py": "import b\nb.add(5)\n", "b.py": "n = 0\nxs = []\n\n\ndef add(x):\n    global n\n"
                                "    n += x\n    xs.append(x)\n"})
    rows = found.rows
    assert rows[found.value("b", "n").row] == ("int", 5)
    assert rows[found.value("b", "xs").row][0] == "list" and len(rows[found.value("b", "xs").row][1]) == 1
