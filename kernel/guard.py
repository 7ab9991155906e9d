"""The end of a fiber's stack: a guard page, which nobody may touch while the fiber lives.

Where the machine cannot make one (hal.board.guards_hold), the lowest words of the stack say whether it was full: one of
them is looked at whenever the fiber gives up its hart, all of them when it ends. Most frames touch most of their words,
but not each; the page below is not used for anything else.
"""

from typing import Final

from hal.board import guard_set, guard_word
from kernel.fiber import GUARD_BYTES, WORKER, Fiber
from rumpk import Ptr, inline, noalloc, unchecked, usize

WORDS: Final = 16


@noalloc
@unchecked
def set_guard(fiber: Fiber) -> None:
    """Prepare the block of a new fiber."""
    guard_set(fiber.block, True)
    fiber.guard = guard_word(fiber.block, fiber.kind == WORKER)
    fill_words(fiber)


@noalloc
@unchecked
def fill_words(fiber: Fiber) -> None:
    """Write the words that are looked at."""
    low = fiber.block + usize(GUARD_BYTES)
    for i in range(WORDS):
        Ptr[usize](low)[i] = low            # an address that is hardly there by chance


@noalloc
def drop_guard(fiber: Fiber) -> None:
    """The block goes back to where it came from."""
    guard_set(fiber.block, False)


@noalloc
@inline
@unchecked
def is_whole(fiber: Fiber) -> bool:
    """Whether the stack has kept to itself, as far as one word tells."""
    low = fiber.block + usize(GUARD_BYTES)
    return Ptr[usize](low)[0] == low


@noalloc
def is_untouched(fiber: Fiber) -> bool:
    """The same by all of the words."""
    low = fiber.block + usize(GUARD_BYTES)
    for i in range(WORDS):
        if Ptr[usize](low)[i] != low:
            return False
    return True
