"""The slots of workers: taken and given back, found by name, tied into families. All of it is under one lock.

A worker is found through a table by its name's low bits, a free slot through a word of bits, children through a list:
nothing here costs more where there are more slots.
"""

from typing import Final

from kernel import lock
from kernel.hart import MOST_HARTS, harts
from kernel.sched import BOOT_HART, current
from kernel.worker import ALIVE, FREE, MAKING, NO_LIMIT, SLOTS, Worker, slot, worker_of
from rumpk import Array, Ptr, inline, noalloc, prim, u64, unchecked

BUCKETS: Final = 128                    # of names; a power of two
RESERVED_SLOTS: Final = 8               # that the app finds, whatever its workers spawn
APP: Final = 0                          # as a parent: the app itself
NOBODY: Final = 0xFFFF_FFFF_FFFF_FFFF   # … and the parent of those whose parent has ended

_lock: Array[u64, 1] = Array[u64, 1]()  # of the slots' states, and of who waits for whom
_load: Array[int, MOST_HARTS] = Array[int, MOST_HARTS]()    # workers of each hart
_taken: Array[u64, SLOTS // 64] = Array[u64, SLOTS // 64]()     # bit n % 64 of word n // 64: slot n is not FREE
_crowd: int = 0                         # slots that are not FREE
_names: Array[Worker | None, BUCKETS] = Array[Worker | None, BUCKETS]()     # by a name's low bits
spawned: int = 0                        # workers, since boot


@noalloc
@inline
def slots_lock() -> None:
    """From here to `slots_release` the slots are the caller's. Interrupts are off."""
    lock.take(Ptr[u64](_lock))


@noalloc
@inline
def slots_release() -> None:
    lock.release(Ptr[u64](_lock))


@noalloc
def caller() -> u64:
    """The name of the worker that asks; APP where the app does."""
    worker = worker_of(current())
    return u64(APP) if worker is None else worker.fid


@noalloc
@inline
@unchecked
def find_any(fid: u64) -> Worker | None:
    """The worker of that name. The lock is held."""
    worker = _names[prim.zext(int, fid & u64(BUCKETS - 1))]
    while worker is not None and worker.fid != fid:
        worker = worker.name_next
    return worker


@noalloc
def slots_taken() -> int:
    """How many slots are not FREE."""
    return _crowd


@noalloc
def find_worker(fid: u64) -> Worker | None:
    """The worker of that name, if the caller has spawned it (the app may ask for any). The lock is held."""
    worker = find_any(fid)
    if worker is None:
        return None
    asks = caller()
    return worker if asks == APP or worker.parent == asks else None


@noalloc
@unchecked
def free_slot() -> Worker | None:
    """A slot, taken; the last ones are not for workers. The lock is held."""
    global _crowd
    if _crowd >= (SLOTS if caller() == APP else SLOTS - RESERVED_SLOTS):
        return None
    for word in range(SLOTS // 64):
        if ~_taken[word] != 0:
            bit = prim.zext(int, prim.cttz(~_taken[word]))
            _taken[word] |= u64(1) << bit
            _crowd += 1
            return slot(64 * word + bit)
    return None


@noalloc
@unchecked
def free_again(worker: Worker) -> None:
    """The slot is FREE. The lock is held."""
    global _crowd
    number = worker.number - 1
    worker.state = FREE
    _taken[number // 64] &= ~(u64(1) << number % 64)
    _crowd -= 1


@noalloc
@unchecked
def reserve() -> Worker | None:
    """A free slot, for a worker of the caller's on the hart that has the fewest; None: there is none."""
    slots_lock()
    found = free_slot()
    if found is not None:
        best = BOOT_HART
        for number in range(MOST_HARTS):
            if harts[number].up and _load[number] < _load[best]:
                best = number
        _load[best] += 1
        found.hart = best
        found.state = MAKING
        found.fid = u64(0)
        found.parent = caller()
    slots_release()
    return found


@noalloc
@unchecked
def unreserve(worker: Worker) -> None:
    """It was not made."""
    slots_lock()
    _load[worker.hart] -= 1
    free_again(worker)
    slots_release()


@noalloc
@unchecked
def come_alive(worker: Worker, parent: Worker | None) -> None:
    """From now on it is known to others."""
    global spawned
    slots_lock()
    worker.state = ALIVE
    bucket = prim.zext(int, worker.fid & u64(BUCKETS - 1))
    worker.name_next = _names[bucket]
    _names[bucket] = worker
    worker.maker, worker.child, worker.before, worker.sibling = parent, None, None, None
    if parent is not None:
        other = parent.child
        worker.sibling = other
        if other is not None:
            other.before = worker
        parent.child = worker
        if parent.budget != u64(NO_LIMIT):
            parent.reserved += worker.budget
            parent.charged += worker.budget
    spawned += 1
    slots_release()


@noalloc
def lose_name(worker: Worker) -> None:
    """Nobody finds the worker any more. The lock is held."""
    bucket = prim.zext(int, worker.fid & u64(BUCKETS - 1))
    at = _names[bucket]
    if at is worker:
        _names[bucket] = worker.name_next
        return
    while at is not None:
        following = at.name_next
        if following is worker:
            at.name_next = worker.name_next
            return
        at = following


@noalloc
def leave_family(worker: Worker) -> None:
    """Its parent knows it no more. The lock is held."""
    before, after, parent = worker.before, worker.sibling, worker.maker
    if before is not None:
        before.sibling = after
    elif parent is not None:
        parent.child = after
    if after is not None:
        after.before = before
    worker.maker, worker.before, worker.sibling = None, None, None


@noalloc
@unchecked
def less_load(worker: Worker) -> None:
    """Its hart has one worker less. The lock is held."""
    _load[worker.hart] -= 1
