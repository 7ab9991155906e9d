"""The parse cache and the table cache: right, robust and safe beside other processes."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rumpkc.diagnostics import CompileError
from rumpkc.source import Source
from rumpkc.syntax import parse, stored, tables, tree
from rumpkc.syntax.parse import parse_cached, parse_module

TEXT = """'doc'
from a.b import c as d
@e
def f[T](a: int = -1, /, *b, c=1.5, **d) -> T:
    x = f'{a!r:>{b}} {c=}' if not a else 2j ** 3 < 4 <= 5
    match x:
        case {'k': [1, *_], **rest} | A(b=None): return b'\\xff', ..., '\\ud800\\d'
    return [lambda: (yield), {**a}, {1, 2}, x[1:2, ::3]]
"""


def dump(node: Any) -> Any:
    """A tree as nested tuples, spans included."""
    if isinstance(node, tree.Node):
        return (type(node).__name__, *[dump(getattr(node, name)) for name in type(node).__dataclass_fields__])
    if type(node) is tuple:
        return tuple(dump(part) for part in node)
    return type(node).__name__, repr(node)


def files(folder: Path) -> list[Path]:
    """The stored trees."""
    return sorted((folder / "trees").glob("*"))


def no_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make real parsing fail, so that only the cache can answer."""
    def refuse(*_: Any) -> None:
        raise AssertionError("parsed again")
    monkeypatch.setattr(parse, "_parse", refuse)


def test_same_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes back equals what was parsed, warnings included, without parsing."""
    source = Source("apps/t.py", TEXT)
    first_warnings: list[Any] = []
    first = parse_cached(source, tmp_path, first_warnings)
    assert [w.code for w in first_warnings] == ["W0101"]
    no_parsing(monkeypatch)
    again: list[Any] = []
    assert dump(parse_cached(source, tmp_path, again)) == dump(first) == dump(first)
    assert again == first_warnings and len(files(tmp_path)) == 1
    assert type(parse_cached(source, tmp_path).body[1].span).__name__ == "Span"


def test_an_edit_replaces(tmp_path: Path) -> None:
    """Another text or another path is another tree; one file a path."""
    assert len(parse_cached(Source("t.py", "x"), tmp_path).body) == 1
    assert len(parse_cached(Source("t.py", "x; y"), tmp_path).body) == 2
    assert len(files(tmp_path)) == 1
    assert parse_cached(Source("u.py", "x"), tmp_path).span.file == "u.py"
    assert len(files(tmp_path)) == 2


def test_errors_are_not_stored(tmp_path: Path) -> None:
    """A wrong file is refused each time."""
    for _ in range(2):
        with pytest.raises(CompileError):
            parse_cached(Source("t.py", "x ="), tmp_path)
    assert not (tmp_path / "trees").exists()


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:-5], lambda data: data[:30],
                                    lambda data: data[:20] + b"\x80\x05cos\nsystem\n(S'true'\ntR.",
                                    lambda data: data[:20] + bytes(200), lambda data: b"x" * len(data)])
def test_damaged_files(tmp_path: Path, damage: Any) -> None:
    """A damaged file is read as none, runs nothing and is mended."""
    source = Source("t.py", TEXT)
    expected = dump(parse_cached(source, tmp_path))
    (file,) = files(tmp_path)
    good = file.read_bytes()
    file.write_bytes(damage(good))
    assert dump(parse_cached(source, tmp_path)) == expected
    assert file.read_bytes() == good


def test_a_changed_compiler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree of another compiler version does not count."""
    source = Source("t.py", "x")
    parse_cached(source, tmp_path)
    assert stored.load_tree(source, tmp_path) is not None
    monkeypatch.setattr(stored, "_compiler_key", lambda: b"another")
    assert stored.load_tree(source, tmp_path) is None


def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    """A file where the folder should be: no error, no cache."""
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    assert len(parse_cached(Source("t.py", "x"), blocked).body) == 1


def test_deep_trees(tmp_path: Path) -> None:
    """A tree near the limit of depth is kept or not, but never wrong."""
    source = Source("t.py", "+".join("a" * 900))
    assert dump_depth(parse_cached(source, tmp_path)) == dump_depth(parse_cached(source, tmp_path)) == 900


def dump_depth(module: tree.Module) -> int:
    """The length of the left spine of the first statement's sum."""
    node: Any = module.body[0].value  # type: ignore[attr-defined]
    depth = 1
    while type(node) is tree.BinOp:
        node, depth = node.left, depth + 1
    return depth


def _work(job: tuple[str, int]) -> bool:
    folder, number = job
    text = f"x = {number % 3}\n" * 200
    module = parse_cached(Source("shared.py", text), Path(folder))
    return all(s.value.value == number % 3 for s in module.body)  # type: ignore[attr-defined]


@pytest.mark.slow
def test_many_processes(tmp_path: Path) -> None:
    """Processes that write the same file at once always read a whole tree of their own text."""
    with multiprocessing.Pool(4) as pool:
        assert all(pool.map(_work, [(str(tmp_path), number) for number in range(60)], chunksize=1))
    assert not [name for name in os.listdir(tmp_path / "trees") if name.startswith(".")]


def test_tables_are_kept(tmp_path: Path) -> None:
    """Built once, then loaded; a damaged file is built again; the grammar has no conflict (build would raise)."""
    first = tables.load(tmp_path)
    (file,) = tmp_path.glob("grammar-*.tables")
    assert tables.load(tmp_path) == first
    file.write_bytes(b"damaged")
    assert tables.load(tmp_path).rules == first.rules
    assert file.read_bytes() != b"damaged"


def test_a_conflict_in_the_grammar_is_an_error() -> None:
    """Neither shift/reduce nor reduce/reduce conflicts pass silently."""
    start = "%declare NAME\nfstring: NAME\nmodule: x\n"
    assert tables.build(start + 'x: NAME -> a | x "+" NAME -> b\n').starts
    with pytest.raises(ValueError, match="not LALR"):
        tables.build(start + 'x: NAME -> a | x "+" x -> b\n')
    with pytest.raises(ValueError, match="Reduce/Reduce"):
        tables.build(start + "x: y | z\ny: NAME -> a\nz: NAME -> b\n")
    with pytest.raises(ValueError, match="needs an action"):
        tables.build(start + 'x: NAME "+" NAME\n')


def test_a_warm_start_imports_little(tmp_path: Path) -> None:
    """A process that finds the tree imports neither lark nor lexer nor tables."""
    code = ("import sys; from pathlib import Path; from rumpkc.source import Source; from rumpkc.syntax.parse import "
            "parse_cached; parse_cached(Source('t.py', 'x = 1'), Path(sys.argv[1])); "
            "print(*[m for m in sys.modules if m == 'lark' or m.startswith('rumpkc.syntax.')])")
    run = [sys.executable, "-c", code, str(tmp_path)]
    cold = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
    warm = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
    assert "lark" in cold and "rumpkc.syntax.lexer" in cold
    assert not {"lark", "rumpkc.syntax.lexer", "rumpkc.syntax.tables", "rumpkc.syntax.actions"} & set(warm)


def test_the_collector_is_left_as_it_was() -> None:
    """Parsing pauses the garbage collector, also when it fails."""
    import gc

    parse_module(Source("t.py", "x"))
    with pytest.raises(CompileError):
        parse_module(Source("t.py", "x ="))
    assert gc.isenabled()
