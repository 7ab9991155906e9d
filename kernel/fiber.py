"""A fiber: a thread of the kernel with a stack of its own. What it is; sched.py says when it runs.

One block of pages holds all of it, so that its end gives everything back at once:

    block             guard: nothing may be written here (kernel/guard.py)
    + GUARD_BYTES     the stack, down from …
    end - RECORD      … here: the fiber's timer, its mailbox and this record

Others know the first words of a record: the collector (lib/core/collector.py) those from 1 to 8, boot/<target>/switch.S
those from 6 to 8, other harts the last two:
    0 header   1 stack   2 top   3 next_stack   4 running   5 handled   6, 7 code and environment of `entry`
    8 argument   9 link   10 queued
"""

from typing import Callable, Final

from kernel.ring import ring_init
from rumpk import Ptr, inline, noalloc, prim, u8, u64, usize

PAGE: Final = 4096
GUARD_BYTES: Final = 4096
ORDER: Final = 2                        # pages of a block: 2 to this
RECORD_BYTES: Final = 1536
MAILBOX_BYTES: Final = 960              # ring.py; the mailbox begins at a multiple of 64
MAILBOX_SHIFT: Final = 4                # messages that it holds: 2 to this
MESSAGE_WORDS: Final = 3
TIMER_BYTES: Final = 128

NO_ONE: Final = 0                       # a FID that nobody has

# What a fiber does.
READY: Final = 0                        # in a queue, or running
BLOCKED: Final = 1                      # until somebody wakes it
ENDED: Final = 2                        # its result waits for `join`

# What a fiber may do.
APP: Final = 0                          # use the arena, raise exceptions: only on the hart that booted
KERNEL: Final = 1                       # neither
WORKER: Final = 2                       # runs user code, and is pre-empted there

WORD_STACK: Final = 1
WORD_LINK: Final = 9
WORD_QUEUED: Final = 10

NORMAL: Final = 4                       # priorities: 0 is the most urgent
LOWEST: Final = 7


class Timer:
    """Something that happens once, at a time in ticks. kernel/timers.py keeps those of a hart in a heap."""

    def __init__(self) -> None:
        self.deadline: u64 = u64(0)
        self.argument: u64 = u64(0)
        self.action: Callable[[Timer], None] | None = None
        self.armed: bool = False
        self.child: Timer | None = None         # of the heap: the first of those that are later,
        self.next: Timer | None = None          # the next one with the same parent,
        self.back: Timer | None = None          # and the one before it, or the parent


class Fiber:
    """The record. It belongs to one hart, which alone changes it; `link` and `queued` are the others' way to it."""

    def __init__(self, entry: Callable[[u64], None], argument: u64) -> None:
        self.stack: usize = usize(0)            # the stack pointer while it does not run
        self.top: usize = usize(0)              # where its stack begins
        self.next_stack: usize = usize(0)       # the collector's list: word 1 of the next one
        self.running: usize = usize(0)          # while it does not run: the generator whose body runs in it,
        self.handled: BaseException | None = None       # and the exception whose handler does
        self.entry: Callable[[u64], None] = entry
        self.argument: u64 = argument
        self.link: usize = usize(0)             # the next one in a hart's inbox
        self.queued: u64 = u64(0)               # 1: it is in an inbox
        self.before: Fiber | None = None        # who has this one as the next of the collector's list
        self.next: Fiber | None = None          # in the queue that it waits in
        self.fid: u64 = u64(NO_ONE)
        self.id_next: Fiber | None = None       # with a FID of the same bucket (ids.py)
        self.joiners: Fiber | None = None       # those that wait for its end
        self.joined: bool = False               # the end that it waited for has come; `result` is that of the other
        self.timer: Timer | None = None
        self.hart: int = 0
        self.state: int = READY
        self.priority: int = NORMAL
        self.order: int = 0                     # of its block; 0 and no block: the fiber that booted
        self.block: usize = usize(0)
        self.mailbox: usize = usize(0)          # a ring of messages
        self.result: u64 = u64(0)               # of a fiber that ended
        self.doomed: bool = False               # it has to end: what it waits for will not come
        self.detached: bool = False             # nobody will join it: its end is the end of its record
        self.guard: u64 = u64(0)                # the page below its stack, as the machine takes it (guard.py)
        self.kind: int = APP                    # whether it may use the arena, or is pre-empted
        self.worker: u64 = u64(0)               # where kernel/worker.py's record of it lies; 0: it is no worker
        self.waits_next: usize = usize(0)       # the next one that waits for the same end of a pipe


@noalloc
@inline
def fiber_at(place: usize) -> Fiber:
    """The fiber whose record lies at `place`."""
    return prim.ptr_ref(Fiber, prim.int_ptr(Ptr[u8], place))


@noalloc
@inline
def timer_at(place: usize) -> Timer:
    """The timer that lies at `place`."""
    return prim.ptr_ref(Timer, prim.int_ptr(Ptr[u8], place))


@noalloc
@inline
def place_of(fiber: Fiber) -> usize:
    """Where the record of a fiber lies."""
    return prim.ptr_int(prim.ref_ptr(fiber))


@noalloc
def lay_out(block: usize, order: int, entry: Callable[[u64], None], argument: u64) -> Fiber:
    """A new fiber in a block of 2**order pages, with nothing but its record: its stack is not ready to run yet."""
    end = block + usize(PAGE << order)
    record = end - usize(RECORD_BYTES)
    prim.mem_set(Ptr[u8](record), u8(0), usize(RECORD_BYTES))
    fiber = fiber_at(end - usize(RECORD_BYTES - MAILBOX_BYTES))
    fiber.entry = entry
    fiber.argument = argument
    ring_init(Ptr[u64](record), MAILBOX_SHIFT, MESSAGE_WORDS)
    fiber.mailbox = record
    fiber.timer = timer_at(end - usize(TIMER_BYTES))
    fiber.block = block
    fiber.order = order
    fiber.top = record
    fiber.priority = NORMAL
    return fiber


@noalloc
def stack_top(fiber: Fiber) -> usize:
    """Where the stack of a fiber that `lay_out` made begins."""
    return fiber.mailbox
