"""What the kernel knows of a worker: its memory, its rights, how it ended.

A worker's memory is one block:   stack | own words and variables | packet | arena
The stack grows down to the block's first byte; below is memory of somebody else, which it cannot touch.
"""

from typing import Final, Never

from rumpk import Ptr, extern, noalloc, u64, usize

SLOTS: Final = 64

# States
FREE: Final = 0
READY: Final = 1
RUNNING: Final = 2
ENDED: Final = 3

# Why a worker ended
EXITED: Final = 0
RAISED: Final = 1
FAULTED: Final = 2
PLEDGED: Final = 3
OUT_OF_TIME: Final = 4
KILLED: Final = 5


class Worker:
    """One slot. The first nine fields are what boot/<target>/wall/user.S reads and writes."""

    pc: u64
    sp: u64
    own: u64                            # its variables, by the thread pointer
    first: u64                          # five arguments
    second: u64
    third: u64
    fourth: u64
    fifth: u64
    waiting: u64                        # the frame of `user_enter` on its kernel stack

    def __init__(self) -> None:
        self.pc = u64(0)
        self.sp = u64(0)
        self.own = u64(0)
        self.first = u64(0)
        self.second = u64(0)
        self.third = u64(0)
        self.fourth = u64(0)
        self.fifth = u64(0)
        self.waiting = u64(0)
        self.state = 0
        self.fid = u64(0)
        self.base = usize(0)
        self.end = usize(0)
        self.tables = usize(0)          # of the fence, where it needs memory
        self.promises = u64(0)
        self.reason = 0
        self.code = 0
        self.cause = 0
        self.address = u64(0)
        self.reply = usize(0)
        self.reply_bytes = 0


workers: list[Worker] = [Worker() for _ in range(SLOTS)]

_running: int = 0


@extern("user_enter")
def user_enter(context: Ptr[u64]) -> int: ...


@extern("user_leave")
def user_leave(context: Ptr[u64], result: int) -> Never: ...


@noalloc
def context(worker: Worker) -> Ptr[u64]:
    """Its first nine fields, behind the word that every object begins with."""
    return Ptr[u64](worker) + 1


@noalloc
def run(slot: int) -> None:
    """The worker that runs from now on."""
    global _running
    _running = slot


@noalloc
def current() -> Worker:
    """The worker that runs."""
    return workers[_running]


@noalloc
def end_worker(worker: Worker, reason: int, code: int) -> Never:
    """The end, from inside one of its traps."""
    worker.reason = reason
    worker.code = code
    user_leave(context(worker), 0)
