"""What an uncaught exception leaves behind: CPython's traceback on standard error, exit status 1.

    Traceback (most recent call last):
      File "apps/x.py", line 9, in main
      File "apps/x.py", line 3, in f
    ValueError: message

Nothing here allocates, but for the exception's own text.
"""

from typing import Final, Never

from lib.core.strmem import data, nbytes
from lib.core.tracetable import find_site, frame_file, frame_function, frame_line, frame_name, frame_outer
from rumpk import Array, Ptr, extern, prim, u8, usize

ERRORS: Final = 2
FAILED: Final = 1                       # exit status
STOPPED: Final = 130                    # what shells make of a process that SIGINT ended
BUFFER: Final = 256
SHOWN_REPEATS: Final = 3                # equal lines in a row, as in CPython
KEPT_INNER: Final = 56                  # of the calls that runtime.py notes; the others are the outermost

_line: Array[u8, 256] = Array[u8, 256]()
_held: int = 0
_dying: bool = False
_last: int = -1                         # function and line of the last frame shown, and how often it came again
_last_line: int = 0
_repeats: int = 0


@extern("plat_write")
def plat_write(channel: int, place: Ptr[u8], count: int) -> int:
    """Write all bytes to a channel."""
    ...


@extern("plat_exit")
def plat_exit(code: int) -> Never:
    """End the program."""
    ...


def _flush() -> None:
    global _held
    if _held > 0:
        plat_write(ERRORS, Ptr[u8](_line), _held)
        _held = 0


def _put(byte: u8) -> None:
    global _held
    if _held == BUFFER:
        _flush()
    _line[_held] = byte
    _held += 1


def _text(s: str) -> None:
    place = data(s)
    for i in range(nbytes(s)):
        _put(place[i])


def _c_text(place: Ptr[u8]) -> None:
    i = 0
    while place[i] != 0:
        _put(place[i])
        i += 1


def _decimal(value: int) -> None:
    if value >= 10:
        _decimal(value // 10)
    _put(prim.trunc(u8, 48 + value % 10))


def _site(address: usize) -> None:
    """One call: its frames, callers first."""
    frame = find_site(address)
    if frame != 0:
        _frames(frame)


def _frames(frame: int) -> None:
    outer = frame_outer(frame)
    if outer != 0:
        _frames(outer)
    _frame(frame)


def _frame(frame: int) -> None:
    """One line; of equal ones in a row three, and then how many more there are."""
    global _last, _last_line, _repeats
    function, line = frame_function(frame), frame_line(frame)
    if function == _last and line == _last_line:
        _repeats += 1
        if _repeats >= SHOWN_REPEATS:
            return
    else:
        _end_repeats()
        _last, _last_line, _repeats = function, line, 0
    _text('  File "')
    _c_text(frame_file(frame))
    _text('", line ')
    _decimal(line)
    _text(", in ")
    _c_text(frame_name(frame))
    _text("\n")


def _end_repeats() -> None:
    """Say how often the last line would have come again."""
    global _last, _repeats
    more = _repeats - SHOWN_REPEATS + 1
    if more > 0:
        _text("  [Previous line repeated ")
        _decimal(more)
        _text(" more time]\n" if more == 1 else " more times]\n")
    _last, _repeats = -1, 0


def _left_out(error: BaseException) -> None:
    """The calls that were not noted: repeats of the line before them, or unknown."""
    global _repeats
    if error._trace_uniform_ and _repeats >= SHOWN_REPEATS:
        _repeats += error._trace_left_out_
        return
    _end_repeats()
    _text("  [")
    _decimal(error._trace_left_out_)
    _text(" calls not shown]\n")


def _trace(error: BaseException, caught: bool) -> None:
    """The calls from the outermost to the raise; of a caught exception those from its handler on."""
    trace = error._trace_
    at = error._trace_len_ - 1
    while at >= 0:
        if not caught or trace[2 * at + 1] < error._handler_:
            _site(trace[2 * at])
            if at == KEPT_INNER and error._trace_left_out_ > 0:
                _left_out(error)
        at -= 1
    _end_repeats()


def _report(error: BaseException, caught: bool) -> None:
    """The exception, after those that led to it."""
    cause, context = error._cause_, error._context_
    if cause is not None:
        _report(cause, True)
        _text("\nThe above exception was the direct cause of the following exception:\n\n")
    elif context is not None and not error._suppress_context_:
        _report(context, True)
        _text("\nDuring handling of the above exception, another exception occurred:\n\n")
    if error._trace_len_ > 0:
        _text("Traceback (most recent call last):\n")
        _trace(error, caught)
    _text(error._traceback_title_())
    try:
        message = str(error)
    except Exception:
        message = "<exception str() failed>"
    if message != "":
        _text(": ")
        _text(message)
    _text("\n")
    notes = error._notes_
    if notes is not None:
        for note in notes:
            _text(note)
            _text("\n")


def note_ignored(error: BaseException) -> None:
    """Say that what a generator raised at its end, when nobody had it any more, reaches nobody."""
    _text("Exception ignored in a generator:\n")
    _report(error, True)
    _flush()


def reported(error: BaseException) -> int:
    """Report `error`, which ends the program; gives the exit status. SystemExit ends quietly with its code."""
    global _dying
    if isinstance(error, SystemExit):
        code = error.code
        if code is None:
            return 0
        if isinstance(code, int):
            return code & 255
        _text(code)
        _text("\n")
        _flush()
        return FAILED
    if _dying:
        plat_exit(FAILED)               # the report itself raised
    _dying = True
    _report(error, False)
    _flush()
    return STOPPED if type(error) is KeyboardInterrupt else FAILED
