"""The serial console: three output channels and one input on one line. docs/SPEC.md has the bytes.

framed (`rumpk.frames=1`)    10 01 …  program output     10 02 …  a program's log     10 03 …  the kernel's lines
                             10 10  a literal 10h        in: 10 04  end of input      10 10  a literal 10h
plain (a person, goldens)    the channels are mixed, "\n" goes out as "\r\n", "\r" comes in as "\n", Ctrl-D at the start
                             of a line is the end of input. Echo and editing are the shell's affair.

Nothing here allocates or raises: traps and panics print through it.
"""

from typing import Callable, Final

from hal.board import hart_number, serial_get, serial_put, serial_ready, serial_wait
from kernel.cue import Cue
from rumpk import Array, Ptr, export, noalloc, noinline, prim, u8, u64

OUTPUT: Final = 1                   # what a program prints
LOG: Final = 2                      # tracebacks, what a program says besides
KERNEL: Final = 3                   # the kernel's lines, panics: no program writes here

ESCAPE: Final = 0x10                # DLE
END_OF_INPUT: Final = 0x04          # EOT; Ctrl-D on a keyboard
LINE_FEED: Final = 0x0A
RETURN: Final = 0x0D
CANCEL: Final = 0x18                # CAN: a control sequence that has begun is none
WHOLE: Final = 7                    # bytes of a worker's line that are looked at (kernel/marks.py); this many: no more
OURS: Final = 8                     # … the line is not a worker's

NO_SEQUENCE: Final = 0              # of control characters: none has begun on the line,
INTRODUCED: Final = 1               # an escape was sent,
IN_SEQUENCE: Final = 2              # and what makes it a control sequence,
IN_STRING: Final = 3                # or a string

_framed: bool = False
_channel: int = KERNEL              # framed: the channel of the last byte sent
_shared: bool = False                # other harts write, too: the one that has the line stands in
_owner: Array[u64, 1] = Array[u64, 1]()     # here, its number + 1,
_depth: int = 0                     # as often as it says here
_seen: int = 0                      # bytes on the line, up to WHOLE, or OURS,
_sequence: int = NO_SEQUENCE        # and what a worker has begun there
_ended: bool = False                # framed: end of input was seen; it stays
_at_line_start: bool = True         # plain: the last byte given to the reader was a line feed


@noalloc
def use_frames(framed: bool) -> None:
    """Choose the form of the line, before anything else goes out.

    A frame mark goes out at once: it tells the other end that this one is ready to receive.
    """
    global _framed
    _framed = framed
    if framed:
        serial_put(u8(ESCAPE))
        serial_put(u8(KERNEL))


@noalloc
def share() -> None:
    """From now on other harts write, too."""
    global _shared
    _shared = True


@noalloc
def unshare() -> None:
    """What follows is the last that is said: nobody is waited for."""
    global _shared
    _shared = False


@noalloc
def enter() -> None:
    """The line is this hart's until `leave`, which is called as often. Who has it is not switched from."""
    if _shared:
        _enter()


@noalloc
def leave() -> None:
    if _shared:
        _leave()


@noalloc
@noinline
def _enter() -> None:
    global _depth
    word, own = Ptr[u64](_owner), u64(hart_number() + 1)
    if prim.atomic_load_relaxed(word) != own:
        while prim.atomic_cas_acquire(word, u64(0), own) != 0:
            pass
        _depth = 0
    _depth += 1


@noalloc
@noinline
def _leave() -> None:
    global _depth
    word = Ptr[u64](_owner)
    if prim.atomic_load_relaxed(word) == u64(hart_number() + 1):
        _depth -= 1
        if _depth == 0:
            prim.atomic_store_release(word, u64(0))


@noalloc
def is_apart(channel: int) -> bool:
    """Whether nothing of the kernel's can be mistaken for what goes there."""
    return _framed and channel == OUTPUT


@noalloc
def line_seen() -> int:
    """Bytes on the line, as far as they count."""
    return _seen


@noalloc
def line_sequence() -> int:
    """Whether a control sequence is open."""
    return _sequence


@noalloc
def set_line(seen: int, sequence: int) -> None:
    """What a worker's bytes make of the line."""
    global _seen, _sequence
    _seen = seen
    _sequence = sequence


