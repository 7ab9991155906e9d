"""What pipes cost, in guest instructions: run with `-icount shift=0`, where a nanosecond is one."""

import os

from lib.hive import Reason, Worker, spawn
from lib.system import uptime_ns

MIB = 1 << 20
BLOCK = 65536
MEMORY = 1 << 20


def writes(packet: list[str]) -> list[str]:
    """A MiB, in blocks."""
    block = bytes(BLOCK)
    left = MIB
    while left > 0:
        left -= os.write(1, block)
    return []


def reads(packet: list[str]) -> list[str]:
    """Everything, to its end."""
    total = 0
    while True:
        piece = os.read(0, BLOCK)
        if len(piece) == 0:
            return [str(total)]
        total += len(piece)


def nothing(packet: list[str]) -> list[str]:
    return packet


def small(packet: list[str]) -> list[str]:
    """A byte there and back, many times, in one worker: what the calls cost."""
    r, w = os.pipe()
    byte = b"x"
    begin = uptime_ns()
    for _ in range(1000):
        os.write(w, byte)
        os.read(r, 1)
    return [str((uptime_ns() - begin) // 1000)]


def checked(worker: Worker) -> list[str]:
    out = worker.join()
    if out.reason != Reason.EXITED:
        raise RuntimeError(f"{out.reason.name}: {out.packet}")
    return out.packet


def main() -> int:
    checked(spawn(nothing, []))
    begin = uptime_ns()
    r, w = os.pipe()
    writer = spawn(writes, [], memory=MEMORY, stdout=w, quiet=True)
    reader = spawn(reads, [], memory=MEMORY, stdin=r, quiet=True)
    os.close(r)
    os.close(w)
    checked(writer)
    if checked(reader) != [str(MIB)]:
        raise RuntimeError("bytes are lost")
    spent = uptime_ns() - begin
    print("a MiB through a pipe, instructions for 100 bytes", spent * 100 // MIB)
    print("a byte written and read", checked(spawn(small, [], quiet=True))[0])
    return 0
