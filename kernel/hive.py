"""The Hive: workers are made, joined, killed. A worker is a fiber (kernel/life.py) that lives in user mode.

What the app calls here (`hive_…`), a worker asks for by system calls of the same arguments.
"""

from typing import Final

from hal.board import (
    fence_drop, fence_make, fence_open, fence_pages, fence_start, interrupts_off, interrupts_restore, timer_frequency,
    timer_ticks)
from kernel import log
from kernel.clock import nanoseconds
from kernel.console import share
from kernel.descriptors import asking, close_all, inherit, may_inherit
from kernel.fiber import NORMAL, ORDER, WORKER
from kernel.inbox import wake
from kernel.life import enroll, launch, make_fiber, start
from kernel.pages import page_alloc, page_free, pages_free, pages_in_all
from kernel.panic import report_by
from kernel.sched import current, release, suspend
from kernel.slots import (
    APP, NOBODY, caller, come_alive, find_worker, free_again, leave_family, less_load, lose_name, reserve, slots_lock,
    slots_release, unreserve)
from kernel.smp import start_harts
from kernel.trace import Event, note
from kernel.window import first_window
from kernel.worker import (
    ALIVE, ENDED, EXITED, FREE, KILLED, MAKING, NO_DOOM, NO_LIMIT, SLOTS, Worker, context, copy, pause, report, resume,
    slot, time_spent, user_enter, worker_of)
from kernel.worker_report import report_workers
from rumpk import Ptr, cold, export, linker_symbol, noalloc, noinline, prim, u8, u64, unchecked, usize

OWN_START: Final = linker_symbol("__user_data_start")
OWN_END: Final = linker_symbol("__user_own_end")
USER_START: Final = linker_symbol("user_start")
USER_TEXT: Final = linker_symbol("__user_text_start")
USER_TEXT_END: Final = linker_symbol("__user_text_end")

PAGE: Final = 4096
LEAST_ORDER: Final = 2                  # pages of a worker's memory: 2 to this …
MOST_ORDER: Final = 14                  # … to this
STACK_SHARE: Final = 4                  # the stack is one part in so many of it,
RESCUE_SHARE: Final = 16                # the rescue stack one in so many
LEAST_RESCUE: Final = 2048              # … but not less than this
MOST_RESCUE: Final = 8192               # and not more: all of it is open from the first
RESERVED_SHARE: Final = 8               # the part of the pages that the app finds, whatever its workers take
LINE: Final = 64
NANOSECONDS: Final = 1_000_000_000

# Words of what a spawn is asked for by (lib/hive.py fills it)
ENTRY: Final = 0
PACKET: Final = 1
PACKET_BYTES: Final = 2
PROMISES: Final = 3
MEMORY: Final = 4
TIME: Final = 5                         # nanoseconds of the processor; 0: any
STREAMS: Final = 6                      # three: the spawner's descriptors that become 0, 1 and 2; -1: closed
GROUP: Final = 9
QUIET: Final = 10                       # 1: nothing is logged but what goes wrong
TITLE: Final = 11                       # two words of text, with NULs behind it

NO_SUCH: Final = -3                     # errors, by CPython's numbers (errno): ESRCH
BAD_DESCRIPTOR: Final = -9              # EBADF
AGAIN: Final = -11                      # EAGAIN: no slot is left
NO_MEMORY: Final = -12                  # ENOMEM
BUSY: Final = -16                       # EBUSY: somebody waits for it already
BAD_VALUE: Final = -22                  # EINVAL
LAST_ERROR: Final = -4096               # what is below is a name, as a signed number

_stands: bool = False                   # the wall does


@noalloc
@cold
@unchecked
def build_wall() -> None:
    """Say what workers are fenced by, and bring up the harts that they run on: before the first one."""
    global _stands
    state = interrupts_off()
    made_of = fence_start()
    interrupts_restore(state)
    for i in range(SLOTS):
        slot(i).number = i + 1
    _stands = True
    report_by(report_workers)
    log.begin()
    log.text("the wall between workers: ")
    log.text(made_of)
    log.end()
    share()
    start_harts()


@noalloc
@unchecked
def enough(order: int) -> bool:
    """Whether a block of 2**order pages may be given away: the last ones are not for what workers spawn."""
    return caller() == APP or pages_free() - (1 << order) >= pages_in_all() // RESERVED_SHARE


