"""The terminal: what is typed, between the serial line and who reads it. Only in images that ask for a foreground.

    foreground 0      whoever reads gets the bytes as they are typed: a line editor, say. Ctrl-C is a byte like others
    foreground n      Ctrl-C ends the workers of group n, whether anybody reads or not; what is typed is shown, and is
                      edited here until Enter: backspace, Ctrl-U. Ctrl-D hands over what is there, or ends the input

    _ring: … | read   typed, not read yet   | ready   the line that is being typed   | end | …

A fiber of the kernel takes bytes from the line as they come; where the ring is full they wait on the line. What was
typed in one foreground and not read is there in the next one; but Ctrl-C forgets it. Framed lines are not edited.
"""

from typing import Final

from hal.board import interrupts_off, interrupts_restore, serial_get, serial_interrupt, serial_ready
from kernel import lock
from kernel.console import OUTPUT, enter, leave, put_byte, read_by, set_edited
from kernel.fiber import KERNEL, NO_ONE, Fiber
from kernel.hive import doom
from kernel.inbox import wake
from kernel.interrupts import listen
from kernel.keyboard import wake_by_name
from kernel.life import spawn, start
from kernel.sched import current, suspend
from kernel.services import offer
from kernel.slots import slots_lock, slots_release
from kernel.waitlist import rouse_all, sleep_in
from kernel.worker import ALIVE, SLOTS, Worker, slot
from rumpk import Array, Ptr, export, noalloc, u8, u64, unchecked, w8

SIZE: Final = 16384                     # bytes that may wait; a power of two
BAD_VALUE: Final = -22                  # errors, by CPython's numbers (errno): EINVAL
LONGEST: Final = 4095                   # bytes of a line that is edited; more are not taken
NO_MEMORY: Final = -12                  # ENOMEM

INTERRUPT: Final = 0x03                 # Ctrl-C
END_OF_INPUT: Final = 0x04              # Ctrl-D
BACKSPACE: Final = 0x08
TAB: Final = 0x09
LINE_FEED: Final = 0x0A
RETURN: Final = 0x0D
KILL: Final = 0x15                      # Ctrl-U
SPACE: Final = 0x20
DELETE: Final = 0x7F
CARET: Final = 0x5E
LETTERS: Final = 0x40                   # Ctrl-A is shown as ^A

LOCK: Final = 0                         # words of `_words`
READERS: Final = 1

_words: Array[u64, 2] = Array[u64, 2]()
_ring: Array[u8, SIZE] = Array[u8, SIZE]()
_read: int = 0                          # positions, that are only ever counted up (but for `_end`, by an edit)
_ready: int = 0
_end: int = 0
_group: int = 0                         # in the foreground
_edits: bool = False
_taker: Fiber | None = None             # the fiber that takes what comes


# What is typed. The lock is held.

@noalloc
@unchecked
def accept(byte: int) -> bool:
    """One byte of the line. True: it was Ctrl-C, for the foreground."""
    global _read, _ready, _end
    if byte == INTERRUPT and _group != 0:
        _read, _ready = _end, _end
        show_control(byte)
        show(LINE_FEED)
        return True
    if not _edits:
        store(byte)
        _ready = _end
    elif byte == RETURN or byte == LINE_FEED:
        store(LINE_FEED)
        show(LINE_FEED)
        _ready = _end
    elif byte == END_OF_INPUT:
        store(byte)
        _ready = _end
    elif byte == BACKSPACE or byte == DELETE:
        erase()
    elif byte == KILL:
        while _end > _ready:
            erase()
    elif _end - _ready < LONGEST:
        store(byte)
        if byte < SPACE and byte != TAB:
            show_control(byte)
        else:
            show(byte)
    return False


@noalloc
@unchecked
def store(byte: int) -> None:
    """Behind the others; there is room."""
    global _end
    _ring[_end & SIZE - 1] = u8(byte)
    _end += 1


@noalloc
@unchecked
def erase() -> None:
    """Take the last character of the line that is being typed back, and from the screen."""
    global _end
    if _end == _ready:
        return
    byte = 0x80
    while byte & 0xC0 == 0x80 and _end > _ready:
        _end -= 1
        byte = int(_ring[_end & SIZE - 1])
    for _ in range(2 if byte < SPACE and byte != TAB else 1):
        show(BACKSPACE)
        show(SPACE)
        show(BACKSPACE)


@noalloc
def show(byte: int) -> None:
    """On the screen, where a person types."""
    if _edits:
        enter()
        put_byte(OUTPUT, u8(byte))
        leave()


@noalloc
def show_control(byte: int) -> None:
    show(CARET)
    show(byte + LETTERS)


@noalloc
def has_room() -> bool:
    """For one more byte. A line is shorter than the ring: what fills it are bytes that somebody can read."""
    return _end - _read < SIZE


# The fiber that takes it

@noalloc
def take_typed(_argument: u64) -> None:
    """For ever: take what has come in, wait for more."""
    interrupts_off()
    own = current()
    event = serial_interrupt()
    before = listen(event, own)
    if before != NO_ONE:
        wake_by_name(before)            # it has waited for the line: from now on it waits here
    while True:
        word = Ptr[u64](_words)
        lock.take(word)
        interrupted = 0
        while has_room() and serial_ready():
            if accept(int(serial_get())):
                interrupted = _group
        rouse_all(word + READERS)
        full = not has_room()
        lock.release(word)
        if interrupted != 0:
            end_group(interrupted)
        if not full:
            listen(event, own)
        if full or not serial_ready():
            suspend()


@noalloc
def end_group(group: int) -> None:
    """The workers of the foreground end."""
    slots_lock()
    for number in range(SLOTS):
        worker = slot(number)
        if worker.state == ALIVE and worker.group == group:
            doom(worker)
    slots_release()


@noalloc
@unchecked
def source(how: w8) -> int:
    """What console.py asks for: a byte, or how many there are."""
    global _read
    if how != 0:
        return _ready - _read
    state = interrupts_off()
    word = Ptr[u64](_words)
    lock.take(word)
    goes_on = True
    while goes_on and _read == _ready:
        goes_on = sleep_in(word, word + READERS)
    byte = -1
    if goes_on:
        was_full = not has_room()
        byte = int(_ring[_read & SIZE - 1])
        _read += 1
        taker = _taker
        if was_full and taker is not None:
            wake(taker)
    lock.release(word)
    interrupts_restore(state)
    return byte


# The foreground

@noalloc
@export("hive_foreground")
def hive_foreground(group: u64) -> int:
    """Choose the group of workers that Ctrl-C ends; 0: none. The one before, or an error."""
    global _group, _edits, _ready, _taker
    if group >> 32 != 0:
        return BAD_VALUE
    if not start():
        return NO_MEMORY
    if _taker is None:
        made = spawn(take_typed, u64(0), kind=KERNEL)
        if made is None:
            return NO_MEMORY
        _taker = made
        read_by(source)
    state = interrupts_off()
    word = Ptr[u64](_words)
    lock.take(word)
    before, _group = _group, int(group)
    _edits = set_edited(_group != 0)
    _ready = _end                       # what was typed of a line belongs to who reads next
    rouse_all(word + READERS)
    lock.release(word)
    interrupts_restore(state)
    return before


@noalloc
def foreground_call(_worker: Worker, a: u64, _b: u64, _c: u64) -> int:
    """The system call."""
    return hive_foreground(a)


offer("foreground", foreground_call)
