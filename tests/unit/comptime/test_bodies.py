"""Module bodies that could fail run although nothing asks for their values; plain ones do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from rumpkc.build import check_files
from rumpkc.compilation import Options, open_project
from rumpkc.comptime.bodies import _computes
from rumpkc.diagnostics import CompileError
from rumpkc.source import Source, SourceMap
from rumpkc.syntax.parse import parse_module

PLAIN = ["", '"""Doc."""', "import enum", "X = 1", "X: int = -5 + 2 * 3", "T = TypeVar('T')",
         "X = (1, 'a', [2.5], {1: None})",
         "A: Array[u8, 4] = Array[u8, 4]()", "def f(x: int) -> int:\n    return 1 // x",
         "class C:\n    X = 1\n    y: int = 2\n    def f(self) -> int:\n        return 1 // 0",
         "if __name__ == '__main__':\n    main()", "if TYPE_CHECKING:\n    from a import b", "Y = X", "C = m.X"]
COMPUTING = ["static_assert(1 == 2)", "X = 1 // 0", "X = f(1)", "X = [g(y) for y in Z]", "for x in Y:\n    pass",
             "assert X",
             "if X:\n    pass", "X[0] = 1", "class C:\n    X = f()", "X = Y[5]", "raise ValueError", "X = 1 << -1"]


@pytest.mark.parametrize("text", PLAIN)
def test_plain(text: str) -> None:
    assert not _computes(parse_module(Source("a.py", text)).body)


@pytest.mark.parametrize("text", COMPUTING)
def test_computing(text: str) -> None:
    assert _computes(parse_module(Source("a.py", text)).body)


@pytest.mark.parametrize("body, line", [
    ("from b import f\n\n\nassert f(1) == 2, 'one'\n", 4),
    ("from b import f\n\nUNUSED = f(0)\n", 2),
])
def test_failure_is_found(tmp_path: Path, body: str, line: int) -> None:
    (tmp_path / "toolchain.toml").write_text("")
    (tmp_path / "a.py").write_text(body)
    (tmp_path / "b.py").write_text("def f(n: int) -> int:\n    return 1 // n\n")
    sources = SourceMap()
    with pytest.raises(CompileError) as caught:
        check_files((tmp_path / "a.py",), Options("riscv64", app=False, use_cache=False),
                    open_project(tmp_path, sources), sources)
    assert [(d.code, d.span.line) for d in caught.value.diagnostics] == [("E0490", line)]
