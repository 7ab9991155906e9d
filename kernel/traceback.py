"""The calls that led to a trap, in CPython's form, oldest first.

The frames are walked from the interrupted frame pointer; return addresses become lines through the linker's table
(lib/core/tracetable.py). Only addresses on the stack are followed: a wild frame pointer ends the walk.

The table knows calls only, so the last line is not the fault itself but the newest call that the return address
register knows of: the one that led into a function without a frame, or the last one that the faulting function made.
"""

from typing import Final

from hal.board import trap_frame_pointer, trap_is_nested, trap_return, trap_stack
from kernel import log
from kernel.stack import STACK_END, STACK_START
from lib.core.tracetable import TABLE, TEXT, find_site, frame_file, frame_line, frame_name, frame_outer
from rumpk import Array, Ptr, noalloc, noinline, prim, u8, u64, usize

MAX_CALLS: Final = 64                   # the innermost ones
TRAP_BYTES: Final = 8192                # of a trap stack

_returns: Array[usize, 64] = Array[usize, 64]()


@noalloc
def show_traceback(frame: Ptr[u64]) -> None:
    """Print the kernel's calls that led to a trap; nothing where there are none."""
    low, high = usize(STACK_START), usize(STACK_END)
    if trap_is_nested(frame):
        low, high = usize(trap_stack(frame)), usize(trap_stack(frame)) + usize(TRAP_BYTES)
    show_calls(trap_frame_pointer(frame), usize(trap_return(frame)), low, high)


@noalloc
def show_calls(pointer: usize, newest: usize, low: usize, high: usize, table: Ptr[u8] = TABLE,
               code: Ptr[u8] = TEXT) -> None:
    """Print the calls whose frames, from `pointer` on, lie on the stack `low` … `high`; `table` is of `code`."""
    calls = walk(pointer, newest, low, high)
    if calls > 0:
        log.text("Traceback (most recent call last):\n")
    while calls > 0:
        calls -= 1
        site = find_site(_returns[calls], table, code)
        if site != 0:
            show_call(site, table)


@noalloc
def walk(pointer: usize, newest: usize, low: usize, high: usize) -> int:
    """Collect return addresses, innermost first; how many. `newest` may be that of the first frame, too."""
    _returns[0] = newest
    count = 1
    if on_stack(pointer, low, high) and prim.frame_return(pointer) == newest:
        count = 0
    while count < MAX_CALLS and on_stack(pointer, low, high):
        _returns[count] = prim.frame_return(pointer)
        count += 1
        outer = prim.frame_parent(pointer)
        if outer <= pointer:
            break
        pointer = outer
    return count


@noalloc
def on_stack(pointer: usize, low: usize, high: usize) -> bool:
    """Whether a frame pointer may be believed: its two words lie within the stack on either machine."""
    return low + 16 <= pointer <= high and pointer & 7 == 0


@noalloc
def show_call(site: int, table: Ptr[u8]) -> None:
    """One call, after those that it is inlined into."""
    outer = frame_outer(site, table)
    if outer != 0:
        show_call(outer, table)
    log.text('  File "')
    c_text(frame_file(site, table))
    log.text('", line ')
    log.decimal(u64(frame_line(site, table)))
    log.text(", in ")
    c_text(frame_name(site, table))
    log.newline()


@noinline
@noalloc
def c_text(place: Ptr[u8]) -> None:
    """Text up to a NUL."""
    i = 0
    while place[i] != 0:
        log.put(int(place[i]))
        i += 1