# Spawn

@noalloc
@export("hive_spawn")
def hive_spawn(record: Ptr[u64]) -> int:
    """A new worker, as the words of a record ask for it; its name, or an error."""
    return spawn_with(record, record[PACKET], record[PACKET_BYTES])


@noalloc
@unchecked
def spawn_with(record: Ptr[u64], packet: u64, size: u64) -> int:
    """The same with a packet that was looked at: nothing of a record is read twice."""
    if not start():
        return NO_MEMORY
    if not _stands:
        build_wall()
    entry, order = usize(record[ENTRY]), order_of(prim.zext(int, record[MEMORY]))
    if not usize(USER_TEXT) <= entry < usize(USER_TEXT_END) or entry & 1 != 0 or order < 0:
        return BAD_VALUE
    parent = asking()
    first, second, third = (prim.zext(int, record[STREAMS]), prim.zext(int, record[STREAMS + 1]),
                            prim.zext(int, record[STREAMS + 2]))
    if not (may_inherit(parent, first) and may_inherit(parent, second) and may_inherit(parent, third)):
        return BAD_DESCRIPTOR
    state = interrupts_off()
    worker = reserve()
    result = AGAIN
    if worker is not None:
        worker.group, worker.quiet = prim.zext(int, record[GROUP]), record[QUIET] & 1 != 0
        worker.title, worker.title_end = record[TITLE], record[TITLE + 1]
        inherit(worker, parent, first, second, third)
        result = make(worker, order, entry, Ptr[u8](usize(packet)), prim.zext(int, size), record[PROMISES],
                      record[TIME])
        if LAST_ERROR <= result < 0:
            close_all(worker)
            unreserve(worker)
    interrupts_restore(state)
    return result


@noalloc
@unchecked
def order_of(memory: int) -> int:
    """How many pages hold so many bytes: 2 to this; -1 where that is too little or too much."""
    if memory < PAGE << LEAST_ORDER or memory > PAGE << MOST_ORDER:
        return -1
    order = LEAST_ORDER
    while PAGE << order < memory:
        order += 1
    return order


@noalloc
@unchecked
def make(worker: Worker, order: int, entry: usize, packet: Ptr[u8], size: int, promises: u64, time: u64) -> int:
    """Fill a slot: memory, tables, packet, fiber. Interrupts are off."""
    base = page_alloc(order) if enough(order) else usize(0)
    if base == 0:
        return NO_MEMORY
    length = PAGE << order
    if not lay_out(worker, base, length, entry, packet, size):
        page_free(base)
        return BAD_VALUE
    fiber = make_fiber(live, u64(worker.number), NORMAL, ORDER, worker.hart, WORKER)
    if fiber is None:
        give_back(worker)
        return NO_MEMORY
    worker.tables = tables_for(worker, fiber.block)
    if worker.tables == 0 and fence_pages(length) > 0:
        release(fiber)
        give_back(worker)
        return NO_MEMORY
    enroll(fiber)
    fiber.worker = u64(prim.ptr_int(prim.ref_ptr(worker)))
    fiber.detached = True
    worker.fiber = fiber
    worker.fid = fiber.fid
    parent = worker_of(current())
    worker.promises = promises if parent is None else promises & parent.promises
    worker.budget = budget_of(time, parent)
    worker.lenient = False
    worker.used, worker.charged, worker.reserved = u64(0), u64(0), u64(0)
    worker.doom, worker.reason, worker.code, worker.cause = NO_DOOM, EXITED, 0, 0
    worker.address = u64(0)
    worker.reply, worker.reply_bytes = usize(0), 0
    worker.waiter = None
    name = prim.zext(int, worker.fid)
    note(Event.WORKER, worker.fid, worker.promises)
    if not worker.quiet:
        report_spawn(worker)
    come_alive(worker, parent)
    launch(fiber)
    return name


