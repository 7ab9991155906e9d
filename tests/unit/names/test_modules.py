"""The module loader and the import graph, on small projects."""

from __future__ import annotations

from pathlib import Path

import pytest

from rumpkc.diagnostics import CompileError
from rumpkc.names.graph import load_graph
from rumpkc.names.modules import LoadedModule, ModuleLoader
from rumpkc.names.project import dialect_tree, display_path, find_root
from rumpkc.source import SourceMap, Span


def project(tmp_path: Path, files: dict[str, str]) -> ModuleLoader:
    for name, text in {"toolchain.toml": "", **files}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return ModuleLoader(tmp_path, "riscv64", SourceMap())


def order(loader: ModuleLoader, entry: str) -> list[str]:
    return [module.name for module in load_graph(loader, loader.load_file(loader.root / entry))]


def failure(loader: ModuleLoader, entry: str) -> CompileError:
    with pytest.raises(CompileError) as caught:
        order(loader, entry)
    return caught.value


def test_dependencies_come_first(tmp_path: Path) -> None:
    loader = project(tmp_path, {"apps/a.py": "import p.b\nfrom p import c\n", "p/b.py": "from p.c import X\n",
                                "p/c.py": "X = 1\n"})
    assert order(loader, "apps/a.py") == ["p.c", "p.b", "apps.a"]


def test_packages_run_before_their_modules(tmp_path: Path) -> None:
    loader = project(tmp_path, {"a.py": "import p.b\n", "p/__init__.py": "import q\n", "p/b.py": "", "q.py": ""})
    assert order(loader, "a.py") == ["q", "p", "p.b", "a"]


def test_a_package_may_import_its_own_modules(tmp_path: Path) -> None:
    loader = project(tmp_path, {"a.py": "import p\n", "p/__init__.py": "from . import b\nfrom .c import X\n",
                                "p/b.py": "from . import c\nfrom p.c import X\n", "p/c.py": "X = 1\n"})
    assert order(loader, "a.py") == ["p.c", "p.b", "p", "a"]


def test_relative_imports(tmp_path: Path) -> None:
    loader = project(tmp_path, {"a/b/c.py": "from . import d\nfrom .. import e\nfrom ..f import X\n", "a/b/d.py": "",
                                "a/e.py": "", "a/f.py": "X = 1\n"})
    assert order(loader, "a/b/c.py") == ["a.b.d", "a.e", "a.f", "a.b.c"]


def test_relative_import_beyond_the_top(tmp_path: Path) -> None:
    error = failure(project(tmp_path, {"a/b.py": "from ...c import X\n"}), "a/b.py")
    assert [d.code for d in error.diagnostics] == ["E0213"]


def test_a_ring_names_every_step(tmp_path: Path) -> None:
    loader = project(tmp_path, {"a.py": "import b\n", "b.py": "X = 1\nfrom c import Y\n", "c.py": "import d\n",
                                "d.py": "import b\n"})
    diagnostic = failure(loader, "a.py").diagnostics[0]
    assert diagnostic.code == "E0211"
    assert diagnostic.message.endswith("b -> c -> d -> b")
    assert [(s.file, s.line) for s in (diagnostic.span, *(label.span for label in diagnostic.labels))] == [
        ("b.py", 2), ("c.py", 1), ("d.py", 1)]


def test_what_does_not_run_is_no_ring(tmp_path: Path) -> None:
    loader = project(tmp_path, {
        "a.py": "import b\n",
        "b.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import a\n\n\n"
                "def f() -> None:\n    import a\n"})
    assert order(loader, "a.py") == ["b", "a"]


def test_imports_in_blocks_count(tmp_path: Path) -> None:
    loader = project(tmp_path, {"a.py": "try:\n    import b\nexcept ImportError:\n    import c\n", "b.py": "",
                                "c.py": "", "d.py": "try:\n    import x\nexcept ImportError:\n    import c\n"})
    assert order(loader, "a.py") == ["b", "a"]
    assert order(loader, "d.py") == ["c", "d"]


