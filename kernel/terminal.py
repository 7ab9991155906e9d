"""The terminal: what is typed, between the serial line and who reads it. Only in images that ask for a foreground.

    foreground 0      whoever reads gets the bytes as they were typed: a line editor, say. Ctrl-C is a byte like others
    foreground n      Ctrl-C ends the workers of group n, whether anybody reads or not. Who reads gets lines: what is
                      typed is shown and edited, from then on, until Enter: backspace, Ctrl-U. Ctrl-D hands over what
                      is there, or ends the input

    pages: | read   as it was typed   | end |                a fiber of the kernel puts it there
    _line: | given   lines   | ready   what is edited   | typed |         readers move it here, byte by byte

While nobody reads, what is typed is kept as it is, and nothing of it is shown: it belongs to who reads next, a line
editor or a worker of another foreground; but Ctrl-C forgets it. Where there is no room for more, bytes wait on the
line, Ctrl-C too: nothing is lost. Framed lines are not edited.

A worker of the foreground may ask for keys: until the foreground changes it gets bytes as they are typed; Ctrl-C still
ends it.
"""

from typing import Final

from hal.board import interrupts_off, interrupts_restore, serial_get, serial_interrupt, serial_ready
from kernel import lock
from kernel.console import OUTPUT, enter, leave, put_byte, read_by, set_edited
from kernel.cue import Cue
from kernel.fiber import KERNEL, NO_ONE, Fiber
from kernel.hive import doom
from kernel.inbox import wake
from kernel.interrupts import listen
from kernel.keyboard import wake_by_name
from kernel.life import spawn, start
from kernel.pages import PAGE, page_alloc, page_free
from kernel.sched import current, suspend
from kernel.services import offer
from kernel.slots import slots_lock, slots_release
from kernel.waitlist import rouse_all, sleep_in
from kernel.worker import ALIVE, SLOTS, Worker, slot
from rumpk import Array, Ptr, export, noalloc, u8, u64, unchecked, usize

MOST: Final = 1 << 21                   # bytes that may wait: two pastes of the most that the shell is asked to take
NEXT: Final = 8                         # of a page: its first word is the next one's address
BAD_VALUE: Final = -22                  # errors, by CPython's numbers (errno): EINVAL
LINE_SIZE: Final = 4096
LONGEST: Final = LINE_SIZE - 1          # bytes of a line that is edited, without its end; more are not taken
PRESSED: Final = 1 << 32                # beside a group: Ctrl-C has ended its workers
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
QUESTION: Final = 0x3F
LATIN: Final = 0xC2                     # UTF-8: with a byte below NOT_CONTROL behind it, a control character
NOT_CONTROL: Final = 0xA0
LETTERS: Final = 0x40                   # Ctrl-A is shown as ^A

LOCK: Final = 0                         # words of `_words`
READERS: Final = 1

_words: Array[u64, 2] = Array[u64, 2]()
_first: usize = usize(0)                # pages of what was typed,
_last: usize = usize(0)
_read: int = NEXT                       # and the places in these two
_end: int = NEXT
_waiting: int = 0                       # bytes there
_full: bool = False                     # bytes wait on the line
_line: Array[u8, LINE_SIZE] = Array[u8, LINE_SIZE]()
_given: int = 0
_ready: int = 0
_typed: int = 0
_group: int = 0                         # in the foreground
_pressed: bool = False                  # Ctrl-C, since somebody chose the foreground
_edits: bool = False
_taker: Fiber | None = None             # the fiber that takes what comes


# What is typed. The lock is held.

@noalloc
@unchecked
def accept(byte: int) -> bool:
    """One byte of the serial line, for which there is room. True: it was Ctrl-C, for the foreground."""
    global _read, _end, _waiting, _given, _ready, _typed, _pressed
    if byte == INTERRUPT and _group != 0:
        while _first != _last:
            drop_page()
        _read, _end, _waiting = NEXT, NEXT, 0
        _given, _ready, _typed = 0, 0, 0
        _pressed = True
        show_control(byte)
        show(LINE_FEED)
        return True
    Ptr[u8](_last)[_end] = u8(byte)
    _end += 1
    _waiting += 1
    return False


@noalloc
@unchecked
def has_room() -> bool:
    """For one more byte: in the last page, or in one more."""
    global _first, _last, _end
    if _end < PAGE and _last != 0:
        return True
    made = page_alloc(0) if _waiting < MOST else usize(0)
    if made == 0:
        return False
    if _last != 0:
        Ptr[usize](_last)[0] = made
    else:
        _first = made
    _last, _end = made, NEXT
    return True


# Who reads. The lock is held.

@noalloc
def is_there() -> bool:
    """Whether there is something to read; where lines are read, what was typed is edited first."""
    if not _edits:
        return _given < _typed or _waiting > 0
    while _given == _ready and _waiting > 0:
        edit(take_typed_byte())
    return _given < _ready


