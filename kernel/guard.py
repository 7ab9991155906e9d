"""The end of a fiber's stack: a word that is looked at whenever the fiber gives up its hart."""

from typing import Final

from kernel.fiber import GUARD_BYTES, Fiber
from rumpk import Ptr, inline, noalloc, u64, usize

PATTERN: Final = 0x6B72_6170_6775_6172      # no meaning beyond "not there by chance"


@noalloc
def set_guard(fiber: Fiber) -> None:
    """Prepare the block of a new fiber."""
    fiber.guard = fiber.block + usize(GUARD_BYTES - 8)
    Ptr[u64](fiber.guard)[0] = u64(PATTERN)


@noalloc
@inline
def is_whole(fiber: Fiber) -> bool:
    """Whether the stack has kept to itself."""
    return Ptr[u64](fiber.guard)[0] == u64(PATTERN)
