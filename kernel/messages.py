"""Messages between fibers, on one hart or on several: two words and who sent them. Each fiber has a mailbox, a ring.

A message to nobody, or to a mailbox that is full, is an error of the sender's; nothing is lost silently, nobody waits.
Those of one sender arrive in the order in which it sent them.
"""

from enum import IntEnum
from typing import Final

from hal.board import interrupts_off, interrupts_restore, timer_ticks
from kernel.ids import find, ids_lock, ids_release
from kernel.inbox import wake_known
from kernel.ring import FULL, claim_shared, consume, next_number, publish_shared, ready_shared, ring_slot
from kernel.sched import current, doze_until, suspend
from kernel.trace import Event, note
from rumpk import Ptr, noalloc, u64, value

FOR_EVER: Final = (1 << 64) - 1


class Sent(IntEnum):
    """What became of a message."""

    SENT = 0
    NOBODY = 1                          # has that name, or not any more
    NO_ROOM = 2                         # the mailbox is full


@value
class Message:
    """`sender` is 0 where none has come in time."""

    sender: u64
    first: u64
    second: u64


@noalloc
def send(fid: u64, first: u64, second: u64) -> Sent:
    """Put a message into a fiber's mailbox; it runs if it waits for one."""
    state = interrupts_off()
    ids_lock()                          # as long as it is held, the fiber is there
    fiber = find(fid)
    outcome = Sent.NOBODY
    if fiber is None:
        note(Event.SENT_TO_NOBODY, fid, u64(0))
    else:
        ring = Ptr[u64](fiber.mailbox)
        number = claim_shared(ring, 1)
        outcome = Sent.NO_ROOM
        if number != FULL:
            slot = ring_slot(ring, number)
            slot[0] = current().fid
            slot[1] = first
            slot[2] = second
            publish_shared(ring, number, 1)
            wake_known(fiber)
            outcome = Sent.SENT
        else:
            note(Event.MAILBOX_FULL, fid, u64(0))
    ids_release()
    interrupts_restore(state)
    return outcome


@noalloc
def receive(until: u64 = FOR_EVER) -> Message:
    """The next message of this fiber's mailbox; waits for it, at most until the hart's counter says `until`."""
    ring = Ptr[u64](current().mailbox)
    number = next_number(ring)
    state = interrupts_off()
    while not ready_shared(ring, number):
        if until == u64(FOR_EVER):
            suspend()
        elif timer_ticks() < until:
            doze_until(until)
        else:
            interrupts_restore(state)
            return Message(u64(0), u64(0), u64(0))
    slot = ring_slot(ring, number)
    message = Message(slot[0], slot[1], slot[2])
    consume(ring, number, 1)
    interrupts_restore(state)
    return message
