"""Who runs: switches, yielding, sleep, the idle loop. Nothing of it is linked into an app without fibers.

Fibers of the kernel and of the app give up their hart by themselves: in `yield_now`, `sleep_until` and whatever blocks.
Only workers are pre-empted (kernel/hive.py). Interrupts come at any time, but only make fibers ready.

A hart's queues, timers and fibers are its own, and are changed with interrupts off; what concerns a fiber of another
hart goes by its inbox. Whoever is woken looks again whether it has what it waited for.
"""

from typing import Final, Never

from hal.board import interrupt_wait, interrupts_off, interrupts_on, interrupts_restore, timer_frequency, timer_ticks
from kernel.alarms import arm, cancel_timer, start_timer
from kernel.fiber import BLOCKED, ENDED, WORD_STACK, Fiber, Timer, fiber_at, place_of
from kernel.guard import is_whole
from kernel.hart import Hart, make_ready, take_ready, this_hart
from kernel.ids import forget, ids_lock, ids_release
from kernel.inbox import rouse, wake
from kernel.interrupts import serve
from kernel.pages import page_free
from kernel.panic import panic
from lib.core.iteration import running, set_running
from lib.core.runtime import rt_handle, rt_handled
from lib.core.state import FIBERS, STACK, heap
from rumpk import Ptr, export, extern, inline, noalloc, noinline, nonblocking, u64, unchecked, usize

BOOT_HART: Final = 0                    # the only one whose fibers may use the arena and raise exceptions
SLICES_A_SECOND: Final = 100


@extern("switch_stack")
@nonblocking
def switch_stack(save: Ptr[usize], other: usize) -> None:
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
    if not is_whole(fiber):
        panic("a fiber's stack is full")
    hart.current = other
    if other.worker != 0:
        hart.slice_end = timer_ticks() + timer_frequency() // SLICES_A_SECOND
        arm(hart)
    if hart.number == BOOT_HART:
        generator = running()
        handled = rt_handled()
        heap[STACK] = other.top
        switch_stack(Ptr[usize](place_of(fiber)) + WORD_STACK, other.stack)
        set_running(generator)
        rt_handle(handled)
    else:
        switch_stack(Ptr[usize](place_of(fiber)) + WORD_STACK, other.stack)
    if hart.ended is not None:
        bury(hart)


@export("fiber_first")
@noalloc
def fiber_first() -> None:
    """A new fiber has its hart for the first time (boot/<target>/switch.S)."""
    hart = this_hart()
    if hart.number == BOOT_HART:
        set_running(usize(0))
        rt_handle(None)
    if hart.ended is not None:
        bury(hart)
    interrupts_on()


@noalloc
def yield_now() -> None:
    """Let others run that are ready and at least as urgent; then go on."""
    state = interrupts_off()
    hart = this_hart()
    fiber = hart.current
    if fiber is not None and hart.waiting & (u64(2) << fiber.priority) - 1 != 0:
        make_ready(hart, fiber)
        other = take_ready(hart)
        if other is not None:
            switch_to(hart, fiber, other)
    interrupts_restore(state)


@noalloc
def resched() -> None:
    """In a worker's interrupt: others run if its turn is over, or if they are more urgent. Interrupts are off."""
    hart = this_hart()
    fiber = hart.current
    if fiber is not None and (hart.due or hart.waiting & (u64(1) << fiber.priority) - 1 != 0):
        hart.due = False
        yield_now()


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
    hart.ended = fiber
    other = take_ready(hart)
    switch_to(hart, fiber, idle if other is None else other)
    panic("a fiber that ended runs again")


@noalloc
@noinline
def bury(hart: Hart) -> None:
    """The stack of the fiber that ended is free by now: hand its result over. Interrupts are off."""
    fiber = hart.ended
    hart.ended = None
    if fiber is None:
        return
    ids_lock()
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
    if fiber.hart == BOOT_HART:
        if after != 0:
            fiber_at(after - usize(8 * WORD_STACK)).before = before
        if before is None:
            heap[FIBERS] = after
        else:
            before.next_stack = after
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
    """Runs where a fiber ends and no other can run; never in a queue."""
    interrupts_off()
    hart = this_hart()
    while True:
        idle = hart.idle
        other = take_ready(hart)
        if other is not None and idle is not None:
            switch_to(hart, idle, other)
        else:
            interrupt_wait()
            serve()
