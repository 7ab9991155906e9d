"""Who runs: switches, yielding, sleep, the idle loop. Nothing of it is linked into an app without fibers.

Fibers of the kernel and of the app give up their hart by themselves: in `yield_now`, `sleep_until` and whatever blocks.
Only workers are pre-empted (kernel/hive.py). Interrupts come at any time, but only make fibers ready.

A hart's queues, timers and fibers are its own, and are changed with interrupts off; what concerns a fiber of another
hart goes by its inbox. Whoever is woken looks again whether it has what it waited for.
"""

from typing import Final, Never

from hal.board import (
    guard_renew, interrupt_wait, interrupts_off, interrupts_on, interrupts_restore, timer_frequency, timer_ticks)
from kernel.alarms import arm, cancel_timer, start_timer
from kernel.fiber import APP, BLOCKED, ENDED, WORD_STACK, WORKER, Fiber, Timer, fiber_at, place_of
from kernel.guard import drop_guard, is_untouched, is_whole
from kernel.hart import Hart, take_ready, take_turn, this_hart
from kernel.ids import forget, ids_lock, ids_release
from kernel.inbox import open_inbox, rouse, wake
from kernel.interrupts import serve
from kernel.pages import page_free
from kernel.panic import panic
from kernel.trace import Event, note
from lib.core.iteration import running, set_running
from lib.core.runtime import rt_handle, rt_handled
from lib.core.state import FIBERS, STACK, heap
from rumpk import export, extern, inline, noalloc, noinline, nonblocking, prim, u64, unchecked, usize

BOOT_HART: Final = 0                    # the only one whose fibers may use the arena and raise exceptions
SLICES_A_SECOND: Final = 100


@extern("switch_stack")
@nonblocking
def switch_stack(record: usize, other: usize, guard: u64) -> None:
    """boot/<target>/switch.S"""
    ...


@noalloc
def current() -> Fiber:
    """The fiber that asks."""
    fiber = this_hart().current
    if fiber is None:
        panic("no fiber runs here")
    return fiber


@noalloc
@inline
@unchecked
def switch_to(hart: Hart, fiber: Fiber, other: Fiber) -> None:
    """`fiber`, which runs, gives this hart to `other`; returns when it has it again. Interrupts are off."""
    if hart.watches and not is_whole(fiber):
        panic("a fiber's stack is full")
    fiber.running = running()
    fiber.handled = rt_handled()
    hart.current = other
    if other.kind == APP:
        set_running(other.running)
        rt_handle(other.handled)
        heap[STACK] = other.top
        switch_stack(place_of(fiber), other.stack, other.guard)
    else:
        _switch_to_kernel(hart, fiber, other)


@noalloc
@noinline
def _switch_to_kernel(hart: Hart, fiber: Fiber, other: Fiber) -> None:
    if other.kind == WORKER:
        begin_slice(hart)
    switch_stack(place_of(fiber), other.stack, other.guard)


@noalloc
@noinline
@unchecked
def begin_slice(hart: Hart) -> None:
    """A worker's turn begins."""
    hart.slice_end = timer_ticks() + timer_frequency() // SLICES_A_SECOND
    arm(hart)


@export("fiber_first")
@noalloc
def fiber_first() -> None:
    """A new fiber has its hart for the first time (boot/<target>/switch.S)."""
    guard_renew()
    interrupts_on()


@noalloc
def yield_now() -> None:
    """Let others run that are ready and at least as urgent; then go on, with interrupts on."""
    state = interrupts_off()
    hart = this_hart()
    fiber = hart.current
    if fiber is not None:
        other = take_turn(hart, fiber)
        if other is not None:
            switch_to(hart, fiber, other)
            interrupts_on()
            return
    interrupts_restore(state)


@noalloc
def resched() -> None:
    """In a worker's interrupt: others run if its turn is over, or if they are more urgent. Interrupts are off."""
    hart = this_hart()
    fiber = hart.current
    if fiber is not None and (hart.due or int(prim.cttz(hart.waiting)) < fiber.priority):
        hart.due = False
        other = take_turn(hart, fiber)
        if other is not None:
            switch_to(hart, fiber, other)
        else:
            begin_slice(hart)


