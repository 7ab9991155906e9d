"""The words that describe one arena, for arena.py and collector.py. All of its state is here."""

from typing import Final

from rumpk import Array, Ptr, inline, unchecked, usize

BASE: Final = 0                         # its first byte; 0: not asked for yet
CAPPED: Final = 1                       # what the budget is capped to, for tests; 0: it is not
NEXT: Final = 2                         # the window: next free byte, and end
END: Final = 3
ROOM: Final = 4                         # where windows are cut from: next free byte, and end
ROOM_END: Final = 5
SMALL: Final = 6                        # the first hole of HOLE to LARGE_HOLE bytes; its second word leads to the next
LARGE: Final = 7                        # the first hole of LARGE_HOLE bytes and more
FRESH: Final = 8                        # everything from here on was never written
LIMIT: Final = 9                        # the end of the blocks
STARTS: Final = 10                      # two bit maps: where blocks start, and which were reached
BUDGET: Final = 11                      # bytes that may be handed out before the next collection …
SPENT: Final = 12                       # … and those that were
FLOOR: Final = 13                       # the least budget
LIVE: Final = 14                        # bytes that the last collection left
WINDOW: Final = 15                      # bytes of a new window
HELD: Final = 16                        # not 0: must not collect now
STACK: Final = 17                       # where the stack of the program begins (its highest address); 0: not known
TOP: Final = 18                         # the mark stack, which grows down: its newest entry …
LOWEST: Final = 19                      # … and the lowest that it ever was
DEPTH: Final = 20                       # where it must end
LOST: Final = 21                        # not 0: it was full, and something was not entered

heap: Array[usize, 22] = Array[usize, 22]()

GRAIN: Final = 8                        # bytes: what sizes and places are multiples of
HEAD: Final = 8                         # bytes of the head of a block that is no object
RAW: Final = 1                          # flags in it: this is a head and no typeinfo; references may be inside;
POINTERS: Final = 2                     # and: nothing is here
FREE: Final = 4
SIZE_BITS: Final = 7                    # all flags
HOLE: Final = 64                        # bytes of the least hole that is used again
LARGE_HOLE: Final = 4096


@inline
@unchecked
def word_at(place: usize) -> Ptr[usize]:
    """The words at an address."""
    return Ptr[usize](place)
