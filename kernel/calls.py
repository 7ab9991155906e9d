"""The system calls: one row each. The compiler makes the stubs of it, the kernel its checks, docs/ its pages.

A row: number, name, the promise that a caller needs ("": none), kinds of the arguments, what it does.
Kinds: `int` any word; `bytes` and `buffer` an address that the caller may read or write, for as many bytes as the next
argument says, a `count`; `fid` a worker's id; `entry` an address of user code. A result below zero is an error.
"""

from typing import Final

CALLS: Final = (
    (0, "exit", "", "int", "End the worker with an exit code."),
    (1, "null", "", "", "Nothing: what a call costs."),
    (2, "write", "STDIO", "int bytes count", "Send bytes to a channel (1 output, 2 log). The number sent."),
    (3, "read", "STDIO", "int buffer count", "Wait for input, take what is there. The number of bytes, 0 at its end."),
    (4, "ticks", "TIME", "", "Nanoseconds since boot."),
    (5, "reply", "", "bytes count", "Leave the packet that a join returns; the last one counts."),
    (6, "fail", "", "bytes count", "Say which exception ends the worker: a join returns it as the reason."),
)

STDIO: Final = 0x1
RPATH: Final = 0x2
WPATH: Final = 0x4
INET: Final = 0x8
EXEC: Final = 0x10
TIME: Final = 0x20
GFX: Final = 0x40
BLOCK: Final = 0x80
ALL: Final = 0xFFFF_FFFF_FFFF_FFFF
PROMISES: Final = {"": 0, "STDIO": STDIO, "RPATH": RPATH, "WPATH": WPATH, "INET": INET, "EXEC": EXEC, "TIME": TIME,
                   "GFX": GFX, "BLOCK": BLOCK}

NEEDS: Final = tuple([PROMISES[row[2]] for row in CALLS])
# Where a pointer is among the arguments: its place + 1, 0 where none is; and whether the call writes there.
POINTERS: Final = tuple([1 + max([-1] + [n for n, kind in enumerate(row[3].split()) if kind in ("bytes", "buffer")])
                         for row in CALLS])
WRITES: Final = tuple(["buffer" in row[3].split() for row in CALLS])
COUNT: Final = len(CALLS)
