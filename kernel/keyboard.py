"""Waiting for a byte of input without keeping the hart: the fiber that reads waits for the UART's interrupt."""

from hal.board import interrupts_off, interrupts_restore, serial_interrupt, serial_ready
from kernel.interrupts import listen
from kernel.sched import current, suspend
from rumpk import noalloc


@noalloc
def wait_input() -> None:
    """Block this fiber until a byte may have come in. One fiber at a time."""
    state = interrupts_off()
    listen(serial_interrupt(), current())
    if not serial_ready():
        suspend()
    interrupts_restore(state)
