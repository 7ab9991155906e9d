"""A lock between harts: a word, 0 while nobody has it.

Who takes it has interrupts off, and keeps it for a few dozen instructions.
"""

from rumpk import Ptr, inline, noalloc, prim, u64


@noalloc
@inline
def take(word: Ptr[u64]) -> None:
    """Wait until the lock is free, and have it."""
    while prim.atomic_swap_acquire(word, u64(1)) != 0:
        pass


@noalloc
@inline
def release(word: Ptr[u64]) -> None:
    """Give it up."""
    prim.atomic_store_release(word, u64(0))
