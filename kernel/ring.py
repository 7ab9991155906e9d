"""The disruptor: a ring of slots between fibers, without locks. One reader; one writer, or many.

M. Thompson and others, "Disruptor: High performance alternative to bounded queues" (2011). Messages are numbered from 0
on; message n lies in slot n mod slots. Each number that one side advances has a cache line of its own.

    line  word   what
    0     0      claimed: the next number that a writer may take
    1     8      published: messages below were written (one writer)
    2     16     consumed: messages below were read
    3     24     what the writer last saw in `consumed` (one writer)
    4     32     slots - 1   33 words a slot   34 log2 of slots   35 who sleeps until there is a message (waits.py)
    5     40     the slots; behind them (many writers) one word a slot: how often it was written

A writer claims, fills what it claimed, publishes. With many writers a slot's word tells the reader that it was written:
in round r of the ring it becomes r + 1. What is read is given back by `consumed`, so nobody waits for a lock.

Orders: a message is written before the release that publishes it, and read behind the acquire that saw that; it is read
before the release that gives its slot back, and overwritten behind the acquire that saw that. No other order is needed:
tests/unit/kernel/test_ring.py tries every interleaving and every value that these orders allow, on this source.

A ring is the address of its first word, so that those who share it need not share anything else. Numbers never wrap.
"""

from typing import Final

from rumpk import Ptr, inline, noalloc, prim, u64, unchecked

CLAIMED: Final = 0
PUBLISHED: Final = 8
CONSUMED: Final = 16
SEEN: Final = 24
MASK: Final = 32
WIDTH: Final = 33
SHIFT: Final = 34
SLOTS: Final = 40
FULL: Final = -1


@noalloc
def ring_words(shift: int, width: int) -> int:
    """Words of a ring with 2**shift slots of `width` words."""
    return SLOTS + (width + 1 << shift)


@noalloc
def ring_init(ring: Ptr[u64], shift: int, width: int) -> None:
    """An empty ring in memory that is zero; nobody else uses it yet."""
    ring[MASK] = u64((1 << shift) - 1)
    ring[WIDTH] = u64(width)
    ring[SHIFT] = u64(shift)


@noalloc
@inline
@unchecked
def ring_slot(ring: Ptr[u64], number: int) -> Ptr[u64]:
    """The slot of a message."""
    return ring + (SLOTS + (number & int(ring[MASK])) * int(ring[WIDTH]))


@noalloc
@inline
@unchecked
def _written(ring: Ptr[u64], number: int) -> Ptr[u64]:
    """The word that says how often the slot of a message was written."""
    mask = int(ring[MASK])
    return ring + (SLOTS + (mask + 1) * int(ring[WIDTH]) + (number & mask))


# One writer

@noalloc
@inline
@unchecked
def claim_alone(ring: Ptr[u64], count: int) -> int:
    """The first of `count` numbers, for the only writer; FULL where the ring has no room for all of them."""
    first = int(ring[CLAIMED])
    last = first + count - int(ring[MASK]) - 1          # the reader must be that far
    if last > int(ring[SEEN]):
        consumed = prim.atomic_load_acquire(ring + CONSUMED)
        ring[SEEN] = consumed
        if last > int(consumed):
            return FULL
    ring[CLAIMED] = u64(first + count)
    return first


@noalloc
@inline
@unchecked
def publish_alone(ring: Ptr[u64], first: int, count: int) -> None:
    """Everything up to the last of what was claimed is written."""
    prim.atomic_store_release(ring + PUBLISHED, u64(first + count))


@noalloc
@inline
@unchecked
def ready_alone(ring: Ptr[u64], number: int) -> bool:
    """Whether the reader may read message `number`, where there is one writer."""
    return int(prim.atomic_load_acquire(ring + PUBLISHED)) > number


# Many writers

@noalloc
@unchecked
def claim_shared(ring: Ptr[u64], count: int) -> int:
    """The first of `count` numbers, which are this writer's alone; FULL where the ring has no room for all of them."""
    while True:
        first = int(prim.atomic_load_relaxed(ring + CLAIMED))
        if first + count - int(ring[MASK]) - 1 > int(prim.atomic_load_acquire(ring + CONSUMED)):
            return FULL
        if int(prim.atomic_cas_relaxed(ring + CLAIMED, u64(first), u64(first + count))) == first:
            return first


@noalloc
@inline
@unchecked
def publish_shared(ring: Ptr[u64], first: int, count: int) -> None:
    """What was claimed is written."""
    shift = int(ring[SHIFT])
    for number in range(first, first + count):
        prim.atomic_store_release(_written(ring, number), u64((number >> shift) + 1))


@noalloc
@inline
@unchecked
def ready_shared(ring: Ptr[u64], number: int) -> bool:
    """Whether the reader may read message `number`, where there are many writers."""
    return int(prim.atomic_load_acquire(_written(ring, number))) == (number >> int(ring[SHIFT])) + 1


# The reader

@noalloc
@inline
@unchecked
def next_number(ring: Ptr[u64]) -> int:
    """The message that is read next. Only the reader asks."""
    return int(prim.atomic_load_relaxed(ring + CONSUMED))


@noalloc
@inline
@unchecked
def consume(ring: Ptr[u64], number: int, count: int) -> None:
    """`count` messages from `number` on were read: their slots may be written again."""
    prim.atomic_store_release(ring + CONSUMED, u64(number + count))
