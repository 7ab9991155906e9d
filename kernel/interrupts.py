"""What interrupts this hart: its timer, calls of other harts, devices. Nothing is switched here; fibers become ready.

A device's interrupt is a fiber's affair: it waits in `wait_device`, serves the device, and waits again. Until then the
interrupt is held back. One that nobody waits for is switched off and counted: a spurious interrupt harms nobody.
"""

from typing import Final

from hal.board import device_disable, device_enable, event_done, event_next
from hal.event import EVENT_CALL, EVENT_NONE, EVENT_TIMER
from kernel.alarms import expire
from kernel.fiber import NO_ONE, Fiber
from kernel.hart import this_hart
from kernel.inbox import open_inbox, wake
from kernel.trace import Event, note
from rumpk import Array, noalloc, u64

DEVICES: Final = 192                    # event numbers on both boards are below

_waiters: Array[Fiber | None, DEVICES] = Array[Fiber | None, DEVICES]()
_held: Array[bool, DEVICES] = Array[bool, DEVICES]()        # claimed, and its fiber has not come back
spurious: u64 = u64(0)


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
    global spurious
    waiter = _waiters[event] if 0 < event < DEVICES else None
    if waiter is None:
        spurious += 1
        note(Event.SPURIOUS, u64(event), u64(0))
        device_disable(event)
        event_done(event)
        return
    note(Event.DEVICE, u64(event), u64(0))
    _held[event] = True
    wake(waiter)                        # which may be another hart's


@noalloc
def listen(event: int, fiber: Fiber) -> None:
    """`fiber` is woken when the device interrupts; the last interrupt is served. Interrupts are off."""
    _waiters[event] = fiber
    if _held[event]:
        _held[event] = False
        event_done(event)
    else:
        device_enable(event)


@noalloc
def listener(event: int) -> u64:
    """The name of the fiber that is woken when the device interrupts; NO_ONE where nobody is."""
    fiber = _waiters[event]
    return u64(NO_ONE) if fiber is None else fiber.fid


@noalloc
def ignore(event: int, fiber: Fiber) -> None:
    """`fiber` does not listen any more, if it did: it may end. Interrupts are off."""
    if _waiters[event] is fiber:
        _waiters[event] = None
        if not _held[event]:
            device_disable(event)


@noalloc
def is_held(event: int) -> bool:
    """Whether the device has interrupted since `listen`."""
    return _held[event]


@noalloc
def spurious_count() -> int:
    """Interrupts of devices that nobody waited for, since boot."""
    return int(spurious)