@noalloc
def block() -> None:
    """Give up this hart until somebody wakes this fiber. Interrupts are off, and its `state` says BLOCKED."""
    hart = this_hart()
    fiber = hart.current
    if fiber is None:
        panic("something blocks where no fiber runs")
    hart.slice_end = u64(0)
    other = take_ready(hart)
    while other is None:                # on the stack of the fiber that waits: nobody else needs it
        interrupt_wait()
        serve()
        other = take_ready(hart)
    if other is not fiber:
        switch_to(hart, fiber, other)


@noalloc
def suspend() -> None:
    """Block this fiber. Interrupts are off."""
    current().state = BLOCKED
    block()


# Time

@noalloc
def _rise(timer: Timer) -> None:
    rouse(this_hart(), fiber_at(usize(timer.argument)))


@noalloc
def doze_until(ticks: u64) -> None:
    """Block until somebody wakes this fiber, at `ticks` at the latest. Interrupts are off."""
    hart = this_hart()
    fiber = hart.current
    if fiber is None or fiber.timer is None:
        panic("no fiber runs here")
    timer = fiber.timer
    timer.deadline = ticks
    timer.action = _rise
    timer.argument = u64(place_of(fiber))
    start_timer(hart, timer)
    fiber.state = BLOCKED
    block()
    cancel_timer(hart, timer)


@noalloc
def sleep_until(ticks: u64) -> None:
    """Let others run until the hart's counter says `ticks`."""
    state = interrupts_off()
    while timer_ticks() < ticks:
        doze_until(ticks)
    interrupts_restore(state)


# The end

@noalloc
@noinline
def leave() -> Never:
    """The fiber that runs is at its end; `result` is set."""
    interrupts_off()
    hart = this_hart()
    fiber, idle = hart.current, hart.idle
    if fiber is None or idle is None:
        panic("no fiber runs here")
    if hart.watches and not is_untouched(fiber):
        panic("a fiber's stack is full")
    note(Event.END, fiber.fid, fiber.result)
    hart.ended = fiber
    switch_to(hart, fiber, idle)
    panic("a fiber that ended runs again")


@noalloc
@noinline
def bury(hart: Hart) -> None:
    """The stack of the fiber that ended is free by now: hand its result over. The idle fiber runs."""
    fiber = hart.ended
    hart.ended = None
    if fiber is None:
        return
    ids_lock()
    open_inbox(hart)                    # the record may be in it; who finds it from now on sees that it has ended
    at = fiber.joiners
    if at is None and not fiber.detached:
        fiber.state = ENDED
        ids_release()
        return
    fiber.joiners = None
    forget(fiber)
    while at is not None:
        following = at.next
        at.result = fiber.result
        at.joined = True
        wake(at)
        at = following
    ids_release()
    release(fiber)


@noalloc
def release(fiber: Fiber) -> None:
    """The memory of a fiber that nobody knows any more."""
    before, after = fiber.before, fiber.next_stack
    if fiber.kind == APP:
        if after != 0:
            fiber_at(after - usize(8 * WORD_STACK)).before = before
        if before is None:
            heap[FIBERS] = after
        else:
            before.next_stack = after
    drop_guard(fiber)
    page_free(fiber.block)


@noalloc
def note_stack(fiber: Fiber) -> None:
    """From now on the collector looks at the fiber's stack."""
    words = place_of(fiber) + usize(8 * WORD_STACK)
    first = heap[FIBERS]
    fiber.next_stack = first
    fiber.before = None
    if first != 0:
        fiber_at(first - usize(8 * WORD_STACK)).before = fiber
    heap[FIBERS] = words


# Nobody else

@noalloc
def idle_loop(_argument: u64) -> None:
    """Runs behind the end of a fiber, until another can run; never in a queue."""
    interrupts_off()
    hart = this_hart()
    while True:
        bury(hart)
        idle = hart.idle
        other = take_ready(hart)
        if other is not None and idle is not None:
            switch_to(hart, idle, other)
        else:
            interrupt_wait()
            serve()
