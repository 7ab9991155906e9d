"""What the kernel knows of a worker: its memory, its rights, how it ended.

A worker's memory is one block:   stack | own words and variables | rescue stack | packet | arena
The stack grows down to the block's first byte; below is memory of somebody else, which it cannot touch. Of the block
a part is open at first; it grows (kernel/window.py).
"""

from typing import Final, Never

from hal.board import fence_use, interrupts_off, interrupts_on, timer_ticks
from kernel import log
from kernel.fiber import Fiber
from kernel.hart import this_hart
from kernel.sched import begin_slice, current, yield_now
from rumpk import Array, Ptr, cold, extern, inline, noalloc, noinline, nonblocking, prim, u8, u64, unchecked, usize

SLOTS: Final = 128                      # a multiple of 64

# States
FREE: Final = 0
ALIVE: Final = 1
ENDED: Final = 2
MAKING: Final = 3                       # taken, and nobody knows it yet

# Why a worker ended; lib/hive.py has the words
EXITED: Final = 0
RAISED: Final = 1
FAULTED: Final = 2
PLEDGED: Final = 3
OUT_OF_TIME: Final = 4
KILLED: Final = 5
NO_DOOM: Final = -1

PIECE: Final = 65536                    # bytes that are copied before others may run
NO_LIMIT: Final = 0xFFFF_FFFF_FFFF_FFFF     # of processor time


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
        self.number: int = 0            # of the slot, from 1
        self.state: int = FREE
        self.hart: int = 0              # where it runs
        self.fid: u64 = u64(0)
        self.parent: u64 = u64(0)       # who spawned it; 0: the app
        self.base: usize = usize(0)     # its memory
        self.end: usize = usize(0)
        self.low: usize = usize(0)      # … of which from here
        self.high: usize = usize(0)     # to here all is open and the rest is not
        self.tables: usize = usize(0)   # of the fence, where it needs memory
        self.promises: u64 = u64(0)
        self.lenient: bool = False      # a call without its promise is an error, not the end
        self.rescue: u64 = u64(0)       # where the stack begins on which RecursionError is raised
        self.budget: u64 = u64(NO_LIMIT)    # ticks of processor time
        self.used: u64 = u64(0)         # … and by those that it has spawned, once they have ended:
        self.charged: u64 = u64(0)      # they may be on other harts (hive.py's lock)
        self.reserved: u64 = u64(0)     # … of which those that live have not used all yet: their budgets
        self.since: u64 = u64(0)        # when it got the processor
        self.doom: int = NO_DOOM        # why it has to end as soon as it is seen
        self.fiber: Fiber | None = None
        self.waiter: Fiber | None = None    # who waits for its end
        self.reason: int = EXITED
        self.code: int = 0
        self.cause: int = 0             # of a fault
        self.address: u64 = u64(0)
        self.reply: usize = usize(0)    # in its own memory; behind its end in pages of its own
        self.reply_bytes: int = 0
        self.group: int = 0             # which workers of the shell it belongs to; 0: to none
        self.quiet: bool = False        # the log does not say that it comes and goes
        self.title: u64 = u64(0)        # what `ps` calls it: up to 16 bytes of UTF-8
        self.title_end: u64 = u64(0)
        self.name_next: Worker | None = None    # with a name of the same bucket (hive.py's lock, as the next four)
        self.maker: Worker | None = None        # who spawned it, if that is a worker that lives
        self.child: Worker | None = None        # one of those that it has spawned,
        self.sibling: Worker | None = None      # of whom this is the next one,
        self.before: Worker | None = None       # … and the one before


