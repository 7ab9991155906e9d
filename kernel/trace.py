"""What happened lately: a ring of events that every hart writes without locks, and whoever reads looks twice.

An event has a slot of four words: mark, time, two words of its own. A writer takes the next number with one addition,
and writes the mark last, with release: number + 1, kind and hart. A reader takes an event only if its mark is the one
that the number asks for, before and after it has read the rest; one that is being overwritten is passed over.

    word 0   number + 1 (48 bits)   kind (8)   hart (8)      word 1   ticks      words 2, 3   what the kind says
"""

from enum import IntEnum
from typing import Final

from hal.board import hart_number, timer_frequency, timer_ticks
from kernel.clock import nanoseconds, since_start
from rumpk import Array, Ptr, export, noalloc, noinline, prim, u64, unchecked

EVENTS: Final = 256                     # a power of two
EVENT_WORDS: Final = 4
KIND_SHIFT: Final = 8
NUMBER_SHIFT: Final = 16
BYTE: Final = 0xFF


class Event(IntEnum):
    """The kinds, with their two words."""

    HART_UP = 1                         # -, -
    SPAWN = 2                           # the new fiber, its hart
    END = 3                             # the fiber, its result
    JOINED = 4                          # the fiber, its result
    CALL = 5                            # another hart called: -, -
    DEVICE = 6                          # the event's number, -
    SPURIOUS = 7                        # the event's number, -
    NO_MEMORY = 8                       # order of the block, pages that are free
    SENT_TO_NOBODY = 9                  # the name, -
    MAILBOX_FULL = 10                   # the fiber, -
    WORKER = 11                         # a new one, its promises
    FAULT = 12                          # of a worker: cause, address
    WORKER_END = 13                     # the worker, why (kernel/worker.py)
    PLEDGE = 14                         # a violation: the worker, number of the call


NAMES: Final = ("?           hart up     spawn       end         joined      call        device      spurious    "
                "no memory   to nobody   mailbox fullworker      fault       worker end  pledge      ")
NAME_WIDTH: Final = 12
KINDS: Final = 15

_slots: Array[u64, 1024] = Array[u64, 1024]()       # EVENTS * EVENT_WORDS
_next: Array[u64, 1] = Array[u64, 1]()


@noalloc
@noinline
@unchecked
def note(kind: Event, first: u64, second: u64) -> None:
    """Write an event down. Interrupts may be on or off."""
    number = prim.atomic_add_relaxed(Ptr[u64](_next), u64(1))
    slot = Ptr[u64](_slots) + EVENT_WORDS * (int(number) & EVENTS - 1)
    prim.atomic_store_relaxed(slot, u64(0))
    prim.fence_release()
    slot[1] = timer_ticks()
    slot[2] = first
    slot[3] = second
    prim.atomic_store_release(slot, (number + 1) << NUMBER_SHIFT | u64(int(kind) << KIND_SHIFT | hart_number()))


@noalloc
def noted() -> int:
    """How many events there were."""
    return int(prim.atomic_load_relaxed(Ptr[u64](_next)))


@noalloc
@export("plat_events")
def plat_events() -> int:
    """The same, for the library (lib/events.py)."""
    return noted()


@noalloc
@export("plat_event")
def plat_event(number: int, out: Ptr[u64]) -> int:
    """1 and an event's kind, hart, nanoseconds since the start and two words in `out`; 0 where it is gone."""
    if not event_at(number, out):
        return 0
    out[4] = out[3]
    out[3] = out[2]
    out[2] = nanoseconds(since_start(out[1]), timer_frequency())
    out[1] = out[0] & BYTE
    out[0] = out[0] >> KIND_SHIFT
    return 1


@noalloc
def event_at(number: int, out: Ptr[u64]) -> bool:
    """Copy an event's four words, without its number in the first; False where it is gone, or not written yet."""
    slot = Ptr[u64](_slots) + EVENT_WORDS * (number & EVENTS - 1)
    mark = prim.atomic_load_acquire(slot)
    if mark >> NUMBER_SHIFT != u64(number + 1):
        return False
    for i in range(1, EVENT_WORDS):
        out[i] = slot[i]
    out[0] = mark & u64((1 << NUMBER_SHIFT) - 1)
    prim.fence_acquire()
    return prim.atomic_load_relaxed(slot) == mark
