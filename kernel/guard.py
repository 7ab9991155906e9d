"""The end of a fiber's stack: words that nobody may change, in a page that nobody uses.

The first of them is looked at whenever the fiber gives up its hart, all of them when it ends: most frames touch most of
their words, but not each. What goes deeper than the page itself is not seen in time.
"""

from typing import Final

from kernel.fiber import GUARD_BYTES, Fiber
from rumpk import Ptr, inline, noalloc, usize

WORDS: Final = 64


@noalloc
def set_guard(fiber: Fiber) -> None:
    """Prepare the block of a new fiber."""
    fiber.guard = fiber.block + usize(GUARD_BYTES - 8)
    for i in range(WORDS):
        Ptr[usize](fiber.guard)[-i] = fiber.guard       # an address that is hardly there by chance


@noalloc
@inline
def is_whole(fiber: Fiber) -> bool:
    """Whether the stack has kept to itself, as far as one word tells."""
    return Ptr[usize](fiber.guard)[0] == fiber.guard


@noalloc
def is_untouched(fiber: Fiber) -> bool:
    """The same by all of the words."""
    for i in range(WORDS):
        if Ptr[usize](fiber.guard)[-i] != fiber.guard:
            return False
    return True
