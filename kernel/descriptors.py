"""Descriptors: the small numbers by which workers, and the app, name what they read and write. 0 is in, 1 out, 2 log.

    a row of DESCRIPTORS entries each       0 closed   1 2 3 the console   else FIRST + an opening's number
    an opening                              what several descriptors may share: an end of a pipe, a file and a position

What there is besides the console plugs itself in: the body of a module with a kind of opening calls `plug` while the
image is made (and `services.offer`, for system calls). An image that imports none of them has nothing of them.

A row is changed by its owner alone, in its own calls. Openings are everybody's, and have a lock.
"""

from typing import Callable, Final

from hal.board import interrupts_off, interrupts_restore
from kernel import lock
from kernel.console import LOG, OUTPUT, plat_read, plat_write
from kernel.hart import this_hart
from kernel.worker import SLOTS, Worker, worker_of
from rumpk import Array, Ptr, export, inline, noalloc, noinline, prim, u8, u16, u64, unchecked, usize

DESCRIPTORS: Final = 32                 # of a worker, at most
OPENINGS: Final = 512                   # of all together
ENTRY_BYTES: Final = 2
INHERITED: Final = 3                    # the first ones of a worker come from who spawns it

# Entries, and kinds of openings
CLOSED: Final = 0
CONSOLE_IN: Final = 1
CONSOLE_OUT: Final = 2
CONSOLE_LOG: Final = 3
FIRST: Final = 4                        # entries from here on lead to openings
PIPE_IN: Final = 4                      # a pipe's end from which is read
PIPE_OUT: Final = 5
FILE: Final = 6
KINDS: Final = 8

BAD_DESCRIPTOR: Final = -9              # errors, by CPython's numbers (errno): EBADF
TOO_MANY: Final = -24                   # EMFILE: the row is full
TOO_MANY_IN_ALL: Final = -23            # ENFILE


class Opening:
    """One opening; all of it but `position` and `flags` is this module's."""

    def __init__(self) -> None:
        self.kind: int = CLOSED
        self.count: int = 0             # descriptors that lead here, and calls that are under way
        self.place: usize = usize(0)    # what it is, as its kind knows it
        self.position: int = 0          # of a file
        self.flags: int = 0
        self.next: int = 0              # of those that are free: the next one's number + 1


