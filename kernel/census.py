"""What `ps`, `top`, `mem` and `kill` ask: who is there, what is left, the end of a worker that another has spawned.

A worker may end those of its own family: what its parent has spawned, and what these have; never itself or those above.
"""

from typing import Final

from hal.board import interrupts_off, interrupts_restore, timer_frequency
from kernel import descriptors
from kernel.clock import nanoseconds
from kernel.descriptors import asking
from kernel.fiber import BLOCKED
from kernel.hive import end_known
from kernel.pages import pages_free, pages_in_all
from kernel.services import offer
from kernel.slots import APP, find_any, slots_lock, slots_release, slots_taken
from kernel.worker import ALIVE, ENDED, SLOTS, Worker, slot, time_spent
from rumpk import Ptr, export, noalloc, prim, u64, unchecked, usize

ROW_WORDS: Final = 12                   # of a worker: name, parent, state, promises, memory, nanoseconds, group, hart,
WORD_BYTES: Final = 8                   # two of title, bytes that are open, 1 if it has to end

# States, as `lib.control` has them
READY: Final = 1
WAITS: Final = 2
OVER: Final = 3


@noalloc
@export("hive_workers")
@unchecked
def hive_workers(out: Ptr[u64], size: int) -> int:
    """A row for each worker, as many as fit; the number of workers."""
    room, found = size // (ROW_WORDS * WORD_BYTES), 0
    state = interrupts_off()
    slots_lock()
    for number in range(SLOTS):
        worker = slot(number)
        if worker.state == ALIVE or worker.state == ENDED:
            if found < room:
                fill_row(out + ROW_WORDS * found, worker)
            found += 1
    slots_release()
    interrupts_restore(state)
    return found


@noalloc
@unchecked
def fill_row(row: Ptr[u64], worker: Worker) -> None:
    """What there is to say about a worker."""
    fiber = worker.fiber
    state = OVER
    if fiber is not None and worker.state == ALIVE:
        state = WAITS if fiber.state == BLOCKED else READY
    row[0], row[1], row[2], row[3] = worker.fid, worker.parent, u64(state), worker.promises
    row[4] = u64(worker.end - worker.base)
    row[5] = prim.zext(u64, nanoseconds(time_spent(worker), timer_frequency()))
    row[6], row[7], row[8], row[9] = u64(worker.group), u64(worker.hart), worker.title, worker.title_end
    row[10] = u64(worker.high - worker.low)
    row[11] = u64(1 if fiber is not None and fiber.doomed else 0)


@noalloc
@export("hive_end")
def hive_end(fid: u64) -> int:
    """End a worker of the caller's family, by its name. 0, also where it has ended."""
    state = interrupts_off()
    slots_lock()
    target, own = find_any(fid), asking()
    if target is not None and own is not None and not is_family(own, target):
        target = None
    result = end_known(target)
    slots_release()
    interrupts_restore(state)
    return result


@noalloc
def is_family(own: Worker, target: Worker) -> bool:
    """Whether a worker may end another one."""
    above: Worker | None = own
    while above is not None:
        if above is target:
            return False
        above = above.maker
    top = own.maker
    if top is None:
        return own.parent == APP        # of a child of the app all are the family, of an orphan nobody
    above = target.maker
    while above is not None:
        if above is top or above is own:
            return True
        above = above.maker
    return False


@noalloc
@export("hive_counts")
def hive_counts(out: Ptr[u64]) -> int:
    """Pages in all, pages that nobody has, bytes of one, workers, openings that somebody has, slots for workers."""
    out[0], out[1], out[2] = u64(pages_in_all()), u64(pages_free()), u64(4096)
    out[3], out[4], out[5] = u64(slots_taken()), u64(descriptors.in_use), u64(SLOTS)
    return 0


@noalloc
def workers_call(_worker: Worker, a: u64, b: u64, _c: u64) -> int:
    """The system call."""
    return hive_workers(Ptr[u64](usize(a)), prim.zext(int, b))


@noalloc
def end_call(_worker: Worker, a: u64, _b: u64, _c: u64) -> int:
    """The system call."""
    return hive_end(a)


@noalloc
def counts_call(_worker: Worker, a: u64, _b: u64, _c: u64) -> int:
    """The system call."""
    return hive_counts(Ptr[u64](usize(a)))


offer("workers", workers_call)
offer("end", end_call)
offer("counts", counts_call)
