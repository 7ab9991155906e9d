"""Lists of fibers that wait for the same thing: a word that names the newest one, the rest through `Fiber.waits_next`.

Whoever changes the thing wakes all of them; each looks again, and leaves the list itself. All of it under the lock of
the thing, with interrupts off.
"""

from kernel import lock
from kernel.fiber import Fiber, fiber_at, place_of
from kernel.inbox import wake
from kernel.sched import current, suspend
from rumpk import Ptr, noalloc, u64, usize


@noalloc
def sleep_in(word: Ptr[u64], head: Ptr[u64]) -> bool:
    """Wait in a list; the lock `word` is not held meanwhile. False: the caller has to end."""
    own = current()
    if own.doomed:
        return False
    own.waits_next = usize(head[0])
    head[0] = u64(place_of(own))
    lock.release(word)
    suspend()
    lock.take(word)
    _leave(head, own)
    return not own.doomed


@noalloc
def _leave(head: Ptr[u64], own: Fiber) -> None:
    """The fiber does not wait any more."""
    place = u64(place_of(own))
    if head[0] == place:
        head[0] = u64(own.waits_next)
        return
    at = fiber_at(usize(head[0]))
    while u64(at.waits_next) != place:
        at = fiber_at(at.waits_next)
    at.waits_next = own.waits_next


@noalloc
def rouse_all(head: Ptr[u64]) -> None:
    """All that wait look again."""
    place = usize(head[0])
    while place != 0:
        fiber = fiber_at(place)
        place = fiber.waits_next
        wake(fiber)
