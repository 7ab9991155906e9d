"""Text on its way out (`print`, standard error) and text put together from parts.

Standard output is written line by line: at a newline, when the buffer is full, before input and at the end.
"""

from typing import Callable, Final

from lib.core.arena import extend, shorten
from lib.core.strmem import code_at, copy, data, has_half_pair, nbytes, nchars, new_str, width_at
from rumpk import Array, Ptr, cold, extern, inline, noinline, prim, sizeof, u8, u64, unchecked, usize

OUTPUT: Final = 1                       # channels of plat_write
ERRORS: Final = 2
BUFFER: Final = 1024                    # bytes
LONGEST_INT: Final = 20                 # characters
FIRST_CAP: Final = 55                   # bytes of a builder's first block: 80 with the str's head and NUL

_buffer: Array[u8, 1024] = Array[u8, 1024]()
_held: int = 0                          # bytes in the buffer
_at_end: Callable[[], None] | None = None


@extern("plat_write")
def plat_write(channel: int, place: Ptr[u8], count: int) -> int:
    """Write all bytes to a channel."""
    ...


def flush_output() -> None:
    """Write what is held back."""
    global _held
    if _held > 0:
        count = _held
        _held = 0
        plat_write(OUTPUT, Ptr[u8](_buffer), count)


def set_at_end(last: Callable[[], None]) -> None:
    """What else is done when the program ends: lib/files.py writes what open files hold back."""
    global _at_end
    _at_end = last


def end_output() -> None:
    """The program ends: write all that is held back."""
    flush_output()
    last = _at_end
    if last is not None:
        last()


@cold
@noinline
def _no_utf8(s: str) -> None:
    """Raise UnicodeEncodeError."""
    s.encode()


@cold
@noinline
def _escaped(s: str) -> str:
    return s.encode("utf-8", "backslashreplace").decode()


@unchecked
def print_write(s: str) -> None:
    """Part of standard output."""
    global _held
    count = nbytes(s)
    if count == 0:
        return
    if has_half_pair(s):
        _no_utf8(s)
    if count > BUFFER - _held:
        flush_output()
        if count > BUFFER:
            plat_write(OUTPUT, data(s), count)
            return
    copy(Ptr[u8](_buffer) + _held, data(s), count)
    _held += count
    if data(s)[count - 1] == 10:
        flush_output()


@unchecked
def _print_number(x: u64, negative: bool) -> None:
    """The decimal text of a number, written backwards into the buffer behind what is held."""
    global _held
    if _held > BUFFER - LONGEST_INT:
        flush_output()
    rest, count = x, 1
    while rest >= 10:
        rest = prim.udiv(rest, u64(10))
        count += 1
    place = Ptr[u8](_buffer) + _held
    if negative:
        place[0] = u8(45)
        place = place + 1
        _held += 1
    _held += count
    while count > 0:
        count -= 1
        rest = prim.udiv(x, u64(10))
        place[count] = prim.trunc(u8, x - rest * 10 + 48)
        x = rest


@unchecked
def print_int(x: int) -> None:
    """An int to standard output."""
    _print_number(prim.zext(u64, -x if x < 0 else x), x < 0)


def print_uint(x: u64) -> None:
    """A u64 to standard output."""
    _print_number(x, False)


def eprint_write(s: str) -> None:
    """Part of standard error, at once; what has no UTF-8 as an escape, as CPython's standard error does."""
    if has_half_pair(s):
        s = _escaped(s)
    if nbytes(s) > 0:
        plat_write(ERRORS, data(s), nbytes(s))


@unchecked
def concat2(a: str, b: str) -> str:
    """`a + b`."""
    first, second = nbytes(a), nbytes(b)
    if second == 0:
        return a
    if first == 0:
        return b
    s = new_str(first + second, nchars(a) + nchars(b))
    copy(data(s), data(a), first)
    copy(data(s) + first, data(b), second)
    return s


