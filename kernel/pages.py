"""The kernel's pages: half of the memory behind the image, from the first time that somebody asks.

An app that uses neither fibers nor workers never asks; all of the memory is its arena then.
"""

from typing import Final

from hal.board import guard_tables, guards_open, interrupts_off, interrupts_restore
from hal.mm import PAGE, Pages, give_block, open_pages, take_block
from kernel import lock
from kernel.memory import arena_bytes, cede
from rumpk import Array, Ptr, noalloc, u64, usize

SHARE: Final = 2                        # of the memory: one part in two

_pages: Pages = Pages()
_lock: Array[u64, 1] = Array[u64, 1]()


@noalloc
def pages_init() -> bool:
    """Take the memory over. False: the program uses it already."""
    if _pages.count > 0:
        return True
    size = arena_bytes() // SHARE & ~(PAGE - 1)
    base = cede(size)
    if base != 0:
        first = base + PAGE - 1 & ~(PAGE - 1)
        behind = first + guard_tables(size) * PAGE
        guards_open(usize(base), size, usize(first))
        open_pages(_pages, behind, base + size - behind)
    return _pages.count > 0


@noalloc
def page_alloc(order: int) -> usize:
    """2**order pages at a multiple of their size, with whatever they held before; 0 where there are none."""
    state = interrupts_off()
    lock.take(Ptr[u64](_lock))
    place = take_block(_pages, order)
    lock.release(Ptr[u64](_lock))
    interrupts_restore(state)
    return place


@noalloc
def page_free(place: usize) -> bool:
    """Give a block back; False where none in use begins there."""
    state = interrupts_off()
    lock.take(Ptr[u64](_lock))
    done = give_block(_pages, place)
    lock.release(Ptr[u64](_lock))
    interrupts_restore(state)
    return done


@noalloc
def pages_in_all() -> int:
    """How many pages there are."""
    return _pages.count


@noalloc
def pages_free() -> int:
    """How many pages nobody has."""
    return _pages.free