OPENING_BYTES: Final = 64
_openings: Array[u64, OPENINGS * OPENING_BYTES // 8] = Array[u64, OPENINGS * OPENING_BYTES // 8]()
_rows: Array[u16, SLOTS * DESCRIPTORS] = Array[u16, SLOTS * DESCRIPTORS]()
_app: Array[u16, DESCRIPTORS] = Array[u16, DESCRIPTORS]([u16((i + 1) * (i < INHERITED)) for i in range(DESCRIPTORS)])
_lock: Array[u64, 1] = Array[u64, 1]()
_free: int = 0                          # the first one that is free again, + 1
_fresh: int = 0                         # from here on none was ever used
in_use: int = 0                         # openings

_readers: list[Callable[[Opening, Ptr[u8], int], int] | None] = [None for _ in range(KINDS)]
_writers: list[Callable[[Opening, Ptr[u8], int], int] | None] = [None for _ in range(KINDS)]
_closers: list[Callable[[Opening], None] | None] = [None for _ in range(KINDS)]


def plug(kind: int, read: Callable[[Opening, Ptr[u8], int], int] | None,
         write: Callable[[Opening, Ptr[u8], int], int] | None, close: Callable[[Opening], None] | None) -> None:
    """What is done with openings of a kind. `read` and `write` give a count or an error; `close` is for the last end.

    They are called with interrupts off and no lock held; they may wait. None: an error, EBADF; nothing to do.
    """
    _readers[kind], _writers[kind], _closers[kind] = read, write, close


# Rows

@noalloc
@inline
@unchecked
def row_of(worker: Worker | None) -> Ptr[u16]:
    """The entries of a worker, or of the app."""
    if worker is None:
        return Ptr[u16](_app)
    return Ptr[u16](_rows) + DESCRIPTORS * (worker.number - 1)


@noalloc
@inline
@unchecked
def entry_of(worker: Worker | None, number: u64) -> int:
    """What a descriptor stands for; CLOSED, too, where it cannot be one."""
    return prim.zext(int, row_of(worker)[prim.zext(int, number)]) if number < u64(DESCRIPTORS) else CLOSED


@noalloc
def asking() -> Worker | None:
    """The worker that asks; None: the app does, with or without fibers."""
    fiber = this_hart().current
    return None if fiber is None else worker_of(fiber)


@noalloc
@unchecked
def opening_at(number: int) -> Opening:
    """One of the OPENINGS, from 0."""
    return prim.ptr_ref(Opening, prim.int_ptr(Ptr[u8], usize(Ptr[u64](_openings) + OPENING_BYTES // 8 * number)))


@noalloc
@unchecked
def number_of(opening: Opening) -> int:
    """The other way round."""
    return int(prim.ptr_int(prim.ref_ptr(opening)) - usize(Ptr[u64](_openings))) // OPENING_BYTES


@noalloc
@unchecked
def opening_of(worker: Worker | None, number: u64) -> Opening | None:
    """What a descriptor leads to, if that is not the console."""
    entry = entry_of(worker, number)
    return opening_at(entry - FIRST) if entry >= FIRST else None


@noalloc
@unchecked
def make_opening(kind: int, place: usize) -> Opening | None:
    """A new one, to which no descriptor leads yet: `install` or `drop` it. None: there are too many."""
    global _free, _fresh, in_use
    state = interrupts_off()
    lock.take(Ptr[u64](_lock))
    number = _free - 1
    if number >= 0:
        _free = opening_at(number).next
    elif _fresh < OPENINGS:
        number = _fresh
        _fresh += 1
    if number >= 0:
        in_use += 1
    lock.release(Ptr[u64](_lock))
    interrupts_restore(state)
    if number < 0:
        return None
    opening = opening_at(number)
    opening.kind, opening.count, opening.place = kind, 1, place
    opening.position, opening.flags = 0, 0
    return opening


@noalloc
def install(worker: Worker | None, opening: Opening) -> int:
    """The lowest descriptor that is free leads there from now on; its number, or an error."""
    return _enter(worker, FIRST + number_of(opening))


@noalloc
@unchecked
def _enter(worker: Worker | None, entry: int) -> int:
    row = row_of(worker)
    for number in range(DESCRIPTORS):
        if row[number] == CLOSED:
            row[number] = prim.trunc(u16, entry)
            return number
    return TOO_MANY


@noalloc
@noinline
@unchecked
def keep(opening: Opening) -> None:
    """One more descriptor, or call, has it."""
    state = interrupts_off()
    lock.take(Ptr[u64](_lock))
    opening.count += 1
    lock.release(Ptr[u64](_lock))
    interrupts_restore(state)


@noalloc
@noinline
@unchecked
def drop(opening: Opening) -> None:
    """One less; the last one ends it."""
    global _free, in_use
    state = interrupts_off()
    lock.take(Ptr[u64](_lock))
    opening.count -= 1
    last = opening.count == 0
    lock.release(Ptr[u64](_lock))
    if last:
        close = _closers[opening.kind]
        if close is not None:
            close(opening)
        lock.take(Ptr[u64](_lock))
        opening.kind = CLOSED
        opening.next = _free
        _free = number_of(opening) + 1
        in_use -= 1
        lock.release(Ptr[u64](_lock))
    interrupts_restore(state)


# A worker's beginning and end

@noalloc
@unchecked
def may_inherit(parent: Worker | None, number: int) -> bool:
    """Whether a new worker may be given a descriptor: one that is open, or -1 for none; the first three always."""
    return -1 <= number < INHERITED or number < DESCRIPTORS and entry_of(parent, u64(number)) != CLOSED


@noalloc
@unchecked
def inherit(worker: Worker, parent: Worker | None, first: int, second: int, third: int) -> None:
    """A new worker gets its 0, 1 and 2 from descriptors of who spawns it."""
    row = row_of(worker)
    row[0] = _share(parent, first)
    row[1] = _share(parent, second)
    row[2] = _share(parent, third)


@noalloc
@inline
@unchecked
def _share(parent: Worker | None, number: int) -> u16:
    """The entry of a descriptor, for one more row."""
    if number < 0:
        return u16(CLOSED)
    entry = entry_of(parent, u64(number))
    if entry >= FIRST:
        keep(opening_at(entry - FIRST))
    return prim.trunc(u16, entry)


@noalloc
@unchecked
def close_all(worker: Worker) -> None:
    """The end of all descriptors of a worker, which has ended."""
    words = Ptr[u64](row_of(worker))
    for i in range(DESCRIPTORS * ENTRY_BYTES // 8):
        if words[i] != 0:
            for number in range(i * 8 // ENTRY_BYTES, (i + 1) * 8 // ENTRY_BYTES):
                close_one(worker, u64(number))


@noalloc
@unchecked
def close_one(worker: Worker | None, number: u64) -> int:
    """0, or an error."""
    entry = entry_of(worker, number)
    if entry == CLOSED:
        return BAD_DESCRIPTOR
    row_of(worker)[int(number)] = u16(CLOSED)
    if entry >= FIRST:
        drop(opening_at(entry - FIRST))
    return 0


@noalloc
@unchecked
def dup_one(worker: Worker | None, number: u64) -> int:
    """A second descriptor for the same, or an error."""
    entry = entry_of(worker, number)
    if entry == CLOSED:
        return BAD_DESCRIPTOR
    made = _enter(worker, entry)
    if made >= 0 and entry >= FIRST:
        keep(opening_at(entry - FIRST))
    return made


# Reading and writing

@noalloc
@unchecked
def read_opening(opening: Opening, place: Ptr[u8], count: int) -> int:
    """Bytes from an opening."""
    read = _readers[opening.kind]
    return BAD_DESCRIPTOR if read is None else read(opening, place, count)


@noalloc
@unchecked
def write_opening(opening: Opening, place: Ptr[u8], count: int) -> int:
    """Bytes to an opening."""
    write = _writers[opening.kind]
    return BAD_DESCRIPTOR if write is None else write(opening, place, count)


@noalloc
@unchecked
def channel_of(entry: int) -> int:
    """The channel of the console that an entry stands for."""
    return OUTPUT if entry == CONSOLE_OUT else LOG


# What the app calls; the opening stays while the call is under way, whatever the app's other fibers close

@noalloc
@export("os_read")
def os_read(number: u64, place: Ptr[u8], count: int) -> int:
    """Bytes from a descriptor: how many, 0 at the end; or an error."""
    worker = asking()
    entry = entry_of(worker, number)
    if entry == CONSOLE_IN:
        return plat_read(0, place, count)
    if entry < FIRST:
        return BAD_DESCRIPTOR
    opening = opening_at(entry - FIRST)
    keep(opening)
    state = interrupts_off()
    result = read_opening(opening, place, count)
    interrupts_restore(state)
    drop(opening)
    return result


@noalloc
@export("os_write")
def os_write(number: u64, place: Ptr[u8], count: int) -> int:
    """Bytes to a descriptor: how many, or an error."""
    worker = asking()
    entry = entry_of(worker, number)
    if entry == CONSOLE_OUT or entry == CONSOLE_LOG:
        return plat_write(channel_of(entry), place, count)
    if entry < FIRST:
        return BAD_DESCRIPTOR
    opening = opening_at(entry - FIRST)
    keep(opening)
    state = interrupts_off()
    result = write_opening(opening, place, count)
    interrupts_restore(state)
    drop(opening)
    return result


@noalloc
@export("os_close")
def os_close(number: u64) -> int:
    """Give a descriptor back."""
    return close_one(asking(), number)


@noalloc
@export("os_dup")
def os_dup(number: u64) -> int:
    """One more descriptor for the same."""
    return dup_one(asking(), number)
