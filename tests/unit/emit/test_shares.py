"""A large image in shares: what one of them has and what the others know, and that the whole still means the same."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from qemu import ROOT, execute, run

from rumpkc.build import build_image, front_end, with_deep_stack
from rumpkc.compilation import Options, open_project
from rumpkc.emit import shares
from rumpkc.emit.shares import emit_shares, is_divided
from rumpkc.source import SourceMap
from rumpkc.targets.target import target_by_name
from tests.bench.waiting import write_tree

DEFINED = re.compile(r'^define (internal|hidden|dso_local|available_externally \w+) .*?@("[^"]+"|[\w.]+)\(', re.MULTILINE)
PROGRAM = ROOT / "tests" / "run" / "lib_json.py"        # classes, exceptions, closures, generics, tables


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "SHARE_NODES", 2_000)


def texts(path: Path) -> dict[str, str]:
    sources = SourceMap()
    out: dict[str, str] = {}

    def work() -> None:
        c = front_end((path,), Options("riscv64", 2), open_project(ROOT, sources), sources)
        assert c.program is not None and is_divided(c.program)
        out.update(emit_shares(c.program, target_by_name("riscv64")))

    with_deep_stack(work)
    return out


@pytest.mark.slow
def test_each_function_is_in_one_share_and_division_is_the_programs_alone(small: None) -> None:
    found = texts(PROGRAM)
    assert found == texts(PROGRAM) and len(found) > 4 and list(found)[-1] == "data"
    homes: dict[str, list[str]] = {}
    known: set[str] = set()
    internal = 0
    for share, text in found.items():
        for linkage, name in DEFINED.findall(text):
            if linkage.startswith("available"):
                known.add(name)
            elif linkage != "internal":
                homes.setdefault(name, []).append(share)
            else:
                internal += 1
    assert all(len(places) == 1 for places in homes.values())
    assert known and known <= homes.keys() and internal > 100       # small ones are known; most are of one share alone


def test_small_programs_are_not_divided() -> None:
    sources = SourceMap()
    c = front_end((PROGRAM,), Options("riscv64", 2), open_project(ROOT, sources), sources)
    assert c.program is not None and not is_divided(c.program)


@pytest.mark.slow
@pytest.mark.parametrize("target", ["riscv64", "aarch64"])
def test_program_in_shares_does_what_it_does_in_one(small: None, tmp_path: Path, target: str) -> None:
    sources = SourceMap()
    options = Options(target, 2, output=tmp_path / "image.elf")
    image = build_image(PROGRAM, options, open_project(ROOT, sources), sources)[0]
    done = run(image, target)
    expected = execute([sys.executable, str(ROOT / "tests" / "cpython_main.py"), str(PROGRAM)])
    assert (done.code, done.stdout) == (0, expected.stdout)


@pytest.mark.slow
def test_shares_are_about_equally_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two processors end together: no share is what the others have left."""
    monkeypatch.setattr(shares, "SHARE_NODES", 10_000)
    write_tree(tmp_path, 6_000)
    *code, _data = texts(tmp_path / "main.py").values()
    assert len(code) > 4 and max(map(len, code)) < 2 * min(map(len, code))
