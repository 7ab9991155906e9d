"""Waiting for a byte of input without keeping the hart: the fiber that reads waits for the UART's interrupt.

Several may wait. The interrupt wakes the one that came last; on its way out it wakes the one that it has displaced, and
so on: each looks again whether there is something for it.
"""

from hal.board import interrupts_off, interrupts_restore, serial_interrupt, serial_ready
from kernel.fiber import NO_ONE
from kernel.ids import find, ids_lock, ids_release
from kernel.inbox import wake_known
from kernel.interrupts import ignore, listen
from kernel.sched import current, suspend
from rumpk import noalloc, u64


@noalloc
def wait_input() -> bool:
    """Block this fiber until a byte may have come in. False: it has to end, and does not wait."""
    state = interrupts_off()
    own = current()
    if not own.doomed:
        event = serial_interrupt()
        before = listen(event, own)
        if not serial_ready():
            suspend()
        ignore(event, own)
        if before != NO_ONE:
            wake_by_name(before)
    goes_on = not own.doomed
    interrupts_restore(state)
    return goes_on


@noalloc
def wake_by_name(fid: u64) -> None:
    """Wake a fiber that may have ended meanwhile. Interrupts are off."""
    ids_lock()
    fiber = find(fid)
    if fiber is not None:
        wake_known(fiber)
    ids_release()
