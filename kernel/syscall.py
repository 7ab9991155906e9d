"""System calls: from a worker's registers to the kernel's functions, past every check.

The entry in boot/<target>/wall calls `system_call` on the worker's kernel stack, with interrupts off. The table is
kernel/calls.py. Of what a worker hands in, nothing is believed, and nothing is read twice.
"""

from typing import Final

from hal.board import timer_frequency, timer_ticks, user_constants
from kernel import log
from kernel.calls import CHECKS, COUNT, FIXED_SHIFT, NAME_TEXT, NAME_WIDTH, PLACE_SHIFT, PLACES, WRITTEN
from kernel.clock import NANOSECONDS, plat_ticks, plat_wall
from kernel.console import plat_read
from kernel.descriptors import (
    BAD_DESCRIPTOR, CONSOLE_IN, CONSOLE_LOG, CONSOLE_OUT, channel_of, close_one, dup_one, entry_of, opening_of,
    read_opening, write_opening)
from kernel.hive import BAD_VALUE, PACKET, PACKET_BYTES, hive_kill, hive_take, hive_wait, spawn_with
from kernel.marks import write_marked
from kernel.sched import doze_until, yield_now
from kernel.services import NO_CALL, serve_call
from kernel.trace import Event, note
from kernel.usertrap import show_user_calls
from kernel.window import cover, within
from kernel.worker import EXITED, NO_DOOM, PLEDGED, RAISED, Worker, end_worker, pause, resume, this_worker
from rumpk import Ptr, cold, export, noalloc, noinline, prim, u8, u64, unchecked, usize

NOT_PERMITTED: Final = -1               # errors, by CPython's numbers (errno): EPERM
BAD_ADDRESS: Final = -14                # EFAULT
PIECE: Final = 1024                     # bytes that are written before others may run
CALL_FRAME: Final = 48                  # boot/<target>/wall/user.S: below the waiting frame; the return address is
RETURN_WORD: Final = 1                  # in this word of it
PROMISE_BITS: Final = 0xFFFF_FFFF
MOST_SLEEP: Final = 1 << 62             # nanoseconds


@noalloc
@export("system_call")
@unchecked
def system_call(a: u64, b: u64, c: u64, d: u64, e: u64, f: u64, number: u64) -> int:
    """One call; its result goes into the caller's first register."""
    worker = this_worker()
    if number >= COUNT:
        return NO_CALL
    call = prim.zext(int, number)
    checks = prim.zext(u64, CHECKS[call])
    if checks & PROMISE_BITS & ~worker.promises != 0:
        return violation(worker, call, prim.frame_parent(prim.frame_address()))
    place = checks >> PLACE_SHIFT & PLACES
    if place != 0:
        start, count = (a, b) if place == 1 else (b, c)
        fixed = checks >> FIXED_SHIFT
        if fixed != 0:
            count = fixed
            if start & 7 != 0:
                return BAD_ADDRESS
        if not reaches(worker, start, count, checks & WRITTEN != 0):
            return with_more_open(a, b, c, d, e, f, number)
    match call:
        case 0:
            end_worker(worker, EXITED if worker.reason == EXITED else RAISED, prim.zext(int, a & 0xFF))
        case 1:
            return 0
        case 2:
            return write(worker, a, b, c)
        case 3:
            return read(worker, a, b, c)
        case 4:
            return ticks()
        case 5:
            return reply(worker, EXITED, a, b)
        case 6:
            return reply(worker, RAISED, a, b)
        case 7:
            return give_way(worker)
        case 8:
            return sleep(worker, a)
        case 9:
            worker.promises &= a
            return prim.zext(int, worker.promises)
        case 10:
            return spawn(worker, a)
        case 11:
            return wait(worker, a, b)
        case 12:
            return take(worker, a, b, c)
        case 13:
            return hive_kill(a)
        case 14:
            return prim.zext(int, worker.fid)
        case 15:
            return wall()
        case 16:
            worker.lenient = a != 0
        case 17:
            return close_one(worker, a)
        case 19:
            return dup_one(worker, a)
        case _:
            return optional(worker, call, a, b, c)
    return 0


@noalloc
@unchecked
def reaches(worker: Worker, start: u64, count: u64, write: bool) -> bool:
    """Whether the caller itself may touch `count` bytes from `start` on."""
    if within(start, count, u64(worker.low), u64(worker.high)):
        return True
    constants = user_constants()
    return not write and within(start, count, constants[0], constants[1])


@noalloc
@cold
@noinline
@unchecked
def with_more_open(a: u64, b: u64, c: u64, d: u64, e: u64, f: u64, number: u64) -> int:
    """The call again, with the memory that it names open, if that is the caller's. The same arguments in the same
    registers: the first attempt keeps none of them for this."""
    checks = prim.zext(u64, CHECKS[prim.zext(int, number)])
    start, count = (a, b) if checks >> PLACE_SHIFT & PLACES == 1 else (b, c)
    fixed = checks >> FIXED_SHIFT
    if not cover(this_worker(), start, fixed if fixed != 0 else count):
        return BAD_ADDRESS
    return system_call(a, b, c, d, e, f, number)


