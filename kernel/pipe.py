"""Pipes: bytes from one worker to another, through a block of pages.

    word 0 lock   1 where the oldest byte is   2 how many there are   3, 4 whether the reading, the writing end is open
    word 5, 6     the fibers that wait to read, to write (kernel/waitlist.py)
    byte 64 …     the bytes, in a ring of CAPACITY

Who reads waits for the first byte, who writes for room: for all of what it writes, or for ATOMIC bytes, so that writes
of up to ATOMIC bytes are never mixed with others, and a writer is not woken for every byte that goes. Nobody is left
to write: the end of input; nobody to read: an error (EPIPE). The lock is held for one copy of ATOMIC bytes at most.
"""

from typing import Final

from hal.board import timer_ticks
from kernel import lock
from kernel.descriptors import (
    PIPE_IN, PIPE_OUT, TOO_MANY, TOO_MANY_IN_ALL, Opening, asking, close_one, drop, install, make_opening, plug)
from kernel.life import start
from kernel.pages import PAGE, page_alloc, page_free
from kernel.sched import current
from kernel.services import offer
from kernel.waitlist import rouse_all, sleep_in
from kernel.worker import PIECE, Worker, breathe, pause, worker_of
from rumpk import Ptr, export, noalloc, prim, u8, u64, usize

ORDER: Final = 2                        # pages of a pipe: 2 to this
HEAD_BYTES: Final = 64
CAPACITY: Final = (PAGE << ORDER) - HEAD_BYTES
ATOMIC: Final = 4096                    # as Linux has it (PIPE_BUF)

# Words
LOCK: Final = 0
OLDEST: Final = 1
FILLED: Final = 2
READS: Final = 3
WRITES: Final = 4
READERS: Final = 5
WRITERS: Final = 6

INTERRUPTED: Final = -4                 # errors, by CPython's numbers (errno): EINTR: who waits has to end
NO_MEMORY: Final = -12                  # ENOMEM
BROKEN: Final = -32                     # EPIPE


# Bytes in and out. The lock is held.

