"""Waiting for a message of a ring, in one of three ways; and what its writers do for a reader that sleeps.

A writer calls `announce` behind its publish. The reader says that it sleeps, then looks again; the writer publishes,
then looks whether somebody sleeps: with a full fence between each pair, at least one of them sees the other.
"""

from enum import IntEnum
from typing import Final

from hal.board import interrupts_off, interrupts_restore
from kernel.keyboard import wake_by_name
from kernel.ring import ready_alone, ready_shared
from kernel.sched import current, suspend, yield_now
from rumpk import Ptr, noalloc, prim, u64

SLEEPER: Final = 35                     # word of a ring: the name of the reader that sleeps, 0 where it does not


class Wait(IntEnum):
    """How a reader waits."""

    SPIN = 0                            # keeps its hart: the shortest way, for writers on other harts
    YIELD = 1                           # lets the fibers of its hart run between two looks
    BLOCK = 2                           # sleeps until a writer announces


@noalloc
def await_message(ring: Ptr[u64], number: int, how: Wait, shared: bool = False) -> None:
    """Until message `number` is there; `shared`: the ring has many writers."""
    if how == Wait.BLOCK:
        _sleep(ring, number, shared)
        return
    while not _is_there(ring, number, shared):
        if how == Wait.YIELD:
            yield_now()


@noalloc
def announce(ring: Ptr[u64]) -> None:
    """Something was published: wake the reader if it sleeps."""
    prim.fence_seqcst()
    fid = prim.atomic_load_relaxed(ring + SLEEPER)
    if fid != 0:
        state = interrupts_off()
        wake_by_name(fid)
        interrupts_restore(state)


@noalloc
def _is_there(ring: Ptr[u64], number: int, shared: bool) -> bool:
    return ready_shared(ring, number) if shared else ready_alone(ring, number)


@noalloc
def _sleep(ring: Ptr[u64], number: int, shared: bool) -> None:
    state = interrupts_off()
    while not _is_there(ring, number, shared):
        prim.atomic_store_relaxed(ring + SLEEPER, current().fid)
        prim.fence_seqcst()
        if _is_there(ring, number, shared):
            break
        suspend()
    prim.atomic_store_relaxed(ring + SLEEPER, u64(0))
    interrupts_restore(state)
