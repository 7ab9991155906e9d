"""The index of a hash table: slots that hold the number of a dense entry plus one; 0 is free.

The entries lie in insertion order; a removed one keeps its place (its hash is GONE) until the table is rebuilt, but not
its slot, and the last entry is never a removed one.
"""

from typing import Final

from lib.core.arena import allocate
from rumpk import Ptr, inline, prim, u32, u64, unchecked, usize

GONE: Final = -1                        # hash of a removed entry; those of live ones are positive
LEAST: Final = 8                        # entries of the smallest table
MIX: Final = 0x9E37_79B9_7F4A_7C15
ENDED: Final[usize] = usize(0xFFFF_FFFF)    # in place of the size that a walk began with: beyond what u32 can count
FAILED: Final[usize] = usize(0xFFFF_FFFE)


@inline
@unchecked
def stored_hash(h: int) -> int:
    """The hash as entries keep it: never zero (not yet known: frozen entries) and never GONE."""
    mixed = prim.zext(int, prim.lshr(prim.mul_wrap(prim.zext(u64, h), u64(MIX)), u64(2)))
    return mixed | 0x2000_0000_0000_0000


@inline
@unchecked
def new_index(cap: int) -> Ptr[u32]:
    """A free index for `cap` entries: twice as many slots. `cap` is a power of two."""
    return Ptr[u32](allocate(prim.zext(usize, cap * 8), False))


@inline
@unchecked
def first_slot(h: int, mask: int) -> int:
    """Where a search begins: the upper bits of a stored hash are the well mixed ones."""
    return prim.lshr(h, 29) & mask


@unchecked
def link(index: Ptr[u32], mask: int, h: int, number: int) -> None:
    """Enter dense entry `number` at the first free slot."""
    slot = first_slot(h, mask)
    while index[slot] != 0:
        slot = (slot + 1) & mask
    index[slot] = prim.trunc(u32, number + 1)


@unchecked
def room_for(count: int) -> int:
    """The capacity for `count` live entries, with space to grow."""
    cap = LEAST
    while cap < count + (count >> 1):
        cap += cap
    return cap
