"""Builtin functions that are plain dialect functions: chr, hex, oct, bin, input."""

from typing import Final

from lib.core.str import char_of
from lib.core.strmem import data, new_str, note_half_pair
from lib.core.str_codec import decode_bytes
from lib.core.text import flush_output, print_write
from rumpk import Array, Ptr, extern, prim, u8, u64, unchecked

LINE_FEED: Final = 10
CHUNK: Final = 256

_waiting: Array[u8, 256] = Array[u8, 256]()     # input that has been read but not asked for
_from: int = 0
_to: int = 0


@extern("plat_read")
def plat_read(channel: int, place: Ptr[u8], count: int) -> int:
    """At least one byte of input; 0 at its end."""
    ...


def chr(code: int) -> str:  # noqa: A001
    """The character of a code point."""
    if code < -0x8000_0000 or code > 0x7FFF_FFFF:
        raise OverflowError("Python int too large to convert to C int")
    if code < 0 or code > 0x10FFFF:
        raise ValueError("chr() arg not in range(0x110000)")
    if code & ~0x7FF == 0xD800:
        note_half_pair()
    return char_of(code)


@unchecked
def _based(rest: u64, negative: bool, shift: int, letter: int) -> str:
    """A sign, 0, the letter, the digits."""
    count = 1
    while count * shift < 64 and prim.lshr(rest, prim.zext(u64, count * shift)) != 0:
        count += 1
    head = 3 if negative else 2
    out = new_str(head + count, head + count)
    place = data(out)
    place[0] = u8(45)
    place[head - 2] = u8(48)
    place[head - 1] = prim.trunc(u8, letter)
    for i in range(count):
        digit = prim.zext(int, rest) & ((1 << shift) - 1)
        place[head + count - 1 - i] = prim.trunc(u8, digit + 48 if digit < 10 else digit + 87)
        rest = prim.lshr(rest, prim.zext(u64, shift))
    return out


@unchecked
def _size(x: int) -> u64:
    return prim.zext(u64, -x if x < 0 else x)


def int_hex(x: int) -> str:
    """`hex(x)`: `0x…`."""
    return _based(_size(x), x < 0, 4, 120)


def int_oct(x: int) -> str:
    """`oct(x)`: `0o…`."""
    return _based(_size(x), x < 0, 3, 111)


def int_bin(x: int) -> str:
    """`bin(x)`: `0b…`."""
    return _based(_size(x), x < 0, 1, 98)


def uint_hex(x: u64) -> str:
    """`hex(x)` of an unsigned number."""
    return _based(x, False, 4, 120)


def uint_oct(x: u64) -> str:
    """`oct(x)` of an unsigned number."""
    return _based(x, False, 3, 111)


def uint_bin(x: u64) -> str:
    """`bin(x)` of an unsigned number."""
    return _based(x, False, 1, 98)


def read_byte() -> int:
    """The next byte of standard input, -1 at its end."""
    global _from, _to
    if _from == _to:
        _from, _to = 0, plat_read(0, Ptr[u8](_waiting), CHUNK)
        if _to <= 0:
            _to = 0
            return -1
    byte = prim.zext(int, _waiting[_from])
    _from += 1
    return byte


def input(prompt: str = "") -> str:  # noqa: A001
    """A line of standard input without its end. EOFError where there is none."""
    print_write(prompt)
    flush_output()
    line = bytearray()
    byte = read_byte()
    if byte < 0:
        raise EOFError("EOF when reading a line")
    while byte >= 0 and byte != LINE_FEED:
        line.append(byte)
        byte = read_byte()
    return decode_bytes(bytes(line), "utf-8", "strict")
