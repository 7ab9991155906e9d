"""The bytes of a str: `_nbytes` of UTF-8 behind the fields, then a NUL; `_nchars` code points.

Equal counts mean ASCII, where a code point's index is its byte's.
"""

from typing import Final

from lib.core.memory import memcmp
from rumpk import Ptr, inline, prim, u8, u64, unchecked, usize

ABOVE_ASCII: Final = 0x8080_8080_8080_8080
half_pairs: bool = False                # whether the program ever made a str with half of a surrogate pair


@inline
def data(s: str) -> Ptr[u8]:
    """The first byte."""
    return prim.obj_data(s)


@inline
def nbytes(s: str) -> int:
    """The length in bytes."""
    return prim.zext(int, s._nbytes)


@inline
def nchars(s: str) -> int:
    """The length in code points."""
    return prim.zext(int, s._nchars)


@inline
def is_ascii(s: str) -> bool:
    """Whether every byte is a code point."""
    return s._nbytes == s._nchars


@inline
@unchecked
def new_str(bytes_count: int, chars_count: int) -> str:
    """A str of that size, to be filled before anyone else sees it."""
    s = prim.new_with(str, prim.zext(usize, bytes_count + 1))
    s._nbytes = prim.zext(usize, bytes_count)
    s._nchars = prim.zext(usize, chars_count)
    return s


@inline
def copy(to: Ptr[u8], source: Ptr[u8], count: int) -> None:
    """Copy bytes between areas that do not overlap."""
    prim.mem_copy(to, source, prim.zext(usize, count))


@unchecked
def count_chars(place: Ptr[u8], count: int) -> int:
    """The code points in `count` bytes of UTF-8: every byte but those of the form 10xxxxxx."""
    chars = 0
    for i in range(count):
        if place[i] & 0xC0 != 0x80:
            chars += 1
    return chars


@unchecked
def count_ascii(place: Ptr[u8], count: int) -> int:
    """How many bytes before the first that is not ASCII. The last word is read whole where it lies on one page."""
    at = 0
    if usize(place) & 7 == 0:
        while at + 8 <= count and Ptr[u64](place + at)[0] & u64(ABOVE_ASCII) == 0:
            at += 8
        rest = prim.zext(u64, 64 - 8 * (count - at))
        if at < count < at + 8 and prim.shl(Ptr[u64](place + at)[0] & u64(ABOVE_ASCII), rest) == 0:
            return count
    while at < count and place[at] < 0x80:
        at += 1
    return at


@unchecked
def str_of(place: Ptr[u8], count: int, chars: int) -> str:
    """A new str from `count` bytes of valid UTF-8 with `chars` code points."""
    s = new_str(count, chars)
    copy(data(s), place, count)
    return s


@inline
def is_tail(byte: u8) -> bool:
    """Whether a byte continues a code point."""
    return byte & 0xC0 == 0x80


@unchecked
def offset_of(s: str, index: int) -> int:
    """The byte offset of code point `index` (0 to the length)."""
    if is_ascii(s):
        return index
    place = data(s)
    at = 0
    while index > 0:
        at += 1
        while is_tail(place[at]):
            at += 1
        index -= 1
    return at


@unchecked
def index_of_offset(s: str, offset: int) -> int:
    """The index of the code point at a byte offset."""
    return offset if is_ascii(s) else count_chars(data(s), offset)


@inline
@unchecked
def width_at(place: Ptr[u8], at: int) -> int:
    """The bytes of the code point that begins at `at`."""
    first = place[at]
    return 1 if first < 0x80 else 2 if first < 0xE0 else 3 if first < 0xF0 else 4


@unchecked
def code_at(place: Ptr[u8], at: int) -> int:
    """The code point that begins at `at`."""
    first = prim.zext(int, place[at])
    if first < 0x80:
        return first
    second = prim.zext(int, place[at + 1]) & 63
    if first < 0xE0:
        return (first & 31) << 6 | second
    third = prim.zext(int, place[at + 2]) & 63
    if first < 0xF0:
        return (first & 15) << 12 | second << 6 | third
    return (first & 7) << 18 | second << 12 | third << 6 | prim.zext(int, place[at + 3]) & 63


@inline
def code_width(code: int) -> int:
    """The bytes that UTF-8 takes for a code point."""
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4


def note_half_pair() -> None:
    """A str with half of a surrogate pair comes from a number or a literal: from now on output looks for them."""
    global half_pairs
    half_pairs = True


def has_half_pair(s: str) -> bool:
    """Whether `s` has no UTF-8. False at once, and at no cost, in a program that makes no such str."""
    return half_pairs and not is_ascii(s) and first_half_pair(s) >= 0


@unchecked
def first_half_pair(s: str) -> int:
    """The offset of the first surrogate, which has no UTF-8; -1 for none."""
    place = data(s)
    for at in range(nbytes(s) - 1):
        if place[at] == 0xED and place[at + 1] >= 0xA0:
            return at
    return -1


@unchecked
def put_code(place: Ptr[u8], at: int, code: int) -> int:
    """Write a code point; the offset behind it."""
    if code < 0x80:
        place[at] = prim.trunc(u8, code)
        return at + 1
    if code < 0x800:
        place[at] = prim.trunc(u8, 0xC0 | code >> 6)
        place[at + 1] = prim.trunc(u8, 0x80 | code & 63)
        return at + 2
    if code < 0x10000:
        place[at] = prim.trunc(u8, 0xE0 | code >> 12)
        place[at + 1] = prim.trunc(u8, 0x80 | code >> 6 & 63)
        place[at + 2] = prim.trunc(u8, 0x80 | code & 63)
        return at + 3
    place[at] = prim.trunc(u8, 0xF0 | code >> 18)
    place[at + 1] = prim.trunc(u8, 0x80 | code >> 12 & 63)
    place[at + 2] = prim.trunc(u8, 0x80 | code >> 6 & 63)
    place[at + 3] = prim.trunc(u8, 0x80 | code & 63)
    return at + 4


@unchecked
def same_bytes(a: Ptr[u8], b: Ptr[u8], count: int) -> bool:
    """Whether `count` bytes are equal. A word that begins inside of them lies on their page, so it may be read."""
    if count < 8 and (usize(a) | usize(b)) & 7 == 0:
        return count == 0 or prim.shl(Ptr[u64](a)[0] ^ Ptr[u64](b)[0], prim.zext(u64, 64 - 8 * count)) == 0
    return memcmp(a, b, prim.zext(usize, count)) == 0


@unchecked
def compare_bytes(a: Ptr[u8], a_count: int, b: Ptr[u8], b_count: int) -> int:
    """Negative, zero or positive as `a` comes before, with or behind `b`; UTF-8 sorts as its code points do."""
    first = memcmp(a, b, prim.zext(usize, a_count if a_count < b_count else b_count))
    if first != 0:
        return first
    return a_count - b_count
