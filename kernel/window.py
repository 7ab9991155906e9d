"""What of a worker's memory is open: a window that grows when the worker, or a system call of its, goes past an edge.

    base        low                                                  high        end
    | closed    | stack | variables | rescue stack | packet | arena  | closed    |

The block is the worker's as a whole, with whatever its last owner left there; what enters the window is zeroed first.
So a worker costs what it uses, and no step takes longer than to zero MOST_STEP bytes. Nothing ever leaves the window.

**Invariant:** base <= low < high <= end, all of them multiples of a page; only the worker's own traps, on its own hart,
move the edges.
"""

from typing import Final

from hal.board import clear_lines, fence_open
from kernel.sched import yield_now
from kernel.worker import Worker, pause, resume
from rumpk import Ptr, cold, noalloc, noinline, prim, u8, u64, unchecked, usize

PAGE: Final = 4096
LINE: Final = 64
FIRST_STACK: Final = 4096               # bytes that are open at first, below the stack's top
FIRST_ARENA: Final = 4096               # … and of the arena at the least
MOST_STEP: Final = 32768                # bytes
WIDEST: Final = 64                      # of one access; the machine may name its first byte


@noalloc
@unchecked
def within(start: u64, count: u64, base: u64, end: u64) -> bool:
    """Whether `start` … `start + count` lies in a range; no sum can overflow."""
    return base <= start <= end and count <= end - start


@noalloc
def first_window(worker: Worker, packet: usize, packet_end: usize) -> None:
    """Open what a worker begins with; its packet is there already."""
    arena = packet_end + LINE - 1 & ~(LINE - 1)
    worker.low = usize(worker.own) - FIRST_STACK
    worker.high = min(worker.end, arena + FIRST_ARENA + PAGE - 1 & ~(PAGE - 1))
    clear_lines(worker.low, packet)
    prim.mem_set(Ptr[u8](packet_end), u8(0), arena - packet_end)
    clear_lines(arena, worker.high)


@noalloc
def is_closed(worker: Worker, address: u64) -> bool:
    """Whether an access at an address that faulted may be one to memory of the worker's that is not open yet."""
    if not worker.base <= address < worker.end:
        return False
    return address < worker.low or address + WIDEST > worker.high < worker.end


@noalloc
@noinline
def widen(worker: Worker, address: usize) -> None:
    """Move one edge towards an address in the worker's memory: half of what is open already, so much at least that the
    address's page is inside, but one step at most. Who is not there yet comes again."""
    low, high = worker.low, worker.high
    step = min(usize(MOST_STEP), max(usize(PAGE), high - low >> 1 & ~(PAGE - 1)))
    if address < low:
        edge = min(low - step, max(address & ~(PAGE - 1), low - MOST_STEP))
        worker.low = max(edge, worker.base)
        enter(worker, worker.low, low)
    else:
        edge = max(high + step, min((address | PAGE - 1) + 1, high + MOST_STEP))
        worker.high = min(edge, worker.end)
        enter(worker, high, worker.high)


@noalloc
def enter(worker: Worker, start: usize, end: usize) -> None:
    """Memory comes into the window; `resume` has to follow."""
    clear_lines(start, end)
    fence_open(worker.tables, worker.base, start, end, worker.number)


@noalloc
@cold
def cover(worker: Worker, start: u64, count: u64) -> bool:
    """Open what a system call names, `count` bytes from `start` on, if it is the worker's; others run between steps."""
    if not within(start, count, u64(worker.base), u64(worker.end)):
        return False
    while start < worker.low:
        widen(worker, usize(start))
        rest(worker)
    while start + count > worker.high:
        widen(worker, usize(start + count - 1))
        rest(worker)
    return True


@noalloc
def rest(worker: Worker) -> None:
    """Others run."""
    pause(worker)
    yield_now()
    resume(worker)
