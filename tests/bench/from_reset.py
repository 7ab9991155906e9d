"""Instructions from reset to what a machine says: counted in QEMU's log of single steps, which has every store to the UART too."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))
import qemu  # noqa: E402

UARTS = {"riscv64": 0x1000_0000, "aarch64": 0x0900_0000}
PROMPT = b"root@nexus:# "
END_OF_INPUT = b"\x04"              # on a plain line, where nothing has been typed


def instructions_until(image: Path, machine: str, said: bytes, arguments: str = "rumpk.log=quiet") -> int:
    """From the first instruction to the store that sends the last byte of `said`. SystemExit where nobody says it."""
    board = qemu.board(machine).qemu
    assert board is not None
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        command = board.command(str(image), extra=(*qemu.COUNTED, "-singlestep", "-d", "exec,nochain", "-D", str(log),
                                                   "-trace", "memory_region_ops_write", "-append", arguments))
        with qemu.Guest(command, 120, framed=False) as guest:
            guest.wait_for(said)
            guest.send(END_OF_INPUT)
            guest.wait()
        count = count_until(log, UARTS[machine], said)
    if count is None:
        raise SystemExit(f"{image.name} on {machine} never said {said!r}")
    return count


def counted(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines of QEMU's log of single steps that are none, each with the number of instructions that ran before it.

    QEMU names an instruction before it runs it. Where the host's side then asks the processor to wait (and a busy host asks more often), it says
    "Stopped execution of TB chain before ...", and names the instruction again when it goes on.
    """
    count = 0
    for line in lines:
        if line.startswith("Trace "):
            count += 1
        elif line.startswith("Stopped execution "):
            count -= 1
        else:
            yield count, line


def count_until(log: Path, uart: int, said: bytes) -> int | None:
    """The instructions in a log of QEMU's before the bytes `said` have gone to the UART's first register."""
    sent = re.compile(rf"memory_region_ops_write.* addr {uart:#x} value 0x([0-9a-f]+) ")
    line_so_far = b""
    with log.open(errors="replace") as lines:
        for count, line in counted(lines):
            if found := sent.search(line):
                line_so_far += bytes([int(found[1], 16) & 0xFF])
                if line_so_far.endswith(said):
                    return count
    return None
