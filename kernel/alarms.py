"""The timers of a hart and the hardware's one: which time comes next, and what happens then. Interrupts are off."""

from hal.board import timer_arm, timer_disarm, timer_ticks
from kernel.fiber import Timer
from kernel.hart import Hart
from kernel.timers import inserted, removed
from rumpk import noalloc, u64


@noalloc
def start_timer(hart: Hart, timer: Timer) -> None:
    """`timer.action` is called at `timer.deadline`, with interrupts off, in the middle of whatever runs then."""
    if timer.armed:
        cancel_timer(hart, timer)
    hart.timers = inserted(hart.timers, timer)
    arm(hart)


@noalloc
def cancel_timer(hart: Hart, timer: Timer) -> None:
    """It does not happen. Nothing changes where it has happened already."""
    root = hart.timers
    if root is not None and timer.armed:
        hart.timers = removed(root, timer)


@noalloc
def arm(hart: Hart) -> None:
    """Set the hardware to what comes next, unless it would come soon enough anyway."""
    wanted = hart.slice_end
    root = hart.timers
    if root is not None and (wanted == 0 or root.deadline < wanted):
        wanted = root.deadline if root.deadline > 0 else u64(1)
    if wanted != 0 and (hart.armed == 0 or wanted < hart.armed):
        hart.armed = wanted
        timer_arm(wanted)


@noalloc
def expire(hart: Hart) -> None:
    """The hardware's time has come: everything that is due happens."""
    now = timer_ticks()
    root = hart.timers
    while root is not None and root.deadline <= now:
        hart.timers = removed(root, root)
        action = root.action
        if action is not None:
            action(root)
        root = hart.timers
    if hart.slice_end != 0 and hart.slice_end <= now:
        hart.slice_end = u64(0)
        hart.due = True
    hart.armed = u64(0)
    timer_disarm()
    arm(hart)
