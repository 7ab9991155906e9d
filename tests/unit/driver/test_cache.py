"""The whole-build cache: fresh only while every input, every absence and the output are as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from rumpkc.cache import compiler_fingerprint, file_hash, manifest_for
from rumpkc.diagnostics import Diagnostic, Label, render
from rumpkc.source import SourceMap, Span


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "in.py").write_text("x = 1\n")
    (tmp_path / "out.elf").write_bytes(b"elf")
    manifest_for(tmp_path, "build").write({tmp_path / "in.py": file_hash(tmp_path / "in.py")}, [tmp_path / "other.py"],
                                          tmp_path / "out.elf", compiler_fingerprint())
    assert manifest_for(tmp_path, "build").reuse(tmp_path / "out.elf", SourceMap()) is not None
    return tmp_path


def fresh(folder: Path) -> bool:
    return manifest_for(folder, "build").reuse(folder / "out.elf", SourceMap()) is not None


def test_changed_input(built: Path) -> None:
    (built / "in.py").write_text("x = 2\n")
    assert not fresh(built)
    (built / "in.py").write_text("x = 1\n")
    assert fresh(built)                         # content counts, not time


def test_edited_while_building(tmp_path: Path) -> None:
    """The hash is that of the content that was read, so a later edit is seen."""
    (tmp_path / "in.py").write_text("x = 1\n")
    read = file_hash(tmp_path / "in.py")
    (tmp_path / "in.py").write_text("x = 2\n")
    manifest_for(tmp_path, "check").write({tmp_path / "in.py": read}, [], None, compiler_fingerprint())
    assert manifest_for(tmp_path, "check").reuse(None, SourceMap()) is None


def test_missing_input(built: Path) -> None:
    (built / "in.py").unlink()
    assert not fresh(built)


def test_appearing_file(built: Path) -> None:
    (built / "other.py").write_text("")
    assert not fresh(built)


def test_changed_output(built: Path) -> None:
    (built / "out.elf").write_bytes(b"elg")
    assert not fresh(built)
    (built / "out.elf").unlink()
    assert not fresh(built)


def test_changed_compiler(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rumpkc.cache.compiler_fingerprint", lambda: "another")
    assert not fresh(built)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'{"format": 1}', b"\xff\xfe",
                                     b'{"format": 99, "inputs": 3}'])
def test_damaged_manifest(built: Path, content: bytes) -> None:
    manifest_for(built, "build").path.write_bytes(content)
    assert not fresh(built)


def test_requests_do_not_share(built: Path) -> None:
    assert manifest_for(built, "check").reuse(None, SourceMap()) is None


def test_unwritable_cache_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    manifest_for(tmp_path, "build").write({}, [], None, compiler_fingerprint())
    assert manifest_for(tmp_path, "build").reuse(None, SourceMap()) is None


def test_warnings_come_back(tmp_path: Path) -> None:
    """With the lines that they quote."""
    path = tmp_path / "in.py"
    path.write_text("import math\n")
    at = Span("in.py", 1, 7, 1, 11)
    kept = [Diagnostic("W0201", "`math` is imported", at, labels=(Label(at, "here"),), help="leave it out")]
    manifest_for(tmp_path, "check").write({path: file_hash(path)}, [], None, compiler_fingerprint(), kept)
    sources = SourceMap()
    assert manifest_for(tmp_path, "check").reuse(None, sources) == kept
    assert "import math" in render(kept[0], sources)