SLOT_BYTES: Final = 384
_slots: Array[u64, SLOTS * SLOT_BYTES // 8] = Array[u64, SLOTS * SLOT_BYTES // 8]()     # zeroed: all of them are FREE


@extern("user_enter")
@nonblocking
def user_enter(context: Ptr[u64]) -> int: ...


@extern("user_leave")
@nonblocking
def user_leave(context: Ptr[u64], result: int) -> Never: ...


@extern("clear_floats")
@nonblocking
def clear_floats() -> None: ...


@noalloc
def context(worker: Worker) -> Ptr[u64]:
    """Its first nine fields, behind the word that every object begins with."""
    return Ptr[u64](worker) + 1


@noalloc
@inline
def worker_at(place: u64) -> Worker:
    """The worker whose slot lies at an address: what `Fiber.worker` holds."""
    return prim.ptr_ref(Worker, prim.int_ptr(Ptr[u8], usize(place)))


@noalloc
@inline
def slot(number: int) -> Worker:
    """One of the SLOTS, from 0."""
    return worker_at(u64(usize(Ptr[u64](_slots) + SLOT_BYTES // 8 * number)))


@noalloc
@inline
def this_worker() -> Worker:
    """The worker whose trap this is."""
    return worker_at(current().worker)


@noalloc
def worker_of(fiber: Fiber) -> Worker | None:
    """The worker that a fiber is; None for a fiber of the kernel."""
    return worker_at(fiber.worker) if fiber.worker != 0 else None


@noalloc
@unchecked
def time_spent(worker: Worker) -> u64:
    """Ticks of the processor that a worker, and those that it has spawned and that have ended, have used."""
    return worker.used + worker.charged - worker.reserved


@noalloc
@unchecked
def pause(worker: Worker) -> None:
    """The worker gives up its processor: what it used counts."""
    worker.used += timer_ticks() - worker.since


@noalloc
@unchecked
def resume(worker: Worker) -> None:
    """The worker has its processor (again): its fence, a turn that ends, and nothing that others left in registers.

    A turn may be over before it begins, when the machine is slow: then nothing would end it any more. Whoever gave up
    the processor may have it again with interrupts on; on the way to user mode they are off.
    """
    interrupts_off()
    worker.since = timer_ticks()
    if worker.doom != NO_DOOM:
        obey(worker)
    if worker.used + worker.charged >= worker.budget:
        time_over(worker)
    hart = this_hart()
    if hart.slice_end == 0:
        begin_slice(hart)
    fence_use(worker.low, worker.high, worker.tables, worker.number)
    clear_floats()


@noalloc
@noinline
@unchecked
def breathe() -> bool:
    """In the middle of a long call: others run. False: the caller is a worker that has to end.

    A worker's fence is gone after that: `resume` has to follow. Interrupts are off before and after.
    """
    fiber = this_hart().current
    if fiber is None:
        return True                     # an app without fibers
    worker = worker_of(fiber)
    if worker is not None:
        pause(worker)
    interrupts_on()
    yield_now()
    interrupts_off()
    if worker is None:
        return True
    worker.since = timer_ticks()
    return worker.doom == NO_DOOM


@noalloc
@noinline
@unchecked
def copy(target: Ptr[u8], source: Ptr[u8], count: int) -> None:
    """Copy what may be long; others run meanwhile, also where the caller has to end."""
    at = 0
    while count - at > PIECE:
        prim.mem_copy(target + at, source + at, usize(PIECE))
        at += PIECE
        breathe()
    prim.mem_copy(target + at, source + at, usize(count - at))


@noalloc
@cold
def obey(worker: Worker) -> None:
    """The end of a worker that was told to end. On its first way to user mode it has no frame to leave by: the call of
    the hart that told it is pending, and reaches it there."""
    if worker.waiting != 0:
        end_worker(worker, worker.doom, 0)


@noalloc
@cold
def time_over(worker: Worker) -> Never:
    """The end of a worker that has used up its time."""
    report(worker, "is out of time")
    end_worker(worker, OUT_OF_TIME, 0)


@noalloc
@unchecked
def report(worker: Worker, words: str, tag: str = "[Worker] ") -> None:
    """One line of the log about a worker."""
    log.begin(tag)
    log.text("Fiber 0x")
    log.hexadecimal(worker.fid)
    log.text(" ")
    log.text(words)
    log.end()


@noalloc
def end_worker(worker: Worker, reason: int, code: int) -> Never:
    """The end, from inside one of its traps."""
    worker.reason = reason
    worker.code = code
    user_leave(context(worker), 0)
