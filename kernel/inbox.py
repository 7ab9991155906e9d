"""How a fiber is woken, from its own hart or from another.

Each hart has an inbox: a list of its fibers that others want to be woken, newest first. Anyone pushes with one
compare-and-exchange; the hart takes the whole list with one exchange when a call interrupts it. A fiber is in it once:
`queued` is set by whoever pushes it and cleared before it is woken, so the fiber sees what was published before a push.
"""

from typing import Final

from hal.board import hart_call
from kernel.fiber import BLOCKED, ENDED, READY, WORD_LINK, WORD_QUEUED, Fiber, fiber_at, place_of
from kernel.hart import MOST_HARTS, Hart, make_ready, this_hart
from rumpk import Array, Ptr, noalloc, prim, usize

LINE_WORDS: Final = 8                   # 64 bytes: one inbox a cache line

_inboxes: Array[usize, 64] = Array[usize, 64]()     # MOST_HARTS * LINE_WORDS


@noalloc
def inbox_of(hart: int) -> Ptr[usize]:
    """The head of a hart's list."""
    return Ptr[usize](_inboxes) + LINE_WORDS * (hart % MOST_HARTS)


@noalloc
def wake(fiber: Fiber) -> None:
    """The fiber, if it is blocked, runs again. Interrupts are off."""
    hart = this_hart()
    if fiber.hart == hart.number:
        rouse(hart, fiber)
    else:
        post(fiber)


@noalloc
def wake_known(fiber: Fiber) -> None:
    """The same for one that was found by its name: one that has ended may go at any time. ids.py's lock is held."""
    if fiber.state != ENDED:
        wake(fiber)


@noalloc
def rouse(hart: Hart, fiber: Fiber) -> None:
    """The same for a fiber of this hart."""
    if fiber.state == BLOCKED:
        fiber.state = READY
        make_ready(hart, fiber)


@noalloc
def post(fiber: Fiber) -> None:
    """Put a fiber of another hart into its inbox, and call that hart."""
    place = place_of(fiber)
    words = Ptr[usize](place)
    if prim.atomic_swap_acqrel(words + WORD_QUEUED, usize(1)) != 0:
        return                              # it is there, and was not looked at yet
    box = inbox_of(fiber.hart)
    while True:
        head = prim.atomic_load_relaxed(box)
        words[WORD_LINK] = head
        if prim.atomic_cas_release(box, head, place) == head:
            break
    hart_call(fiber.hart)


@noalloc
def open_inbox(hart: Hart) -> None:
    """Wake all that are in this hart's inbox, in the order in which they came."""
    at = prim.atomic_swap_acquire(inbox_of(hart.number), usize(0))
    ordered = usize(0)
    while at != 0:
        words = Ptr[usize](at)
        following = words[WORD_LINK]
        words[WORD_LINK] = ordered
        ordered = at
        at = following
    while ordered != 0:
        words = Ptr[usize](ordered)
        following = words[WORD_LINK]
        fiber = fiber_at(ordered)
        prim.atomic_swap_acqrel(words + WORD_QUEUED, usize(0))
        rouse(hart, fiber)
        ordered = following
