"""The life of a fiber: spawn, exit, join; and the first one of a hart."""

from typing import Callable, Final, Never

from hal.board import (
    boot_guard, guard_word, guards_hold, hart_record, interrupts_init, interrupts_off, interrupts_on,
    interrupts_restore, new_context, set_hart_record,
)
from kernel.cue import Cue
from kernel.fiber import APP, BLOCKED, ENDED, KERNEL, NORMAL, ORDER, READY, Fiber, lay_out, place_of, stack_top
from kernel.guard import fill_words, set_guard
from kernel.hart import MOST_HARTS, Hart, harts, make_ready, record_of, this_hart
from kernel.ids import find, forget, ids_lock, ids_release, register
from kernel.inbox import post
from kernel.interrupts import serve
from kernel.clock import pause_by
from kernel.console import wait_by
from kernel.key import choose_key
from kernel.keyboard import wait_input
from kernel.main import end_by
from kernel.pages import page_alloc, pages_free, pages_init
from kernel.panic import report_by
from kernel.report import is_too_deep, report, show_all_events
from kernel.sched import BOOT_HART, block, current, idle_loop, leave, note_stack, release, sleep_until
from kernel.trace import Event, note
from kernel.trap import look_by, take_interrupts
from lib.core.state import STACK, heap
from rumpk import Ptr, cold, export, noalloc, u64, usize, value

IDLE_ORDER: Final = 2


@value
class Joined:
    """What `join` says; `known` is False where nobody has the name, or not any more."""

    known: bool
    result: u64


@noalloc
def nothing(_argument: u64) -> None:
    """The entry of a fiber that runs already."""


@noalloc
def start() -> bool:
    """What runs becomes the first fiber of the hart. False: no memory is left."""
    return harts[BOOT_HART].current is not None or _start()


@noalloc
@cold
def _start() -> bool:
    if not pages_init():
        return False
    choose_key()
    if not adopt(harts[BOOT_HART]):
        return False
    wait_by(_wait_input)
    pause_by(_pause)
    return True


@noalloc
def _wait_input(_cue: Cue) -> bool:
    return not wait_input()


@noalloc
def _serve(_cue: Cue) -> None:
    serve()


@noalloc
def _pause(_cue: Cue, ticks: u64) -> bool:
    """Let others run until then, where this hart has fibers."""
    if this_hart().current is None:
        return False
    sleep_until(ticks)
    return True


@noalloc
def adopt(hart: Hart) -> bool:
    """This hart schedules from now on, and goes on as its first fiber. False: no memory is left."""
    block = page_alloc(1)
    idle = make_fiber(idle_loop, u64(0), NORMAL, IDLE_ORDER, hart.number, KERNEL)
    if block == 0 or idle is None:
        return False
    fiber = lay_out(block, 1, nothing, u64(0))
    fiber.guard = guard_word(boot_guard(), False)
    fill_words(fiber)
    hart.idle = idle
    hart.current = fiber
    hart.watches = not guards_hold()
    hart.up = True
    fiber.hart = hart.number
    fiber.kind = APP if hart.number == BOOT_HART else KERNEL
    hart.handler = Ptr[usize](hart_record())[1]
    set_hart_record(record_of(hart))
    ids_lock()
    register(fiber)
    ids_release()
    if hart.number == BOOT_HART:
        fiber.top = heap[STACK]
        note_stack(fiber)
    take_interrupts(_serve)
    report_by(report)
    end_by(show_all_events)
    look_by(is_too_deep)
    interrupts_init()
    interrupts_on()
    return True


@noalloc
def make_fiber(entry: Callable[[u64], None], argument: u64, priority: int, order: int, hart: int,
               kind: int) -> Fiber | None:
    """A fiber that nobody knows and nothing runs yet; None: no memory is left."""
    block = page_alloc(order)
    if block == 0:
        note(Event.NO_MEMORY, u64(order), u64(pages_free()))
        return None
    fiber = lay_out(block, order, entry, argument)
    fiber.priority = priority
    fiber.hart = hart
    fiber.kind = kind
    set_guard(fiber)
    fiber.stack = new_context(stack_top(fiber), place_of(fiber))
    return fiber


@noalloc
def spawn(entry: Callable[[u64], None], argument: u64, priority: int = NORMAL, order: int = ORDER,
          hart: int = BOOT_HART, kind: int = APP) -> Fiber | None:
    """A new fiber that calls `entry(argument)` when its turn comes, on its hart. None: no memory, or no such hart.

    Its record is gone when it has ended and was joined: keep its `fid`, unless it cannot have ended.
    One of the kind KERNEL, and every one on other harts than BOOT_HART, must neither use the arena nor raise.
    """
    if not 0 <= hart < MOST_HARTS or not harts[hart].up:
        return None
    fiber = make_fiber(entry, argument, priority, order, hart, kind if hart == BOOT_HART else max(kind, KERNEL))
    if fiber is not None:
        enroll(fiber)
        launch(fiber)
    return fiber


@noalloc
def enroll(fiber: Fiber) -> None:
    """Give a fiber of `make_fiber` its name."""
    state = interrupts_off()
    ids_lock()
    register(fiber)
    ids_release()
    if fiber.kind == APP:
        note_stack(fiber)
    note(Event.SPAWN, fiber.fid, u64(fiber.hart))
    interrupts_restore(state)


@noalloc
def launch(fiber: Fiber) -> None:
    """From now on it has its turns. It may have ended before this returns."""
    state = interrupts_off()
    if fiber.hart == this_hart().number:
        fiber.state = READY
        make_ready(this_hart(), fiber)
    else:
        fiber.state = BLOCKED
        post(fiber)
    interrupts_restore(state)


@noalloc
def exit_fiber(result: u64) -> Never:
    """The end of the fiber that calls it; `join` gives `result`."""
    current().result = result
    leave()


@export("fiber_last")
@noalloc
def fiber_last() -> Never:
    """The entry of a fiber has returned (boot/<target>/switch.S)."""
    leave()


@noalloc
def join(fid: u64) -> Joined:
    """Wait for the end of a fiber; its name means nobody after that."""
    state = interrupts_off()
    ids_lock()
    fiber = find(fid)
    own = current()
    if fiber is None or fiber is own or fiber.detached:
        ids_release()
        interrupts_restore(state)
        return Joined(False, u64(0))
    if fiber.state == ENDED:
        forget(fiber)
        ids_release()
        result = fiber.result
        release(fiber)
        interrupts_restore(state)
        return Joined(True, result)
    own.joined = False
    own.next = fiber.joiners
    fiber.joiners = own
    while not own.joined:
        own.state = BLOCKED
        ids_release()
        block()
        ids_lock()
    ids_release()
    interrupts_restore(state)
    return Joined(True, own.result)


@noalloc
def detach(fid: u64) -> bool:
    """Nobody will join the fiber: its end is all of it. False where nobody has the name."""
    state = interrupts_off()
    ids_lock()
    fiber = find(fid)
    gone = fiber is not None and fiber.state == ENDED
    if fiber is not None:
        fiber.detached = True
        if gone:
            forget(fiber)
    ids_release()
    if fiber is not None and gone:
        release(fiber)
    interrupts_restore(state)
    return fiber is not None
