"""The store of objects: right or absent, whatever happened to the folder."""

from __future__ import annotations

import marshal
import os
from pathlib import Path

import pytest

from rumpkc.cache import prune
from rumpkc.diagnostics import CompileError
from rumpkc.targets import parallel
from rumpkc.targets.parallel import Parts, compile_stored
from rumpkc.targets.store import ObjectStore
from rumpkc.targets.target import target_by_name

TARGET = target_by_name("riscv64")


def text(number: int) -> str:
    return f"define i64 @f{number}(i64 %x) {{\n  %y = add i64 %x, {number}\n  ret i64 %y\n}}\n"


def compiled(number: int, store: ObjectStore | None) -> bytes:
    return compile_stored("program", text(number), TARGET, 1, store).finish()[0][1]


@pytest.fixture
def store(tmp_path: Path) -> ObjectStore:
    return ObjectStore(tmp_path / "objects")


def entries(store: ObjectStore) -> list[Path]:
    return sorted(store.folder.iterdir()) if store.folder.exists() else []


def test_kept_and_found(store: ObjectStore) -> None:
    first = compiled(1, store)
    assert len(entries(store)) == 2                 # the object, and its call sites
    assert store.get(store.key(text(1), TARGET, 1)) == first == compiled(1, None)


def test_text_level_and_target_are_in_the_name(store: ObjectStore) -> None:
    names = {store.key(text(n), target_by_name(t), level)
             for n in (1, 2) for t in ("riscv64", "aarch64", "host") for level in (0, 1, 2)}
    assert len(names) == 18


@pytest.mark.parametrize("damage", ["cut", "empty", "bit", "folder"])
def test_damaged_entry_counts_as_none(store: ObjectStore, damage: str) -> None:
    whole = compiled(1, store)
    path = store.folder / store.key(text(1), TARGET, 1)
    data = path.read_bytes()
    if damage == "folder":
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes({"cut": data[:-1], "empty": b"", "bit": data[:100] + bytes([data[100] ^ 1]) + data[101:]}[damage])
    assert store.get(store.key(text(1), TARGET, 1)) is None
    assert compiled(1, store) == whole


@pytest.mark.parametrize("damage", [b"", b"no sites at all", marshal.dumps([1, 2])])
def test_damaged_sites_are_made_anew(store: ObjectStore, damage: bytes) -> None:
    called = "declare void @g()\n" + text(1).replace("  ret", "  call void @g()\n  ret")

    def sites() -> dict[str, object]:
        parts = compile_stored("program", called, TARGET, 1, store)
        parts.finish()
        return dict(parts.sites)

    first, key = sites(), store.key(called, TARGET, 1)
    assert [len(found) for found in first["program.o"].values()] == [1]         # type: ignore[attr-defined]
    path, = (entry for entry in entries(store) if entry.name.startswith(f"{key}-"))
    store.put(path.name, damage)
    assert sites() == first
    path.write_bytes(damage)
    assert sites() == first == sites()


def test_store_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "objects").write_text("a file where the folder goes")
    store = ObjectStore(tmp_path / "objects")
    assert compiled(1, store)[:4] == b"\x7fELF"


def test_the_oldest_go_first(store: ObjectStore) -> None:
    for number in range(8):
        store.put(f"{number}", bytes(1000))
        os.utime(store.folder / f"{number}", (number, number))
    os.utime(store.folder / "2", (100, 100))            # used again
    prune(store.folder, 10_000)
    assert len(entries(store)) == 8
    prune(store.folder, 6000)
    assert [path.name for path in entries(store)] == ["2", "5", "6", "7"]


def test_workers_make_the_same(store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "PARALLEL_BYTES", 100)
    monkeypatch.setattr(parallel, "processors", lambda: 2)
    parts = Parts(TARGET, 1, store)
    for number in range(5):
        parts.add(f"m{number}", text(number))
    made = parts.finish()
    assert made == [(f"m{n}.o", compiled(n, None)) for n in range(5)]
    again = Parts(TARGET, 1, store)
    for number in range(5):
        again.add(f"m{number}", text(number))
    assert again.finish() == made and again.reused == 5


def test_rejected_text_is_an_error_from_a_worker_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "PARALLEL_BYTES", 10)
    monkeypatch.setattr(parallel, "processors", lambda: 2)
    parts = Parts(TARGET, 1, None)
    parts.add("good", text(1))
    parts.add("bad", "define nonsense\n")
    with pytest.raises(CompileError, match="LLVM rejects line 1"):
        parts.finish()


def test_a_large_text_has_a_process_of_its_own(store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    ask = parallel._ask
    monkeypatch.setattr(parallel, "LARGE_BYTES", 10)
    monkeypatch.setattr(parallel, "_ask", lambda worker, text: asked.append(text) or ask(worker, text))
    made = compiled(3, store)
    assert asked == [text(3)] and made == compiled(3, store)
    monkeypatch.setattr(parallel, "LARGE_BYTES", 1000)
    assert compiled(3, None) == made and len(asked) == 1


def test_no_process_to_be_had(store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(parallel, "PARALLEL_BYTES", 10)
    monkeypatch.setattr(parallel, "processors", lambda: 2)
    monkeypatch.setattr(parallel.subprocess, "Popen", refuse)
    parts = Parts(TARGET, 1, store)
    parts.add("m", text(1))
    parts.add("n", text(2))
    assert parts.finish()[0][1] == compiled(1, None)


def test_worker_that_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "PARALLEL_BYTES", 10)
    monkeypatch.setattr(parallel, "processors", lambda: 2)
    monkeypatch.setattr(parallel, "_ask", lambda worker, _text: worker.kill() or None)
    parts = Parts(TARGET, 1, None)
    parts.add("m", text(1))
    parts.add("n", text(2))
    with pytest.raises(CompileError, match="LLVM ended its process over the part `m`"):
        parts.finish()
