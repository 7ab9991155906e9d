"""The kernel's own lines, on a channel of their own: `[rumpk] …`. Numbers are printed in place, without memory.

A line is put together from pieces: `begin(); text("memory "); decimal(7); end()`. `rumpk.log=quiet` drops the lines
between `begin` and `end`; what panics and traps print does not go through `begin`. All of it is rare: it is kept out of
line, for a small image.
"""

from typing import Final

from kernel.console import KERNEL, begin_line, enter, leave, put_byte, unshare
from rumpk import Array, noalloc, noinline, prim, u8, u64, unchecked

ZERO: Final = 48                    # "0"
LETTER_A: Final = 97                # "a"
LINE_FEED: Final = 10
SPACE: Final = 32

KEPT: Final = 4096                  # bytes of the log, also of lines that are not shown; a power of two

_kept: Array[u8, KEPT] = Array[u8, KEPT]()
_count: int = 0                     # bytes that there were
_quiet: bool = False
_dropping: bool = False             # between begin and end of a line that is not shown


@noalloc
def set_quiet(quiet: bool) -> None:
    """Whether the lines of the log are dropped."""
    global _quiet
    _quiet = quiet


@noinline
@noalloc
def begin(tag: str = "[rumpk] ") -> None:
    """Begin a line of the log."""
    global _dropping
    enter()
    _dropping = _quiet
    if not _quiet:
        begin_line()
    text(tag)


@noinline
@noalloc
def end() -> None:
    """End the line."""
    global _dropping
    newline()
    _dropping = False
    leave()


@noalloc
def always() -> None:
    """What follows is shown, even in the middle of a dropped line."""
    global _dropping
    unshare()
    _dropping = False
    begin_line()


@noinline
@noalloc
@unchecked
def put(byte: int) -> None:
    """One byte, which is kept, and shown if the line is."""
    global _count
    _kept[_count & KEPT - 1] = u8(byte)
    _count += 1
    if not _dropping:
        put_byte(KERNEL, u8(byte))


@noinline
@noalloc
def newline() -> None:
    put(LINE_FEED)


@noinline
@noalloc
def text(words: str) -> None:
    """An ASCII string."""
    text_part(words, 0, len(words))


@noinline
@noalloc
def text_part(words: str, start: int, count: int) -> None:
    """`count` bytes of an ASCII string from `start` on."""
    data = prim.obj_data(words)        # the bytes lie behind the fields, and ASCII has one a character
    for i in range(start, start + count):
        put(int(data[i]))


@noinline
@noalloc
@unchecked
def word(words: str, start: int) -> None:
    """The bytes of an ASCII string from `start` on, up to the next space."""
    data = prim.obj_data(words) + start
    while data[0] != SPACE:
        put(int(data[0]))
        data = data + 1


@noinline
@noalloc
def decimal(number: u64) -> None:
    """A number in decimal."""
    scale = u64(1)
    while number // scale >= 10:
        scale *= 10
    while scale > 0:
        put(ZERO + int(number // scale % 10))
        scale //= 10


@noinline
@noalloc
def hexadecimal(number: u64, digits: int = 16) -> None:
    """A number in hexadecimal, `digits` wide."""
    for i in range(digits):
        digit = int(number >> 4 * (digits - 1 - i) & 15)
        put(ZERO + digit if digit < 10 else LETTER_A + digit - 10)


@noalloc
def log_range() -> tuple[int, int]:
    """Which bytes of the log are still there: the first, and the one behind the last."""
    return max(_count - KEPT, 0), _count


@noalloc
@unchecked
def log_byte(number: int) -> int:
    """A byte of it."""
    return int(_kept[number & KEPT - 1])