@noalloc
def begin_line() -> None:
    """What follows is the kernel's, and begins a line, whatever a worker has left open."""
    if 0 < _seen < OURS or _sequence != NO_SEQUENCE:
        if _sequence != NO_SEQUENCE:
            send_byte(KERNEL, u8(CANCEL))
        set_line(0, NO_SEQUENCE)
        send_byte(KERNEL, u8(LINE_FEED))


@noalloc
def put_byte(channel: int, byte: u8) -> None:
    """Send one byte of the kernel's or the app's on a channel."""
    global _seen
    if not is_apart(channel):
        _seen = 0 if byte == LINE_FEED else OURS
    send_byte(channel, byte)


@noalloc
def send_byte(channel: int, byte: u8) -> None:
    """Send one byte."""
    global _channel
    if _framed:
        if channel != _channel:
            serial_put(u8(ESCAPE))
            serial_put(u8(channel))
            _channel = channel
        if byte == ESCAPE:
            serial_put(u8(ESCAPE))
    elif byte == LINE_FEED:
        serial_put(u8(RETURN))
    serial_put(byte)


def _doze(_cue: Cue) -> bool:
    serial_wait()
    return False


# Until a byte may be there; True: who waits has to end, and must not wait any longer.
_wait: Callable[[Cue], bool] = _doze


@noalloc
def get_byte() -> int:
    """The next byte of input, or -1 at its end; waits."""
    return _framed_byte() if _framed else _plain_byte()


@noalloc
def wait_by(wait: Callable[[Cue], bool]) -> None:
    """Who waits for input calls `wait`, which returns False when a byte may have come in."""
    global _wait
    _wait = wait


# Where bytes come from, if somebody stands between the line and its readers (kernel/terminal.py): with False the next
# one, for which it waits, or -1 where that is given up; with True how many are there.
_source: Callable[[Cue, bool], int] | None = None
_edited: bool = False                   # plain: what comes was edited; Ctrl-D in it ends a piece anywhere


@noalloc
def read_by(source: Callable[[Cue, bool], int]) -> None:
    """From now on bytes come from there."""
    global _source
    _source = source


@noalloc
def set_edited(edited: bool) -> bool:
    """Whether what comes in was edited; nothing that was framed is. What holds now."""
    global _edited
    _edited = edited and not _framed
    return _edited


@noalloc
def _take() -> int:
    """A byte of the line; -1 where the wait for it is given up."""
    while True:
        source = _source
        if source is not None:
            return source(Cue(0), False)
        if serial_ready():
            return int(serial_get())
        if _wait(Cue(0)):
            return -1


@noalloc
def _more() -> bool:
    """Whether a byte is there."""
    source = _source
    return serial_ready() if source is None else source(Cue(0), True) > 0


@noalloc
def _framed_byte() -> int:
    global _ended
    while not _ended:
        byte = _take()
        if byte != ESCAPE:
            return byte
        byte = _take()
        if byte == ESCAPE or byte < 0:
            return byte
        if byte == END_OF_INPUT:
            _ended = True               # any other pair is reserved: passed over
    return -1


@noalloc
def _plain_byte() -> int:
    global _at_line_start
    byte = _take()
    if byte < 0 or byte == END_OF_INPUT and (_at_line_start or _edited):
        return -1
    if byte == RETURN:
        byte = LINE_FEED
    _at_line_start = byte == LINE_FEED
    return byte


@noalloc
@export("plat_write")
def plat_write(channel: int, data: Ptr[u8], count: int) -> int:
    """Send `count` bytes on a channel; all of them, so the result is `count`."""
    enter()
    for i in range(count):
        put_byte(channel, data[i])
    leave()
    return count


@noalloc
@export("plat_read")
def plat_read(_channel: int, data: Ptr[u8], count: int) -> int:
    """Wait for input, take what is there up to `count` bytes or the end of a line; 0 at the end of input."""
    taken = 0
    while taken < count and (taken == 0 or _more()):
        byte = get_byte()
        if byte < 0:
            break
        data[taken] = u8(byte)
        taken += 1
        if byte == LINE_FEED:
            break
    return taken