@noalloc
@unchecked
def next_byte() -> int:
    """What `is_there` has found: of the line, though the foreground changed before its end; then as it was typed."""
    global _given, _ready, _typed
    if _given == _typed:
        return take_typed_byte()
    byte = int(_line[_given])
    _given += 1
    _ready = max(_ready, _given)
    if _given == _typed:
        _given, _ready, _typed = 0, 0, 0
    return byte


@noalloc
@unchecked
def take_typed_byte() -> int:
    """The oldest byte that was typed; there is one. The last page is written anew."""
    global _read, _end, _waiting, _full
    byte = int(Ptr[u8](_first)[_read])
    _read += 1
    _waiting -= 1
    if _waiting == 0:
        _read, _end = NEXT, NEXT
    elif _read == PAGE:
        drop_page()
        _read = NEXT
    taker = _taker
    if _full and taker is not None:
        _full = False
        wake(taker)
    return byte


@noalloc
@unchecked
def drop_page() -> None:
    """The first page was read."""
    global _first
    page = _first
    _first = Ptr[usize](page)[0]
    page_free(page)


@noalloc
@unchecked
def edit(byte: int) -> None:
    """One byte for the line; all lines before it were given away."""
    global _ready
    if byte == RETURN or byte == LINE_FEED:
        keep(LINE_FEED)
        show(LINE_FEED)
        _ready = _typed
    elif byte == END_OF_INPUT:
        if _typed == _given:
            keep(byte)
        _ready = _typed
    elif byte == BACKSPACE or byte == DELETE:
        erase()
    elif byte == KILL:
        while _typed > _ready:
            erase()
    elif _typed - _ready < LONGEST:
        keep(byte)
        show_typed(byte)


@noalloc
@unchecked
def keep(byte: int) -> None:
    """At the line's end: the longest and its end have room, because nothing else is there."""
    global _typed
    _line[_typed] = u8(byte)
    _typed += 1


@noalloc
@unchecked
def erase() -> None:
    """Take the last character of the line back, and from the screen."""
    global _typed
    if _typed == _ready:
        return
    byte = 0x80
    while byte & 0xC0 == 0x80 and _typed > _ready:
        _typed -= 1
        byte = int(_line[_typed])
    for _ in range(2 if byte < SPACE and byte != TAB else 1):
        show(BACKSPACE)
        show(SPACE)
        show(BACKSPACE)


# The screen, where a person types

@noalloc
@unchecked
def show_typed(byte: int) -> None:
    """The byte that was kept last. What would command the terminal is spelled: ^A, and ? for U+0080 to U+009F."""
    if byte == LATIN:
        return                          # the byte behind it says which character it is
    if byte & 0xC0 == 0x80 and _typed - _ready > 1 and int(_line[_typed - 2]) == LATIN:
        if byte < NOT_CONTROL:
            show(QUESTION)
            return
        show(LATIN)
    if byte < SPACE and byte != TAB:
        show_control(byte)
    else:
        show(byte)


@noalloc
def show(byte: int) -> None:
    if _edits:
        enter()
        put_byte(OUTPUT, u8(byte))
        leave()


@noalloc
def show_control(byte: int) -> None:
    show(CARET)
    show(byte + LETTERS)


# The fiber that takes it

@noalloc
def take_typed(_argument: u64) -> None:
    """For ever: take what has come in, wait for more."""
    global _full
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
            elif word[READERS] != 0:
                is_there()              # who waits sees at once what is typed
        rouse_all(word + READERS)
        _full = not has_room()
        full = _full
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
def source(_cue: Cue, count: bool) -> int:
    """What console.py asks for: a byte, or how many there are."""
    if count:
        return _ready - _given if _edits else _typed - _given + _waiting
    state = interrupts_off()
    word = Ptr[u64](_words)
    lock.take(word)
    goes_on = True
    while goes_on and not is_there():
        goes_on = sleep_in(word, word + READERS)
    byte = next_byte() if goes_on else -1
    lock.release(word)
    interrupts_restore(state)
    return byte


# Keys

@noalloc
def keys_call(worker: Worker, _a: u64, _b: u64, _c: u64) -> int:
    """Whoever reads gets what is typed as it comes, until the foreground changes, if the caller is in that. How many
    bytes are there; for others there are none."""
    global _edits
    if worker.group != _group:
        return 0
    state = interrupts_off()
    word = Ptr[u64](_words)
    lock.take(word)
    _edits = set_edited(False)
    count = source(Cue(0), True)
    lock.release(word)
    interrupts_restore(state)
    return count


# The foreground

@noalloc
@export("hive_foreground")
def hive_foreground(group: u64) -> int:
    """Choose the group of workers that Ctrl-C ends; 0: none. The one before, + PRESSED if it was ended; or an error."""
    global _group, _pressed, _edits, _taker
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
    before = _group + PRESSED if _pressed else _group
    _group, _pressed = int(group), False
    _edits = set_edited(_group != 0)
    rouse_all(word + READERS)
    lock.release(word)
    interrupts_restore(state)
    return before


@noalloc
def foreground_call(_worker: Worker, a: u64, _b: u64, _c: u64) -> int:
    """The system call."""
    return hive_foreground(a)


offer("foreground", foreground_call)
offer("keys", keys_call)