@noalloc
@unchecked
def budget_of(time: u64, parent: Worker | None) -> u64:
    """So many nanoseconds (0: any) in ticks, one at the least; not more than half of what the parent has left, which
    is not the parent's as long as the worker lives: many at once have no more together than one."""
    hertz, second = timer_frequency(), u64(NANOSECONDS)
    ticks = u64(NO_LIMIT) if time == 0 else time // second * hertz + time % second * hertz // second
    if parent is not None and parent.budget != u64(NO_LIMIT):
        ticks = min(ticks, (parent.budget - min(parent.used + parent.charged, parent.budget)) // 2)
    return max(ticks, u64(1))


@noalloc
@unchecked
def lay_out(worker: Worker, base: usize, length: int, entry: usize, packet: Ptr[u8], size: int) -> bool:
    """The parts of a worker's memory, and its first registers. False: the packet does not fit."""
    stack = usize(length // STACK_SHARE)
    own = base + stack
    rescue = own + (usize(OWN_END) - usize(OWN_START)) + usize(rescue_bytes(length))
    place = usize(prim.zext(int, rescue) & ~(LINE - 1))
    if place > base + usize(length):
        return False
    room = base + usize(length) - place
    if size < 0 or usize(size + LINE) > room:
        return False
    copy(Ptr[u8](place), packet, size)
    arena = place + usize(size + LINE - 1 & ~(LINE - 1))
    worker.base, worker.end, worker.rescue = base, base + usize(length), u64(place)
    worker.pc, worker.sp, worker.own = u64(usize(USER_START)), u64(own), u64(own)
    worker.first, worker.second, worker.third = u64(entry), u64(place), u64(size)
    worker.fourth, worker.fifth = u64(arena), u64(worker.end - arena)
    first_window(worker, place, place + usize(size))
    return True


@noalloc
@unchecked
def rescue_bytes(length: int) -> int:
    """How much of a worker's memory its rescue stack takes."""
    return min(max(length // RESCUE_SHARE, LEAST_RESCUE), MOST_RESCUE)


@noalloc
@unchecked
def tables_for(worker: Worker, guard: usize) -> usize:
    """The fence's own memory for a worker, filled; 0 where it needs none, or there is none."""
    pages = fence_pages(int(worker.end - worker.base))
    if pages == 0:
        return usize(0)
    order = 0
    while 1 << order < pages:
        order += 1
    tables = page_alloc(order)
    if tables != 0:
        fence_make(tables, worker.base, worker.end, guard)
        fence_open(tables, worker.base, worker.low, worker.high, worker.number)
    return tables


@noalloc
@unchecked
def give_back(worker: Worker) -> None:
    """A worker's memory."""
    page_free(worker.base)
    if worker.tables != 0:
        page_free(worker.tables)
    worker.base, worker.end, worker.tables = usize(0), usize(0), usize(0)


@noalloc
def report_spawn(worker: Worker) -> None:
    log.begin("[Spawn] ")
    log.text("Created worker FID=0x")
    log.hexadecimal(worker.fid)
    log.end()
    log.begin("[Pledge] ")
    log.text("Fiber 0x")
    log.hexadecimal(worker.fid)
    log.text(" restricted to: 0x")
    log.hexadecimal(worker.promises)
    log.end()


# Life and end

@noalloc
@unchecked
def live(number: u64) -> None:
    """The fiber of a worker."""
    worker = slot(int(number) - 1)
    interrupts_off()
    worker.since = timer_ticks()
    if worker.doom == NO_DOOM:
        worker.waiting = u64(0)
        resume(worker)
        user_enter(context(worker))
    else:
        worker.reason = worker.doom
    fence_drop(worker.number)
    close_all(worker)
    if keep_reply(worker):
        give_back(worker)
    pause(worker)
    if not worker.quiet:
        report(worker, "terminated")
    note(Event.WORKER_END, worker.fid, u64(worker.reason))
    slots_lock()
    charge(worker)
    abandon(worker)
    worker.fiber = None
    less_load(worker)
    worker.state = ENDED
    waiter = worker.waiter
    if worker.parent == NOBODY:
        forget_worker(worker)
    elif waiter is not None:
        wake(waiter)
    slots_release()


@noalloc
@unchecked
def charge(worker: Worker) -> None:
    """What a worker has used counts for who has spawned it."""
    parent = worker.maker
    if parent is not None:
        reserved = worker.budget if parent.budget != u64(NO_LIMIT) else u64(0)
        parent.reserved -= reserved
        parent.charged = parent.charged - reserved + time_spent(worker)


@noalloc
@unchecked
def keep_reply(worker: Worker) -> bool:
    """Copy the reply out of memory that is about to go. False: there is no page for it, so the worker's own stay.

    Where nothing was said, the address is forgotten: it may be that of any block that begins behind the worker's.
    """
    size = worker.reply_bytes
    if size == 0:
        worker.reply = usize(0)
        return True
    order = 0
    while PAGE << order < size:
        order += 1
    place = page_alloc(order)
    if place == 0:
        return False
    copy(Ptr[u8](place), Ptr[u8](worker.reply), size)
    worker.reply = place
    return True


@noalloc
@unchecked
def abandon(worker: Worker) -> None:
    """The end of a worker is the end of those that it has spawned."""
    child = worker.child
    while child is not None:
        leave_family(child)
        child.parent = u64(NOBODY)
        child.waiter = None
        if child.state == ENDED:
            forget_worker(child)
        else:
            doom(child)
        child = worker.child


@noalloc
@unchecked
def forget_worker(worker: Worker) -> None:
    """A worker that has ended is nobody's any more, and its slot free."""
    lose_name(worker)
    leave_family(worker)
    empty(worker)


@noalloc
@unchecked
def empty(worker: Worker) -> None:
    """The slot of a worker that nobody knows is free."""
    if worker.base != 0:
        give_back(worker)
    elif worker.reply != 0:
        page_free(worker.reply)
    worker.reply, worker.reply_bytes = usize(0), 0
    free_again(worker)


@noalloc
@unchecked
def doom(worker: Worker) -> None:
    """A worker that is alive has to end: at once where it waits, else when it comes out of user mode."""
    worker.doom = KILLED
    fiber = worker.fiber
    if fiber is not None:
        fiber.doomed = True
        wake(fiber)


@noalloc
@noinline
def end_known(worker: Worker | None) -> int:
    """Whoever asks has found it: it ends, if it lives. 0, or NO_SUCH. The lock is held."""
    if worker is None:
        return NO_SUCH
    if worker.state == ALIVE:
        doom(worker)
    return 0


# What a parent asks for

@noalloc
@export("hive_wait")
@unchecked
def hive_wait(fid: u64, out: Ptr[u64]) -> int:
    """Wait for a worker's end. In `out`: reason, code, cause, address, bytes of the reply, nanoseconds used."""
    state = interrupts_off()
    slots_lock()
    result = wait_for(find_worker(fid), out)
    slots_release()
    interrupts_restore(state)
    return result


@noalloc
@unchecked
def wait_for(worker: Worker | None, out: Ptr[u64]) -> int:
    """The lock is held, but not while this waits."""
    if worker is None:
        return NO_SUCH
    own, fid = worker_of(current()), worker.fid
    while worker.state == ALIVE:
        if worker.waiter is not None:
            return BUSY
        worker.waiter = current()
        slots_release()
        suspend()
        slots_lock()
        if worker.state == FREE or worker.fid != fid:       # the slot may be another worker's by now
            return NO_SUCH
        worker.waiter = None
        if own is not None and own.doom != NO_DOOM:
            return NO_SUCH
    out[0], out[1], out[2], out[3] = u64(worker.reason), u64(worker.code), u64(worker.cause), worker.address
    out[4] = u64(worker.reply_bytes)
    out[5] = nanoseconds(time_spent(worker), timer_frequency())
    return 0


@noalloc
@export("hive_take")
@unchecked
def hive_take(fid: u64, buffer: Ptr[u8], count: int) -> int:
    """Copy what fits of the reply of a worker that has ended, and forget the worker. The bytes copied."""
    state = interrupts_off()
    slots_lock()
    worker = find_worker(fid)
    result = NO_SUCH
    if worker is not None and worker.state == ENDED:
        result = min(count, worker.reply_bytes)
        lose_name(worker)
        leave_family(worker)
        worker.state = MAKING           # nobody finds it while it is copied
        slots_release()
        copy(buffer, Ptr[u8](worker.reply), result)
        slots_lock()
        empty(worker)
    slots_release()
    interrupts_restore(state)
    return result


@noalloc
@export("hive_kill")
@unchecked
def hive_kill(fid: u64) -> int:
    """End a worker. 0, also where it has ended."""
    state = interrupts_off()
    slots_lock()
    result = end_known(find_worker(fid))
    slots_release()
    interrupts_restore(state)
    return result
