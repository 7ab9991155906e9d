"""What interrupts this hart: its timer, calls of other harts, devices. Nothing is switched here; fibers become ready.

A device's interrupt is a fiber's affair: it listens, waits, serves the device, and listens again. It comes to the hart
of that fiber, once: then it is off until somebody listens. One that nobody waits for is counted: a spurious interrupt
harms nobody. Harts share the table of who listens, under a lock; who is in it is there.
"""

from typing import Final

from hal.board import device_disable, device_enable, event_done, event_next, interrupts_off, interrupts_restore
from hal.event import EVENT_CALL, EVENT_NONE, EVENT_TIMER
from kernel import lock
from kernel.alarms import expire
from kernel.fiber import NO_ONE, Fiber
from kernel.hart import this_hart
from kernel.inbox import open_inbox, wake
from kernel.trace import Event, note
from rumpk import Array, Ptr, noalloc, noinline, u64

DEVICES: Final = 192                    # event numbers on both boards are below

_lock: Array[u64, 1] = Array[u64, 1]()
_waiters: Array[Fiber | None, DEVICES] = Array[Fiber | None, DEVICES]()
spurious: u64 = u64(0)


@noalloc
@noinline
def waiters_lock() -> None:
    """From here to `waiters_release` the table is the caller's. Interrupts are off."""
    lock.take(Ptr[u64](_lock))


@noalloc
@noinline
def waiters_release() -> None:
    lock.release(Ptr[u64](_lock))


@noalloc
def serve() -> None:
    """Everything that is pending on this hart. Interrupts are off, and stay off."""
    hart = this_hart()
    event = event_next()
    while event != EVENT_NONE:
        if event == EVENT_TIMER:
            expire(hart)
        elif event == EVENT_CALL:
            note(Event.CALL, u64(0), u64(0))
            open_inbox(hart)
        else:
            _device(event)
        event = event_next()


@noalloc
def _device(event: int) -> None:
    """Its end comes first: a controller may hear that only of one that is on."""
    global spurious
    waiters_lock()
    event_done(event)
    device_disable(event, this_hart().number)
    waiter = _waiters[event] if 0 < event < DEVICES else None
    if waiter is None:
        spurious += 1
    else:
        wake(waiter)                    # which may be another hart's by now
    note(Event.SPURIOUS if waiter is None else Event.DEVICE, u64(event), u64(0))
    waiters_release()


@noalloc
def listen(event: int, fiber: Fiber) -> u64:
    """`fiber`, of this hart, is woken when the device interrupts next, and nobody else. Interrupts are off.

    The name of the fiber that listened before; NO_ONE where none did.
    """
    waiters_lock()
    before = _waiters[event]
    name = u64(NO_ONE)
    if before is not None:
        name = before.fid
        if before.hart != fiber.hart:
            device_disable(event, before.hart)
    _waiters[event] = fiber
    device_enable(event, fiber.hart)
    waiters_release()
    return name


@noalloc
def ignore(event: int, fiber: Fiber) -> None:
    """`fiber` does not listen any more, if it did: it may end. Interrupts are off."""
    waiters_lock()
    if _waiters[event] is fiber:
        _waiters[event] = None
        device_disable(event, fiber.hart)
    waiters_release()


@noalloc
def listener(event: int) -> u64:
    """The name of the fiber that listens; NO_ONE where none does."""
    state = interrupts_off()
    waiters_lock()
    fiber = _waiters[event]
    name = u64(NO_ONE) if fiber is None else fiber.fid
    waiters_release()
    interrupts_restore(state)
    return name


@noalloc
def spurious_count() -> int:
    """Interrupts of devices that nobody waited for, since boot."""
    return int(spurious)
