"""The words that describe one arena, for arena.py and collector.py. All of its state is here."""

from typing import Final

from rumpk import Array, Ptr, inline, noinline, prim, unchecked, usize

BASE: Final = 0                         # its first byte; 0: not asked for yet
CAPPED: Final = 1                       # what the budget is capped to, for tests; 0: it is not
NEXT: Final = 2                         # the window: next free byte, and end
END: Final = 3
ROOM: Final = 4                         # where windows are cut from: next free byte, and end
ROOM_END: Final = 5
FRESH: Final = 6                        # everything from here on was never written
LIMIT: Final = 7                        # the end of the blocks
STARTS: Final = 8                       # two bit maps: where blocks start, and which were reached
BUDGET: Final = 9                       # bytes that may be handed out before the next collection …
SPENT: Final = 10                       # … and those that were
FLOOR: Final = 11                       # the least budget
LIVE: Final = 12                        # bytes that the last collection left
WINDOW: Final = 13                      # bytes of a new window
HELD: Final = 14                        # not 0: must not collect now
STACK: Final = 15                       # where the stack of the program begins (its highest address); 0: not known
TOP: Final = 16                         # the mark stack, which grows down: its newest entry …
LOWEST: Final = 17                      # … and the lowest that it ever was
DEPTH: Final = 18                       # where it must end
LOST: Final = 19                        # not 0: it was full, and something was not entered
USED: Final = 20                        # bytes from BASE on that a reference can point into
MARKS: Final = 21                       # the second bit map
FIRSTS: Final = 22                      # a word for each region: see `note_firsts`
HOLES: Final = 23                       # the first hole of 64 bytes or more, of 128 … 2048; its second word leads on
LARGE: Final = 29                       # the first hole of 4096 bytes and more

FIBERS: Final = 30                      # what else runs (kernel/fiber.py): a list of eight words each, the first of
                                        # which are the ends of a stack and the next one's address; 0: nothing

heap: Array[usize, 31] = Array[usize, 31]()

GRAIN: Final = 8                        # bytes: what sizes and places are multiples of
HEAD: Final = 8                         # bytes of the head of a block that is no object
RAW: Final = 1                          # flags in it: this is a head and no typeinfo; references may be inside;
POINTERS: Final = 2                     # and: nothing is here
FREE: Final = 4
SIZE_BITS: Final = 7                    # all flags
HOLE_BITS: Final = 6                    # 2 to this: bytes of the least hole that is used again
REGION_BITS: Final = 15                 # 2 to this: bytes of a region


@inline
@unchecked
def kind_of(size: usize) -> usize:
    """The list of holes that one of `size` bytes, at least 64, is in."""
    return min(HOLES + 63 - HOLE_BITS - prim.ctlz(size), usize(LARGE))


@inline
@unchecked
def word_at(place: usize) -> Ptr[usize]:
    """The words at an address."""
    return Ptr[usize](place)


@inline
@unchecked
def region_of(offset: usize) -> usize:
    """The region that byte `offset` of the arena is in."""
    return prim.lshr(offset, REGION_BITS)


@noinline
@unchecked
def note_firsts(start: usize, end: usize, block: usize) -> None:
    """The regions that begin at an address from `start` to `end` are walked from `block` on, where a block starts."""
    region = region_of(start + ((1 << REGION_BITS) - 1) - heap[BASE])
    while region <= region_of(end - 1 - heap[BASE]):
        word_at(heap[FIRSTS])[region] = block - heap[BASE]
        region += 1
