"""The proofs of a large program run beside the rest of the build: what they say is the same, whatever becomes of them."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from rumpkc import beside
from rumpkc.beside import Beside
from rumpkc.build import build_image
from rumpkc.compilation import Options, open_project
from rumpkc.diagnostics import CompileError, Diagnostic, fail
from rumpkc.ir import verify
from rumpkc.source import SourceMap

GOOD = "def main() -> None:\n    print([n * n for n in range(5)])\n"
BAD = """from rumpk import noalloc


@noalloc
def quick(n: int) -> list[int]:
    return [n]


def main() -> None:
    unused = 1
    print(quick(3))
"""


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The process ids of the copies that have been made; each program is worth one."""
    made: list[int] = []
    fork = os.fork
    monkeypatch.setattr(beside, "MANY_FUNCTIONS", 0)
    monkeypatch.setattr(beside, "can_be", lambda: True)
    monkeypatch.setattr(os, "fork", lambda: made.append(pid) or pid if (pid := fork()) else 0)
    return made


def build(folder: Path, text: str, **options: object) -> tuple[bytes, list[Diagnostic]]:
    (folder / "toolchain.toml").write_text("")
    (folder / "app.py").write_text(text)
    sources = SourceMap()
    wanted = Options("riscv64", 1, use_cache=False, **options)      # type: ignore[arg-type]
    image, warnings = build_image(folder / "app.py", wanted, open_project(folder, sources), sources)
    return image.read_bytes(), warnings


def errors(folder: Path, text: str, **options: object) -> tuple[Diagnostic, ...]:
    with pytest.raises(CompileError) as caught:
        build(folder, text, **options)
    return caught.value.diagnostics


def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "can_be", lambda: False)


def gone(pid: int) -> bool:
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
    return True


@pytest.mark.slow
def test_image_and_errors_are_those_of_one_process(copies: list[int], tmp_path: Path,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    image, found = build(tmp_path, GOOD), errors(tmp_path, BAD)
    assert len(copies) == 2 and all(map(gone, copies))
    alone(monkeypatch)
    assert image == build(tmp_path, GOOD) and found == errors(tmp_path, BAD)
    assert [d.code for d in found] == ["E0501"] and len(copies) == 2


def test_error_of_a_later_pass_comes_second(copies: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-W error`: the warnings become errors in this process, while the proofs are at work in the other one."""
    found = errors(tmp_path, BAD, warn=("error",))
    only = errors(tmp_path, BAD.replace("@noalloc\n", ""), warn=("error",))
    alone(monkeypatch)
    assert found == errors(tmp_path, BAD, warn=("error",)) and found != only
    assert only == errors(tmp_path, BAD.replace("@noalloc\n", ""), warn=("error",)) and len(copies) == 2


def test_broken_rule_is_reported(copies: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise fail("E0910", "internal error: the IR is wrong")

    monkeypatch.setattr(verify, "verify_program", broken)
    assert [d.code for d in errors(tmp_path, GOOD)] == ["E0910"]
    assert copies and all(map(gone, copies)) and not list((tmp_path / "build").glob("*.elf"))


def test_copy_that_ends_proves_nothing(copies: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()
    monkeypatch.setattr(verify, "verify_program", lambda *_: os.getpid() != here and os.kill(os.getpid(), signal.SIGKILL))
    assert [d.code for d in errors(tmp_path, GOOD)] == ["E0901"]
    assert not list((tmp_path / "build").glob("*.elf"))


def test_large_answers_come_whole_and_a_copy_can_be_ended() -> None:
    assert Beside(lambda: "x" * 300_000).answer() == "x" * 300_000
    endless = Beside(lambda: signal.pause())
    endless.end()
    assert Beside(lambda: 1 / 0).answer() is None