def test_one_name_for_the_board(tmp_path: Path) -> None:
    loader = project(tmp_path, {"a.py": "from hal.board import X\nimport hal.riscv64.board\n",
                                "hal/riscv64/board.py": "X = 1\n"})
    assert order(loader, "a.py") == ["hal.riscv64.board", "a"]
    assert loader.load("hal.board") is loader.load("hal.riscv64.board")


def test_library_modules_go_by_their_python_name(tmp_path: Path) -> None:
    loader = project(tmp_path, {"a.py": "import heapq\n", "lib/heapq.py": "", "b.py": "import csv\n", "csv.py": "",
                                "lib/csv.py": ""})
    assert order(loader, "a.py") == ["lib.heapq", "a"]
    assert order(loader, "b.py") == ["csv", "b"]            # the project's own module comes first


def test_only_python_library_names_reach_lib(tmp_path: Path) -> None:
    loader = project(tmp_path, {"lib/mine.py": ""})
    assert loader.find("lib.mine") is not None
    assert loader.find("mine") is None


def test_missing_module_suggests(tmp_path: Path) -> None:
    loader = project(tmp_path, {"a.py": "import p.helpr\n", "p/helper.py": ""})
    diagnostic = failure(loader, "a.py").diagnostics[0]
    assert (diagnostic.code, diagnostic.help) == ("E0214", "did you mean `p.helper`?")
    assert diagnostic.span == Span("a.py", 1, 7, 1, 14)


def test_missing_package_is_named_itself(tmp_path: Path) -> None:
    diagnostic = failure(project(tmp_path, {"a.py": "import q.r.s\n"}), "a.py").diagnostics[0]
    assert diagnostic.message == "there is no module `q`"


def test_known_modules_need_no_file(tmp_path: Path) -> None:
    loader = project(tmp_path, {"a.py": "import enum\nfrom rumpk import prim\nfrom collections.abc import Callable\n"})
    assert order(loader, "a.py") == ["a"]


def test_file_outside_of_the_project_finds_its_neighbours(tmp_path: Path) -> None:
    loader = project(tmp_path / "root", {"lib/x.py": ""})
    (tmp_path / "app.py").write_text("import beside\n")
    (tmp_path / "beside.py").write_text("")
    names = [m.name for m in load_graph(loader, loader.load_file(tmp_path / "app.py"))]
    assert names == ["beside", "app"]


def test_each_file_is_read_once(tmp_path: Path) -> None:
    loader = project(tmp_path, {"p/a.py": "X = 1\n"})
    first: LoadedModule = loader.load("p.a")
    assert loader.load("p.a") is first
    assert loader.load_file(tmp_path / "p" / "a.py") is first


def test_where_a_module_was_missed_is_remembered(tmp_path: Path) -> None:
    loader = project(tmp_path, {"b.py": ""})
    loader.load("b")
    assert tmp_path / "b" / "__init__.py" in loader.absent


@pytest.mark.parametrize("name, code", [("none.py", "E0212"), ("folder", "E0212"), ("latin.py", "E0113")])
def test_unreadable_files(tmp_path: Path, name: str, code: str) -> None:
    loader = project(tmp_path, {"folder/x.py": ""})
    (tmp_path / "latin.py").write_bytes(b"X = '\xe4'\n")
    with pytest.raises(CompileError) as caught:
        loader.load_file(tmp_path / name)
    assert [d.code for d in caught.value.diagnostics] == [code]


def test_root_and_display(tmp_path: Path) -> None:
    project(tmp_path, {"apps/a.py": ""})
    assert find_root(tmp_path / "apps") == tmp_path
    assert find_root(Path("/")) == dialect_tree()
    assert display_path(tmp_path / "apps" / "a.py", tmp_path) == "apps/a.py"
    assert display_path(dialect_tree() / "lib" / "core" / "int.py", tmp_path) == "lib/core/int.py"
    assert display_path(Path("/elsewhere/a.py"), tmp_path) == "/elsewhere/a.py"
