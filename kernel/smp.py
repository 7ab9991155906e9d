"""The other harts: each is started with an idle fiber of its own, and from then on takes fibers through its inbox."""

from typing import Final, Never

from hal.board import (
    guard_set, guards_hold, hart_start, interrupts_init, interrupts_off, interrupts_restore, protect_hart,
    timer_frequency, timer_ticks)
from hal.fdt import count_harts
from kernel.fiber import KERNEL, NORMAL, Fiber, stack_top
from kernel.guard import drop_guard
from kernel.hart import MOST_HARTS, Hart, harts, record_of, this_hart
from kernel.inbox import open_inbox, post
from kernel.life import IDLE_ORDER, make_fiber
from kernel.memory import device_tree
from kernel.pages import page_alloc, page_free
from kernel.sched import BOOT_HART, current, doze_until, idle_loop
from kernel.trace import Event, note
from rumpk import export, linker_symbol, noalloc, prim, u64, usize

TRAP_ORDER: Final = 2                   # the first page is its guard
TRAP_BYTES: Final = 16384
KEPT_BYTES: Final = 16                  # above the top of a trap stack, for boot/<target>/
PATIENCE: Final = 3                     # seconds: a busy host may take its time to run the thread that is a hart

HART_MAIN: Final = linker_symbol("hart_main")

_starter: Fiber | None = None           # who waits for a hart to come up


@noalloc
def start_harts() -> int:
    """Bring up every hart that the device tree names; how many schedule now. `life.start` has been called."""
    global _starter
    _starter = current()
    wanted = min(count_harts(device_tree()), MOST_HARTS)
    count = 0
    for number in range(wanted):
        if number == BOOT_HART or harts[number].up or _start_one(harts[number]):
            count += 1
    _starter = None
    return count


@noalloc
def _start_one(hart: Hart) -> bool:
    traps = page_alloc(TRAP_ORDER)
    idle = make_fiber(idle_loop, u64(0), NORMAL, IDLE_ORDER, hart.number, KERNEL)
    if traps == 0 or idle is None:
        return False
    hart.idle = idle
    hart.current = idle
    hart.trap_guard = traps
    guard_set(traps, True)
    top = traps + usize(TRAP_BYTES - KEPT_BYTES)
    if not hart_start(hart.number, usize(HART_MAIN), stack_top(idle), top, record_of(hart)):
        guard_set(traps, False)
        drop_guard(idle)
        page_free(traps)
        page_free(idle.block)
        return False
    state = interrupts_off()
    limit = timer_ticks() + timer_frequency() * PATIENCE
    while not _is_up(hart) and timer_ticks() < limit:
        doze_until(limit)               # a loop that looks may get every turn of a host with one thread for all harts
    interrupts_restore(state)
    return _is_up(hart)                 # one that does not answer keeps its stacks: it may still do


@noalloc
def _is_up(hart: Hart) -> bool:
    prim.fence_acquire()
    return hart.up


@export("hart_main")
@noalloc
def hart_main() -> Never:
    """The first line of another hart (boot/<target>/). It is its own idle fiber, and never comes back."""
    interrupts_off()
    hart = this_hart()
    idle = hart.idle
    if idle is not None:
        protect_hart(idle.block, hart.trap_guard)
        hart.watches = not guards_hold()
    interrupts_init()
    prim.fence_release()
    hart.up = True
    note(Event.HART_UP, u64(0), u64(0))
    starter = _starter
    if starter is not None:
        post(starter)
    open_inbox(hart)
    idle_loop(u64(0))
    while True:
        pass
