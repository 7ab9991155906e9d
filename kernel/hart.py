"""What each hart has for itself: found through the register that the C ABI sets aside for a thread."""

from typing import Final

from hal.board import hart_record
from kernel.fiber import Fiber, Timer
from rumpk import Array, Ptr, inline, noalloc, prim, u8, u64, unchecked, usize

MOST_HARTS: Final = 8
PRIORITIES: Final = 8
LEAST: Final = PRIORITIES - 1


class Hart:
    """One hart's record. Only the hart itself changes it, with interrupts off."""

    def __init__(self, number: int) -> None:
        self.handler: usize = usize(0)          # word 1: the newest handler of boot/<target>/try.S
        self.number: int = number
        self.current: Fiber | None = None       # None: this hart schedules nothing
        self.waiting: u64 = u64(0)              # bit p: somebody of priority p is ready
        self.first: Array[Fiber | None, PRIORITIES] = Array[Fiber | None, PRIORITIES]()
        self.last: Array[Fiber | None, PRIORITIES] = Array[Fiber | None, PRIORITIES]()
        self.timers: Timer | None = None
        self.armed: u64 = u64(0)                # what the timer is set to; 0: to nothing
        self.slice_end: u64 = u64(0)            # when the turn of a worker is over; 0: there is no worker
        self.due: bool = False                  # it is over
        self.watches: bool = False              # no guard page stops who goes beyond its stack: kernel/guard.py
        self.idle: Fiber | None = None          # runs when nobody else can
        self.ended: Fiber | None = None         # its stack was in use a moment ago
        self.up: bool = False                   # it schedules
        self.trap_guard: usize = usize(0)       # the page below its trap stack


harts: list[Hart] = [Hart(number) for number in range(MOST_HARTS)]


@noalloc
@inline
def this_hart() -> Hart:
    """The record of the hart that asks. Interrupts are off, or the answer is only good until the next switch."""
    return prim.ptr_ref(Hart, prim.int_ptr(Ptr[u8], hart_record()))


@noalloc
def record_of(hart: Hart) -> usize:
    """The address that the hart's register holds."""
    return prim.ptr_int(prim.ref_ptr(hart))


@noalloc
@unchecked
def make_ready(hart: Hart, fiber: Fiber) -> None:
    """To the end of the queue of its priority."""
    priority = fiber.priority & LEAST       # says to the compiler that the index is one
    fiber.next = None
    last = hart.last[priority]
    if last is None:
        hart.first[priority] = fiber
        hart.waiting |= u64(1) << priority
    else:
        last.next = fiber
    hart.last[priority] = fiber


@noalloc
@unchecked
def take_ready(hart: Hart) -> Fiber | None:
    """The first one of the most urgent priority, taken from its queue."""
    if hart.waiting == 0:
        return None
    priority = int(prim.cttz(hart.waiting)) & LEAST
    fiber = hart.first[priority]
    if fiber is not None:
        following = fiber.next
        hart.first[priority] = following
        if following is None:
            hart.last[priority] = None
            hart.waiting &= ~(u64(1) << priority)
    return fiber


@noalloc
@inline
@unchecked
def take_turn(hart: Hart, fiber: Fiber) -> Fiber | None:
    """`fiber`, which runs, goes to the end of its queue if somebody is ready who is as urgent: that one, or None."""
    priority = int(prim.cttz(hart.waiting))             # 64 where nobody is ready
    if priority > fiber.priority:
        return None
    if priority == fiber.priority:
        at = priority & LEAST
        other, last = hart.first[at], hart.last[at]
        if other is not None and last is not None:
            last.next = fiber
            hart.last[at] = fiber
            fiber.next = None
            hart.first[at] = other.next
            return other
    make_ready(hart, fiber)
    return take_ready(hart)
