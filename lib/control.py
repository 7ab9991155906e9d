"""What a shell asks beyond spawning: who is in the foreground, who is there, what memory is left, the end of others.

    before = foreground(7)              Ctrl-C ends the workers of group 7 (`spawn(…, group=7)`); needs EXEC
    if interrupted(7): …                it was pressed since then, or since this was asked last
    for one in workers(): …             needs RPATH
    end(one.fid)                        of the caller's family (kernel/census.py); needs PROC

While a group is in the foreground, readers get lines, shown and edited as they are typed (kernel/terminal.py).
"""

from typing import Final

import kernel.census  # noqa: F401  (offers its system calls)
import kernel.terminal  # noqa: F401
from lib.core.bytesmem import new_bytes, payload
from lib.os_errors import checked
from rumpk import Array, Ptr, extern, prim, u64

ROW: Final = 96                         # bytes of a worker's row, kernel/census.py
TITLE: Final = 8                        # the word of it where the title begins
FEW: Final = 16
PRESSED: Final = 1 << 32                # in what `hive_foreground` returns: Ctrl-C was pressed
STATES: Final = ("", "ready", "waiting", "ended")

_counts: Array[u64, 6] = Array[u64, 6]()


@extern("hive_foreground")
def hive_foreground(group: u64) -> int: ...


@extern("hive_workers")
def hive_workers(out: Ptr[u64], size: int) -> int: ...


@extern("hive_end")
def hive_end(fid: u64) -> int: ...


@extern("hive_counts")
def hive_counts(out: Ptr[u64]) -> int: ...


class WorkerInfo:
    """A worker, as it was a moment ago."""

    def __init__(self, row: Ptr[u64]) -> None:
        self.fid = row[0]
        self.parent = row[1]            # its name; 0: the app; all ones: it has ended
        self.state = STATES[int(row[2])]
        self.promises = int(row[3] >> 1) * 2 + int(row[3] & 1) if row[3] >> 63 == 0 else -1
        self.memory = int(row[4])       # bytes that it may use,
        self.open = int(row[10])        # and that it uses
        self.time_ns = int(row[5])      # of the processor
        self.group = int(row[6])
        self.hart = int(row[7])
        self.dying = row[11] != 0       # it has to end, and has not yet
        text = b""
        for i in range(16):
            byte = int(row[TITLE + i // 8] >> (8 * (i % 8)) & 0xFF)
            if byte != 0:
                text += bytes([byte])
        self.title = text.decode("utf-8", "replace")


class Counts:
    """What is left."""

    def __init__(self) -> None:
        checked(hive_counts(Ptr[u64](_counts)))
        self.pages = int(_counts[0])    # for workers and pipes,
        self.free_pages = int(_counts[1])       # of which nobody has these
        self.page_bytes = int(_counts[2])
        self.workers = int(_counts[3])
        self.openings = int(_counts[4])         # ends of pipes, files
        self.most_workers = int(_counts[5])


def foreground(group: int) -> int:
    """The group of workers that Ctrl-C ends from now on, 0 for none; the one before."""
    return checked(hive_foreground(prim.zext(u64, group))) & PRESSED - 1


def interrupted(group: int) -> bool:
    """The same; whether Ctrl-C was pressed in the foreground before, which may have been that group too."""
    return checked(hive_foreground(prim.zext(u64, group))) >= PRESSED


def workers() -> list[WorkerInfo]:
    """All workers that there are."""
    count = FEW
    while True:
        rows = new_bytes(count * ROW)
        found = checked(hive_workers(Ptr[u64](payload(rows)), count * ROW))
        if found <= count:
            return [WorkerInfo(Ptr[u64](payload(rows) + i * ROW)) for i in range(found)]
        count = found + FEW


def end(fid: u64) -> None:
    """End a worker. ProcessLookupError where there is none of that name in the family."""
    checked(hive_end(fid))