@noalloc
def pipe_init(pipe: Ptr[u64]) -> None:
    """An empty pipe with both ends open."""
    for word in range(HEAD_BYTES // 8):
        pipe[word] = u64(0)
    pipe[READS] = u64(1)
    pipe[WRITES] = u64(1)


@noalloc
def take_bytes(pipe: Ptr[u64], place: Ptr[u8], count: int) -> int:
    """Up to `count` of the oldest bytes; how many."""
    oldest, filled = int(pipe[OLDEST]), int(pipe[FILLED])
    size = min(count, filled)
    ring = Ptr[u8](pipe) + HEAD_BYTES
    first = min(size, CAPACITY - oldest)
    prim.mem_copy(place, ring + oldest, usize(first))
    if first < size:
        prim.mem_copy(place + first, ring, usize(size - first))
    oldest += size
    pipe[OLDEST] = u64(oldest if oldest < CAPACITY else oldest - CAPACITY)
    pipe[FILLED] = u64(filled - size)
    return size


@noalloc
def put_bytes(pipe: Ptr[u64], place: Ptr[u8], count: int) -> int:
    """As many of `count` bytes as there is room for; how many."""
    filled = int(pipe[FILLED])
    at = int(pipe[OLDEST]) + filled
    if at >= CAPACITY:
        at -= CAPACITY
    size = min(count, CAPACITY - filled)
    ring = Ptr[u8](pipe) + HEAD_BYTES
    first = min(size, CAPACITY - at)
    prim.mem_copy(ring + at, place, usize(first))
    if first < size:
        prim.mem_copy(ring, place + first, usize(size - first))
    pipe[FILLED] = u64(filled + size)
    return size


# Waiting. The lock is held, but not meanwhile; interrupts are off.

@noalloc
def wait_in(pipe: Ptr[u64], queue: int) -> bool:
    """Sleep until the other side has done something. False: the caller has to end."""
    worker = worker_of(current())
    if worker is not None:
        pause(worker)
    goes_on = sleep_in(pipe, pipe + queue)
    if worker is not None:
        worker.since = timer_ticks()
    return goes_on


@noalloc
def read_pipe(opening: Opening, place: Ptr[u8], count: int) -> int:
    """What is there, at least a byte; 0 where nobody is left who could write one."""
    if count <= 0:
        return 0
    pipe = Ptr[u64](opening.place)
    lock.take(pipe)
    while pipe[FILLED] == 0:
        if pipe[WRITES] == 0 or not wait_in(pipe, READERS):
            result = 0 if pipe[WRITES] == 0 else INTERRUPTED
            lock.release(pipe)
            return result
    taken = 0
    count = min(count, CAPACITY)        # who writes meanwhile must not keep the reader here
    while taken < count and pipe[FILLED] != 0:
        taken += take_bytes(pipe, place + taken, min(count - taken, ATOMIC))
        if pipe[WRITERS] != 0 and CAPACITY - int(pipe[FILLED]) >= ATOMIC:
            rouse_all(pipe + WRITERS)
        lock.release(pipe)
        lock.take(pipe)
    lock.release(pipe)
    return taken


@noalloc
def write_pipe(opening: Opening, place: Ptr[u8], count: int) -> int:
    """All of it, however long that takes. An error where nobody is left to read."""
    pipe = Ptr[u64](opening.place)
    done, result = 0, 0
    lock.take(pipe)
    while done < count and result == 0:
        if pipe[READS] == 0:
            result = BROKEN
        elif CAPACITY - int(pipe[FILLED]) < min(count - done, ATOMIC):
            if not wait_in(pipe, WRITERS):
                result = INTERRUPTED
        else:
            done += put_bytes(pipe, place + done, min(count - done, ATOMIC))
            rouse_all(pipe + READERS)
            lock.release(pipe)
            if done % PIECE == 0 and not breathe():
                return INTERRUPTED
            lock.take(pipe)
    lock.release(pipe)
    return result if result != 0 else done


@noalloc
def close_pipe(opening: Opening) -> None:
    """The end of one end; of the pipe, where it was the last one."""
    pipe = Ptr[u64](opening.place)
    lock.take(pipe)
    pipe[READS if opening.kind == PIPE_IN else WRITES] = u64(0)
    gone = pipe[READS] == 0 and pipe[WRITES] == 0
    rouse_all(pipe + (WRITERS if opening.kind == PIPE_IN else READERS))
    lock.release(pipe)
    if gone:
        page_free(opening.place)


# Making one

@noalloc
@export("os_pipe")
def os_pipe(out: Ptr[u64]) -> int:
    """A new pipe: `out` gets the descriptors from which is read and to which is written. 0, or an error."""
    return make_pipe(asking(), out) if start() else NO_MEMORY


@noalloc
def make_pipe(worker: Worker | None, out: Ptr[u64]) -> int:
    """A pipe, its two openings and their descriptors; or none of them."""
    block = page_alloc(ORDER)
    if block == 0:
        return NO_MEMORY
    pipe_init(Ptr[u64](block))
    reading, writing = make_opening(PIPE_IN, block), make_opening(PIPE_OUT, block)
    if reading is None or writing is None:
        if reading is not None:
            drop(reading)               # the other end was never open: the pipe's block is not freed by it
        page_free(block)
        return TOO_MANY_IN_ALL
    first = install(worker, reading)
    second = install(worker, writing) if first >= 0 else TOO_MANY
    if second < 0:
        if first >= 0:
            close_one(worker, u64(first))
        else:
            drop(reading)
        drop(writing)
        return TOO_MANY
    out[0], out[1] = u64(first), u64(second)
    return 0


@noalloc
def pipe_call(worker: Worker, a: u64, _b: u64, _c: u64) -> int:
    """The system call."""
    return make_pipe(worker, Ptr[u64](usize(a)))


plug(PIPE_IN, read_pipe, None, close_pipe)
plug(PIPE_OUT, None, write_pipe, close_pipe)
offer("pipe", pipe_call)
