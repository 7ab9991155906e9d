"""System calls: from a worker's registers to the kernel's functions, past every check.

The entry in boot/<target>/wall calls `system_call` on the worker's kernel stack. The table is kernel/calls.py.
"""

from typing import Final

from kernel.calls import COUNT, NEEDS, POINTERS, WRITES
from kernel.clock import plat_ticks
from kernel.console import plat_read, plat_write
from kernel.worker import EXITED, PLEDGED, Worker, current, end_worker
from hal.board import user_constants
from rumpk import Ptr, export, noalloc, u8, u64, usize

NO_CALL: Final = -38                    # errors, by CPython's numbers (errno)
BAD_ADDRESS: Final = -14
BAD_VALUE: Final = -22


@noalloc
@export("system_call")
def system_call(a: u64, b: u64, c: u64, d: u64, e: u64, f: u64, number: u64) -> int:
    """One call; its result goes into the caller's first register."""
    worker = current()
    if number >= COUNT:
        return NO_CALL
    call = int(number)
    if u64(NEEDS[call]) & ~worker.promises != 0:
        end_worker(worker, PLEDGED, call)
    place = POINTERS[call]
    if place != 0:
        start, count = (a, b) if place == 1 else (b, c)
        if not reaches(worker, start, count, WRITES[call]):
            return BAD_ADDRESS
    match call:
        case 0:
            end_worker(worker, EXITED, int(a & 0xFF))
        case 1:
            return 0
        case 2:
            if a != 1 and a != 2:
                return BAD_VALUE
            return plat_write(int(a), Ptr[u8](usize(b)), int(c))
        case 3:
            return plat_read(0, Ptr[u8](usize(b)), int(c))
        case 4:
            return int(plat_ticks())
        case 5:
            worker.reply = usize(a)
            worker.reply_bytes = int(b)
    return 0


@noalloc
def reaches(worker: Worker, start: u64, count: u64, write: bool) -> bool:
    """Whether the caller itself may touch `count` bytes from `start` on."""
    if within(start, count, u64(worker.base), u64(worker.end)):
        return True
    constants = user_constants()
    return not write and within(start, count, constants[0], constants[1])


@noalloc
def within(start: u64, count: u64, base: u64, end: u64) -> bool:
    """Whether `start` … `start + count` lies in a range; no sum can overflow."""
    return base <= start <= end and count <= end - start
