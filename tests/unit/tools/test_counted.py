"""Counts from QEMU's log of single steps, and profiles, do not depend on how busy the host is."""

from __future__ import annotations

from pathlib import Path

from tests.bench.from_reset import count_until
from tests.bench.shell_figures import counts_in

UART = 0x1000_0000
STOPPED = "Stopped execution of TB chain before 0x7f0000000100 [0000000080000004] \n"


def step(address: int) -> str:
    return f"Trace 0: 0x7f0000000100 [00000000/{address:016x}/00000000/ff000201] \n"


def access(kind: str, byte: int) -> str:
    return f"memory_region_ops_{kind} cpu 0 mr 0x55d0 addr {UART:#x} value {byte:#x} size 1 name 'serial'\n"


def test_a_step_that_the_host_holds_up_counts_once(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text(step(0) + step(4) + STOPPED + step(4) + access("write", ord("o")) + step(8) + access("write", ord("k")) + step(12))
    assert count_until(log, UART, b"ok") == 3
    assert count_until(log, UART, b"never") is None


def test_from_return_to_the_first_byte_behind_its_echo(tmp_path: Path) -> None:
    log = tmp_path / "log"
    line = [step(0), access("read", 0x0D), step(4), STOPPED, step(4), access("write", 0x0A), step(8), STOPPED, step(8), step(12), access("write", ord("h"))]
    log.write_text("".join(line * 2))
    assert counts_in(log, UART) == [3, 3]
