"""The collector, often: programs that collect at every allocation print what CPython prints.

What is free is overwritten in this mode (lib/core/collector.py), so a block that was dropped too early shows. A cross-section
runs by default; `RUMPK_COLLECT_ALL=1 pytest tests/test_collector.py` takes every program of tests/run and apps (20 minutes).
"""

from __future__ import annotations

import os
from pathlib import Path

import batches
import pytest
import qemu
from batches import Batch
from test_conformance import FILES, TIMEOUT, expectation, name, stdin_of

SLOW = {"memory_churn": 3000, "game_search_astar": 3000}         # bytes between two collections; else 1
LISTED = (qemu.ROOT / "tests" / "collector_sample.txt").read_text(encoding="utf-8").split()     # they end within TIMEOUT
SAMPLE = FILES if os.environ.get("RUMPK_COLLECT_ALL") else [path for path in FILES if path.stem in LISTED]
ON_BOARDS = ("memory_churn", "memory_error")


@pytest.mark.parametrize("machine,level", [("host", 2)])
@pytest.mark.parametrize("path", SAMPLE, ids=name)
def test_collecting_at_every_allocation(path: Path, machine: str, level: int, batch_of: dict[Path, Batch],
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = expectation(path)
    monkeypatch.setenv("RUMPK_BUDGET", str(SLOW.get(path.stem, 1)))
    got = batches.run(path, batch_of[path], machine, level, stdin_of(path), TIMEOUT)
    assert (got.stdout, got.code) == (wanted.stdout, wanted.code), got.stderr


@pytest.mark.parametrize("machine", ["riscv64", "aarch64"])
@pytest.mark.parametrize("stem", ON_BOARDS)
@pytest.mark.board
def test_collecting_often_on_boards(stem: str, machine: str) -> None:
    path = qemu.ROOT / "tests" / "run" / f"{stem}.py"
    wanted = expectation(path)
    got = qemu.run(qemu.build(path, machine, 2), machine, b"", TIMEOUT,
                   ("-append", "rumpk.frames=1 rumpk.collect=often", "-m", "32M"))
    assert (got.stdout, got.code) == (wanted.stdout, wanted.code), got.stderr


def test_a_small_arena_is_enough_for_a_lot_of_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    """memory_churn allocates some 60 MB and never holds more than 1 MB."""
    path = qemu.ROOT / "tests" / "run" / "memory_churn.py"
    monkeypatch.setenv("RUMPK_ARENA", "2500000")
    got = qemu.run(qemu.build(path, "host", 2), "host", b"", TIMEOUT)
    assert (got.stdout, got.code) == (expectation(path).stdout, 0), got.stderr


@pytest.mark.parametrize("machine", ["host", "riscv64", "aarch64"])
@pytest.mark.board
def test_much_garbage_in_a_small_machine(machine: str) -> None:
    """The program that allocates 10 GiB in a machine of 64 MiB, when it is asked to; here 300 MiB, several arenas full."""
    got = qemu.run(qemu.build(qemu.ROOT / "tests" / "programs" / "churn.py", machine, 2), machine, b"300\n", TIMEOUT,
                   ("-m", "64M"))
    assert (got.stdout, got.code) == (b"5907 254155 49995000 2575\n", 0), got.stderr
