"""The documentation is true: examples compile and run, lists follow from the sources, links lead somewhere."""

from __future__ import annotations

import importlib
import inspect
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from qemu import ROOT, execute, project_of

from rumpkc.build import check_files
from rumpkc.cli import VERBS
from rumpkc.compilation import Options
from rumpkc.diagnostics import CompileError, render
from rumpkc.source import SourceMap
from rumpkc.syntax import tree
from rumpkc.tools.explain import known_codes

PAGES = ("README.md", "docs/LANGUAGE.md")
BLOCK = re.compile(r"^```python([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)#:]+)(?:#[^)]*)?\)")
CODE = re.compile(r"\b[EW]0\d{3}\b")
LANGUAGE = ROOT / "docs" / "LANGUAGE.md"
MOST_LINES = 40
UNDER_CPYTHON = """
import sys, rumpk.hook
sys.path.insert(0, sys.argv[1])
rumpk.hook.install()
import example
sys.exit(example.main())
"""


@dataclass(frozen=True)
class Example:
    """A block of a page. `marks` is what stands behind ```python: nothing, `unsafe`, or `refused CODE`."""

    place: str
    marks: str
    text: str

    @property
    def code(self) -> str:
        return self.marks.removeprefix("refused ") if self.marks.startswith("refused") else ""


def examples() -> list[Example]:
    found = []
    for page in PAGES:
        text = (ROOT / page).read_text(encoding="utf-8")
        for block in BLOCK.finditer(text):
            line = text.count("\n", 0, block.start()) + 1
            found.append(Example(f"{page}:{line}", block[1].strip(), block[2]))
    return found


EXAMPLES = examples()
PROGRAMS = [e for e in EXAMPLES if "def main(" in e.text and not e.marks]


def write(example: Example, folder: Path) -> Path:
    """The example as a project of its own."""
    (folder / "toolchain.toml").write_text('[unsafe]\nallow = ["example"]\n' if example.marks == "unsafe" else "")
    path = folder / "example.py"
    path.write_text(example.text, encoding="utf-8")
    return path


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.place)
def test_example_compiles(example: Example, tmp_path: Path) -> None:
    """It is accepted; or it gives the code that it is marked with, and no other."""
    assert example.marks in ("", "unsafe") or example.code in known_codes(), example.marks
    path, sources = write(example, tmp_path), SourceMap()
    options = Options("riscv64", app=False, use_cache=False)
    try:
        found = check_files((path,), options, project_of(tmp_path, sources), sources)
    except CompileError as error:
        found = list(error.diagnostics)
    said = "\n".join(render(d, sources) for d in found)
    assert [d.code for d in found] == ([example.code] if example.code else []), said


@pytest.mark.slow
@pytest.mark.parametrize("example", PROGRAMS, ids=lambda e: e.place)
def test_example_runs(example: Example, tmp_path: Path) -> None:
    """Compiled for this machine it prints what it prints under CPython, and ends with the same code."""
    path = write(example, tmp_path)
    compiled = execute([sys.executable, "-m", "rumpkc.cli", "run", "--target", "host", str(path)])
    expected = execute([sys.executable, "-c", UNDER_CPYTHON, str(tmp_path)])
    assert (compiled.code, compiled.stdout) == (expected.code, expected.stdout), compiled.stderr + expected.stderr


def tables() -> ModuleType:
    return imported("tables")


def constructs() -> ModuleType:
    return imported("constructs")


@cache
def imported(name: str) -> ModuleType:
    """A module of docs/."""
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(ROOT / "docs"))


def test_lists_follow_the_sources() -> None:
    for page in tables().PAGES:
        text = page.read_text(encoding="utf-8")
        assert text == tables().rewritten(text), f"{page.name}: run: python docs/tables.py"


NODES = {cls for _, cls in inspect.getmembers(tree, inspect.isclass) if issubclass(cls, tree.Node)} - {
    tree.Node, tree.Stmt, tree.Expr, tree.Pattern, tree.TypeParam}


def test_every_node_is_a_construct() -> None:
    """Each node class of the syntax tree stands in the list of productions."""
    assert {form.node for form in constructs().FORMS} == NODES


def test_every_construct_has_a_test() -> None:
    """Every production and every builtin of CPython is in a program of tests/run, or refused in a file of tests/fail."""
    module = constructs()
    found = module.coverage()
    keys = [(form.group, form.written) for form in module.FORMS] + module.builtin_names()
    assert len(set(keys)) == len(keys)
    assert [key for key in keys if key not in found.compiled and not found.refused.get(key)] == []


