"""One-shot timers of a hart: a pairing heap of `Timer` objects, which brings its own links and needs no memory.

M. Fredman, R. Sedgewick, D. Sleator, R. Tarjan, "The pairing heap: a new form of self-adjusting heap" (1986).
Starting a timer is one comparison; taking the first, or any other, is O(log n) on average. The root is the earliest;
among timers of one deadline the order is open.
"""

from kernel.fiber import Timer
from rumpk import noalloc


@noalloc
def joined(a: Timer, b: Timer) -> Timer:
    """One heap of two: the later root becomes the first child of the other. Both roots have no siblings."""
    if b.deadline < a.deadline:
        a, b = b, a
    first = a.child
    b.next = first
    if first is not None:
        first.back = b
    b.back = a
    a.child = b
    return a


@noalloc
def inserted(root: Timer | None, timer: Timer) -> Timer:
    """The heap with one timer more, which must not be armed."""
    timer.armed = True
    timer.child = None
    timer.next = None
    timer.back = None
    return timer if root is None else joined(root, timer)


@noalloc
def gathered(first: Timer | None) -> Timer | None:
    """One heap of siblings: joined in pairs from the left, the pairs from the right."""
    pairs: Timer | None = None              # linked by `next`, the last pair first
    while first is not None:
        second = first.next
        if second is None:
            first.next = pairs
            pairs = first
            break
        rest = second.next
        first.next = None
        second.next = None
        pair = joined(first, second)
        pair.next = pairs
        pairs = pair
        first = rest
    if pairs is None:
        return None
    heap = pairs
    rest = heap.next
    heap.next = None
    while rest is not None:
        following = rest.next
        rest.next = None
        heap = joined(heap, rest)
        rest = following
    heap.back = None
    return heap


@noalloc
def removed(root: Timer, timer: Timer) -> Timer | None:
    """The heap without an armed timer of it."""
    timer.armed = False
    below = gathered(timer.child)
    timer.child = None
    if timer is root:
        return below
    before, after = timer.back, timer.next
    timer.back = None
    timer.next = None
    if before is not None:
        if before.child is timer:
            before.child = after
        else:
            before.next = after
    if after is not None:
        after.back = before
    return root if below is None else joined(root, below)