@noalloc
@cold
@unchecked
def violation(worker: Worker, call: int, pointer: usize) -> int:
    """A call that the caller has not promised to make: its end, or an error where it asked for that."""
    if worker.lenient:
        return NOT_PERMITTED
    note(Event.PLEDGE, worker.fid, u64(call))
    log.begin("[Pledge] ")
    log.text("violation: Fiber 0x")
    log.hexadecimal(worker.fid)
    log.text(" called ")
    log.word(NAME_TEXT, NAME_WIDTH * call)
    log.text(", which needs 0x")
    log.hexadecimal(u64(CHECKS[call]) & PROMISE_BITS)
    log.end()
    returns = Ptr[u64](usize(worker.waiting) - usize(CALL_FRAME))[RETURN_WORD]
    show_user_calls(worker, pointer, usize(returns))
    end_worker(worker, PLEDGED, call)


# Each service is a function of its own: a call saves only the registers that its service needs.

@noalloc
@noinline
def ticks() -> int:
    return prim.zext(int, plat_ticks())


@noalloc
@noinline
def wall() -> int:
    return prim.zext(int, plat_wall())


@noalloc
@noinline
@unchecked
def reply(worker: Worker, reason: int, start: u64, count: u64) -> int:
    """Remember where the last words are, and whether they are those of an exception."""
    if reason != EXITED:
        worker.reason = reason
    worker.reply, worker.reply_bytes = usize(start), prim.zext(int, count)
    return 0


@noalloc
def again(worker: Worker, result: int) -> int:
    """Behind a call in which others may have run: the worker has its processor and its fence again."""
    pause(worker)
    resume(worker)
    return result


@noalloc
@noinline
def give_way(worker: Worker) -> int:
    """Others run."""
    pause(worker)
    yield_now()
    resume(worker)
    return 0


@noalloc
@noinline
@unchecked
def wait(worker: Worker, fid: u64, out: u64) -> int:
    """Wait for the end of another worker."""
    pause(worker)
    result = hive_wait(fid, Ptr[u64](usize(out)))
    resume(worker)
    return result


@noalloc
@noinline
@unchecked
def spawn(worker: Worker, record: u64) -> int:
    """A new worker."""
    words = Ptr[u64](usize(record))
    packet, size = words[PACKET], words[PACKET_BYTES]
    if not reaches(worker, packet, size, False) and not cover(worker, packet, size):
        return BAD_ADDRESS
    return again(worker, spawn_with(words, packet, size))


@noalloc
@noinline
@unchecked
def take(worker: Worker, fid: u64, start: u64, count: u64) -> int:
    """The reply of a worker that has ended."""
    return again(worker, hive_take(fid, Ptr[u8](usize(start)), prim.zext(int, count)))


@noalloc
@noinline
@unchecked
def optional(worker: Worker, call: int, a: u64, b: u64, c: u64) -> int:
    """A call that this image may have or not; it may have waited."""
    return again(worker, serve_call(worker, call, a, b, c))


@noalloc
@noinline
@unchecked
def write(worker: Worker, number: u64, start: u64, count: u64) -> int:
    """Write to a descriptor."""
    entry = entry_of(worker, number)
    if entry == CONSOLE_OUT or entry == CONSOLE_LOG:
        return write_console(worker, channel_of(entry), start, count)
    opening = opening_of(worker, number)
    if opening is None:
        return BAD_DESCRIPTOR
    return again(worker, write_opening(opening, Ptr[u8](usize(start)), prim.zext(int, count)))


@noalloc
@unchecked
def write_console(worker: Worker, channel: int, start: u64, count: u64) -> int:
    """Send bytes, a piece at a time."""
    at, end = start, start + count
    while at < end:
        size = min(end - at, u64(PIECE))
        write_marked(channel, Ptr[u8](usize(at)), int(size))
        at += size
        if at < end:
            pause(worker)
            yield_now()
            resume(worker)
    return int(count)


@noalloc
@noinline
@unchecked
def read(worker: Worker, number: u64, start: u64, count: u64) -> int:
    """Read from a descriptor: wait for what comes in."""
    if entry_of(worker, number) == CONSOLE_IN:
        pause(worker)
        taken = plat_read(0, Ptr[u8](usize(start)), int(count))
        resume(worker)
        return taken
    opening = opening_of(worker, number)
    if opening is None:
        return BAD_DESCRIPTOR
    return again(worker, read_opening(opening, Ptr[u8](usize(start)), prim.zext(int, count)))


@noalloc
@noinline
@unchecked
def sleep(worker: Worker, nanoseconds: u64) -> int:
    """Let others run for a time, or until somebody ends this worker."""
    if nanoseconds > u64(MOST_SLEEP):
        return BAD_VALUE
    hertz, second = timer_frequency(), u64(NANOSECONDS)
    until = timer_ticks() + nanoseconds // second * hertz + nanoseconds % second * hertz // second
    pause(worker)
    while timer_ticks() < until and worker.doom == NO_DOOM:
        doze_until(until)
    resume(worker)
    return 0
