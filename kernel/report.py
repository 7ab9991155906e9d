"""What a panic says where fibers run: who was running, its calls, the last events, everybody else."""

from typing import Final

from hal.board import (
    hart_number, timer_frequency, trap_address, trap_frame_pointer, trap_is_nested, trap_return)
from kernel import log
from kernel.clock import nanoseconds, since_start
from kernel.cue import Cue
from kernel.fiber import APP, BLOCKED, ENDED, GUARD_BYTES, Fiber
from kernel.hart import MOST_HARTS, harts
from kernel.ids import BUCKETS, bucket_of
from kernel.panic import die
from kernel.stack import in_page
from kernel.trace import EVENTS, KIND_SHIFT, KINDS, NAME_WIDTH, NAMES, event_at, noted
from kernel.traceback import show_calls, show_traceback
from rumpk import Array, Ptr, noalloc, u64, usize

LAST_EVENTS: Final = 32
MOST_FIBERS: Final = 32
MICROSECOND: Final = 1000
BYTE: Final = 0xFF

_event: Array[u64, 4] = Array[u64, 4]()


@noalloc
def is_too_deep(frame: Ptr[u64]) -> bool:
    """Whether a fault is the end of the stack of a fiber of the app; of other stacks it is a panic."""
    hart = harts[hart_number() % MOST_HARTS]
    fiber, address = hart.current, trap_address(frame)
    if trap_is_nested(frame):
        if hart.trap_guard != 0 and in_page(address, hart.trap_guard):
            die("the trap stack is full", frame)
    elif fiber is not None and fiber.order > 1 and in_page(address, fiber.block):
        if fiber.kind == APP:
            return True
        die("a fiber's stack is full", frame)
    return False


@noalloc
def report(frame: Ptr[u64]) -> None:
    """All of it, on the log. Nothing is locked: the other harts may still run."""
    hart = harts[hart_number() % MOST_HARTS]
    fiber = hart.current
    log.text("hart ")
    log.decimal(u64(hart.number))
    if fiber is None:
        show_traceback(frame)
        return
    log.text(", fiber ")
    log.hexadecimal(fiber.fid)
    log.newline()
    if fiber.order > 1 and not trap_is_nested(frame):
        low, high = fiber.block + usize(GUARD_BYTES), fiber.mailbox
        show_calls(trap_frame_pointer(frame), usize(trap_return(frame)), low, high)
    else:
        show_traceback(frame)
    show_events(LAST_EVENTS)
    show_fibers()


@noalloc
def show_all_events(_cue: Cue) -> None:
    """Every event that the ring still has, on the log."""
    log.always()
    show_events(EVENTS)


@noalloc
def show_events(most: int) -> None:
    """The last events, oldest first: time in microseconds, hart, what, two words."""
    end = noted()
    log.text("Events (us, hart, what):\n")
    for number in range(max(end - most, 0), end):
        if event_at(number, Ptr[u64](_event)):
            log.decimal(nanoseconds(since_start(_event[1]), timer_frequency()) // MICROSECOND)
            log.text("  ")
            log.decimal(_event[0] & BYTE)
            log.text("  ")
            kind = int(_event[0] >> KIND_SHIFT)
            log.text_part(NAMES, NAME_WIDTH * kind if kind < KINDS else 0, NAME_WIDTH)
            log.text("  ")
            log.hexadecimal(_event[2])
            log.text(" ")
            log.hexadecimal(_event[3])
            log.newline()


@noalloc
def show_fibers() -> None:
    """Who there is, in the order of the table of names; the first MOST_FIBERS."""
    log.text("Fibers (name, hart, priority, state):\n")
    shown, all_of = 0, 0
    for bucket in range(BUCKETS):
        fiber = bucket_of(bucket)
        while fiber is not None:
            all_of += 1
            if shown < MOST_FIBERS:
                shown += 1
                show_fiber(fiber)
            fiber = fiber.id_next
    if all_of > shown:
        log.text("and ")
        log.decimal(u64(all_of - shown))
        log.text(" more\n")


@noalloc
def show_fiber(fiber: Fiber) -> None:
    """One line."""
    log.hexadecimal(fiber.fid)
    log.text("  ")
    log.decimal(u64(fiber.hart))
    log.text("  ")
    log.decimal(u64(fiber.priority))
    if harts[fiber.hart % MOST_HARTS].current is fiber:
        log.text("  running\n")
    elif fiber.state == BLOCKED:
        log.text("  blocked\n")
    else:
        log.text("  ended\n" if fiber.state == ENDED else "  ready\n")
