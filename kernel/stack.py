"""The stack's end. Recursion that is too deep runs into the guard page and becomes Python's RecursionError.

    __stack_start   rescue stack, 16 KiB: what raises the exception runs on it
    + 16 KiB        guard page: every access faults (hal.board.protect_image)
    …               the stack, down from __stack_end

The trap that the guard page causes returns to `stack_rescue` on the rescue stack; the exception's handler goes on where
its `try` was entered, on the stack proper. A fiber of the app goes on in the same way (kernel/report.py).
An overflow of the rescue stack itself is not caught.
"""

from typing import Final

import lib.core.recursion  # noqa: F401  (boot/ goes on to its rt_recursion_error)
from hal.board import trap_resume_at
from rumpk import Ptr, linker_symbol, noalloc, u64, usize

STACK_START: Final = linker_symbol("__stack_start")
STACK_END: Final = linker_symbol("__stack_end")
TRAP_GUARD: Final = linker_symbol("__trap_guard")
STACK_RESCUE: Final = linker_symbol("stack_rescue")
RESCUE_BYTES: Final = 0x4000            # as in boot/<target>/reset.S
GUARD_BYTES: Final = 0x1000


@noalloc
def is_overflow(address: u64) -> bool:
    """Whether an address that faulted lies in the guard page."""
    return in_page(address, usize(STACK_START) + usize(RESCUE_BYTES))


@noalloc
def is_trap_overflow(address: u64) -> bool:
    """The same of the trap stack of the hart that booted."""
    return in_page(address, usize(TRAP_GUARD))


@noalloc
def in_page(address: u64, guard: usize) -> bool:
    """Whether an address lies in the page at `guard`."""
    return u64(guard) <= address < u64(guard) + u64(GUARD_BYTES)


@noalloc
def raise_recursion_error(frame: Ptr[u64]) -> None:
    """Let the trap return into `rt_recursion_error`, by way of boot/<target>/stack.S."""
    trap_resume_at(frame, u64(usize(STACK_RESCUE)), u64(usize(STACK_START)) + u64(RESCUE_BYTES))