def test_every_method_has_a_test() -> None:
    """Every method that CPython documents for the builtin classes is called in a program of tests/run."""
    module = constructs()
    found = module.coverage()
    assert [(kind, name) for kind in module.METHODS for name in module.method_names(kind)
            if (kind, name) not in found.compiled] == []


def test_every_name_of_the_library_is_compiled_or_refused() -> None:
    """Each name that CPython documents for a module is in a program of tests/run, or refused with what to write instead."""
    module = imported("library")
    neither = {name: missing for name in module.MODULES if (missing := [
        one for one in module.documented(name) if one not in module.used()[name] and one not in module.ABSENT.get(name, {})])}
    both = {name: there for name in module.MODULES if (there := [
        one for one in module.ABSENT.get(name, {}) if one in module.used()[name] or one not in module.documented(name)])}
    assert (neither, both) == ({}, {})
    assert set(module.ABSENT) <= set(module.MODULES)


def test_refused_names_of_the_library_are_refused(tmp_path: Path) -> None:
    """An import of each is E0203, with the help line of the table; so the table speaks of names that are not there."""
    module = imported("library")
    rows = [(home, name, text) for home in module.MODULES for name, text in module.refused(home).items()]
    (tmp_path / "toolchain.toml").write_text("")
    path, sources = tmp_path / "refused.py", SourceMap()
    path.write_text("".join(f"from {home} import {name} as n{i}\n" for i, (home, name, _) in enumerate(rows)))
    with pytest.raises(CompileError) as caught:
        check_files((path,), Options("host", app=False, use_cache=False), project_of(tmp_path, sources), sources)
    said = {d.span.line: (d.code, d.help) for d in caught.value.diagnostics if d.span is not None}
    assert said == {i + 1: ("E0203", text) for i, (_, _, text) in enumerate(rows)}


def test_every_refusal_has_a_test() -> None:
    """Codes of dialect rules are in a file of tests/fail, or are about files and tools and tested there."""
    elsewhere = {"E0424", "E0425", "E0491", "E0492"}
    missing = {c for c in known_codes() if c.startswith("E04")} - set(constructs().all_refusals()) - elsewhere
    assert missing == set()


@pytest.mark.parametrize("page", ["README.md", *sorted(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md"))])
def test_page_names_what_is_there(page: str) -> None:
    """Codes have pages, links lead to files."""
    text = (ROOT / page).read_text(encoding="utf-8")
    assert set(CODE.findall(text)) - set(known_codes()) == set()
    prose = re.sub(r"^```.*?^```$|`[^`]*`", "", text, flags=re.MULTILINE | re.DOTALL)
    missing = [link for link in LINK.findall(prose) if not ((ROOT / page).parent / link).exists()]
    assert missing == []


def test_readme_lists_every_verb() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [verb for verb in VERBS if f"`rumpkc {verb}" not in text] == []


def folders() -> list[str]:
    """The folders of the checkout that hold sources."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    suffixes = (".py", ".S", ".lark", ".c")
    return sorted({Path(name).parent.as_posix() for name in listed.stdout.splitlines() if name.endswith(suffixes)})


def test_every_folder_has_a_readme() -> None:
    """Of at most 40 lines; tests/README.md speaks for the folders of tests that hold nothing but tests."""
    shared = ("tests/unit/", "tests/fail", "tests/bench/c", "tests/gdb", "tests/programs", "tests/shell")
    wanted = [folder for folder in folders() if not folder.startswith(shared)]
    assert [folder for folder in wanted if not (ROOT / folder / "README.md").is_file()] == []
    lengths = {folder: len((ROOT / folder / "README.md").read_text(encoding="utf-8").splitlines())
               for folder in wanted if folder != "."}
    assert {folder: n for folder, n in lengths.items() if n > MOST_LINES} == {}


SYSTEM = ("compiler/rumpkc", "kernel", "fs", "hal", "npl/nipbox")
NAMED = [folder for folder in folders() if folder.startswith(SYSTEM) and folder != "npl/nipbox/commands"]


@pytest.mark.parametrize("folder", NAMED)
def test_readme_names_every_file(folder: str) -> None:
    """A README is the way into a folder: each file of the compiler and the system stands in it, or in the one above."""
    here = (ROOT / folder / "README.md").read_text(encoding="utf-8")
    above = (ROOT / folder).parent / "README.md"
    text = here + (above.read_text(encoding="utf-8") if above.is_file() else "")
    files = [path.stem for path in (ROOT / folder).glob("*.py") if path.stem != "__init__"]
    assert [name for name in files if name not in text] == []