@inline
def _block_bytes(count: int) -> usize:
    """What a str with `count` bytes of text takes."""
    return prim.zext(usize, count + 1 + prim.zext(int, sizeof(str)))


class StrBuilder:
    """Text that grows: the bytes lie in a str with room to spare, which `finish` cuts to size and gives out."""

    _text: str
    _cap: int
    _bytes: int
    _chars: int

    def __init__(self) -> None:
        self._cap = FIRST_CAP
        self._text = new_str(FIRST_CAP, 0)

    @unchecked
    def _room(self, more: int) -> Ptr[u8]:
        """The place of the next byte, with `more` bytes free behind it."""
        need = self._bytes + more
        if need > self._cap:
            self._grow(need)
        return data(self._text) + self._bytes

    @unchecked
    @noinline
    def _grow(self, need: int) -> None:
        """Have room for `need` bytes in all, and for some more."""
        cap = max(2 * self._cap + 25, need)
        if self._cap == 0 or not extend(prim.ref_ptr(self._text), _block_bytes(cap)):
            larger = new_str(cap, 0)
            copy(data(larger), data(self._text), self._bytes)
            self._text = larger
        self._cap = cap

    @unchecked
    def append(self, s: str) -> None:
        """Add a str."""
        count = nbytes(s)
        copy(self._room(count), data(s), count)
        self._bytes += count
        self._chars += nchars(s)

    @unchecked
    def append_bytes(self, place: Ptr[u8], count: int, chars: int) -> None:
        """Add `count` bytes of valid UTF-8 with `chars` code points."""
        copy(self._room(count), place, count)
        self._bytes += count
        self._chars += chars

    @unchecked
    def append_ascii(self, code: int) -> None:
        """Add one ASCII character."""
        self._room(1)[0] = prim.trunc(u8, code)
        self._bytes += 1
        self._chars += 1

    @unchecked
    def finish(self) -> str:
        """The text. Nothing may be appended afterwards."""
        s = self._text
        shorten(prim.ref_ptr(s), _block_bytes(self._bytes))
        s._nbytes = prim.zext(usize, self._bytes)
        s._nchars = prim.zext(usize, self._chars)
        return s


# A str that grows in a loop (compiler/rumpkc/ir/passes/growing.py). Without room of its own, a builder holds a str that
# others have, too, and must not change.

@unchecked
def grow_begin(out: StrBuilder, s: str) -> None:
    """Let `s` be what an empty object begins with."""
    out._text = s
    out._cap = 0
    out._bytes = nbytes(s)
    out._chars = nchars(s)


def grow_append(out: StrBuilder, s: str) -> None:
    """Add a str; nothing changes for an empty one."""
    if nbytes(s) > 0:
        out.append(s)


def grow_end(out: StrBuilder) -> str:
    """What it holds."""
    return out._text if out._cap == 0 else out.finish()


@unchecked
def ascii_of(s: str) -> str:
    """`s` with every code point beyond ASCII as an escape: what `ascii()` does to a repr."""
    count = nbytes(s)
    if count == nchars(s):
        return s
    out = StrBuilder()
    place = data(s)
    at = 0
    while at < count:
        append_escaped(out, code_at(place, at))
        at += width_at(place, at)
    return out.finish()


def append_escaped(out: StrBuilder, code: int) -> None:
    """ASCII as it is, anything else as \\xhh, \\uhhhh or \\Uhhhhhhhh."""
    if code < 0x80:
        out.append_ascii(code)
        return
    append_hex_escape(out, code)


def append_hex_escape(out: StrBuilder, code: int) -> None:
    """\\xhh, \\uhhhh or \\Uhhhhhhhh."""
    out.append("\\x" if code < 0x100 else "\\u" if code < 0x10000 else "\\U")
    shift = 4 if code < 0x100 else 12 if code < 0x10000 else 28
    while shift >= 0:
        digit = code >> shift & 15
        out.append_ascii(digit + (48 if digit < 10 else 87))
        shift -= 4
