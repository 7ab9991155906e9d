"""The end of a fiber's stack: a word that is looked at whenever the fiber gives up its hart."""

from kernel.fiber import GUARD_BYTES, Fiber
from rumpk import Ptr, inline, noalloc, usize


@noalloc
def set_guard(fiber: Fiber) -> None:
    """Prepare the block of a new fiber."""
    fiber.guard = fiber.block + usize(GUARD_BYTES - 8)
    Ptr[usize](fiber.guard)[0] = fiber.guard        # its own address: hardly there by chance


@noalloc
@inline
def is_whole(fiber: Fiber) -> bool:
    """Whether the stack has kept to itself."""
    return Ptr[usize](fiber.guard)[0] == fiber.guard
