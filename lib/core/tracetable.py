"""Return addresses to functions, files and lines: reads `__traceback_table`.

Its bytes are described in compiler/rumpkc/link/tracetable.py. A frame is the offset of its row in the table; 0 is none.
Without a table every address is unknown. What is read is the table of this domain's own code, unless the caller has
another one; nothing is remembered between calls, since other harts may read at the same time.
"""

from typing import Final

from rumpk import Ptr, inline, linker_symbol, noinline, prim, u8, u16, u32, unchecked, usize, value

TABLE: Ptr[u8] = linker_symbol("__traceback_table")
TEXT: Ptr[u8] = linker_symbol("__text_start")
SITES: Final = 1                        # words of the table's head
FRAMES: Final = 2
FUNCTIONS: Final = 3
LINES: Final = 4
FILES: Final = 5
STRINGS: Final = 6
GROUPS: Final = 7                       # then two words a group
GROUP: Final = 16                       # sites


@value
class Number:
    """One of the table's numbers, and where the next one is."""

    number: int
    behind: int


def _word(table: Ptr[u8], at: int) -> int:
    return prim.zext(int, Ptr[u32](table)[at])


@inline
@unchecked
def _number(table: Ptr[u8], at: int) -> Number:
    """Most have one byte."""
    byte = prim.zext(int, table[at])
    return Number(byte, at + 1) if byte < 0x80 else _long_number(table, at)


@noinline
@unchecked
def _long_number(table: Ptr[u8], at: int) -> Number:
    """Seven bits a byte, the low ones first."""
    result, shift = 0, 0
    byte = prim.zext(int, table[at])
    while byte >= 0x80:
        result |= (byte & 0x7F) << shift
        shift += 7
        at += 1
        byte = prim.zext(int, table[at])
    return Number(result | byte << shift, at + 1)


@unchecked
def find_site(address: usize, table: Ptr[u8] = TABLE, text: Ptr[u8] = TEXT) -> int:
    """The innermost frame of the call that returns to `address`; the table is of code that begins at `text`.

    The last site that is not behind it: calls of one line, one behind the other, have one.
    """
    wanted = prim.zext(int, (address - usize(text)) >> 1) if address >= usize(text) else -1
    low, high = 0, _word(table, 0)
    while low < high:                   # to the first group that begins behind it
        middle = (low + high) // 2
        if _word(table, GROUPS + 2 * middle) <= wanted:
            low = middle + 1
        else:
            high = middle
    if low == 0:
        return 0
    group = GROUPS + 2 * (low - 1)
    here, at, place = _word(table, group), _word(table, SITES) + _word(table, group + 1), _word(table, FRAMES)
    end, found = place, 0
    for _ in range(GROUP):
        if at == end:
            break
        distance = _number(table, at)
        here += distance.number
        if here > wanted:
            break
        step = _number(table, distance.behind)
        at = step.behind
        place += step.number >> 1 if step.number & 1 == 0 else -(step.number + 1 >> 1)
        found = place if step.number != 0 else 0
    return found


@unchecked
def frame_outer(frame: int, table: Ptr[u8] = TABLE) -> int:
    """The frame of the caller whose code the frame is inlined into; 0 for none."""
    head = _number(table, frame)
    if head.number & 1 == 0:
        return 0
    return frame - _number(table, _number(table, head.behind).behind).number


@unchecked
def frame_line(frame: int, table: Ptr[u8] = TABLE) -> int:
    """The line of the call."""
    head = _number(table, frame)
    first = Ptr[u16](table + _word(table, LINES))[head.number >> 1]
    return _number(table, head.behind).number + prim.zext(int, first)


@unchecked
def frame_function(frame: int, table: Ptr[u8] = TABLE) -> int:
    """The frame's function as a number: name offset and file number."""
    return prim.zext(int, Ptr[u32](table + _word(table, FUNCTIONS))[_number(table, frame).number >> 1])


def frame_name(frame: int, table: Ptr[u8] = TABLE) -> Ptr[u8]:
    """The function's name, up to a NUL."""
    return table + (_word(table, STRINGS) + (frame_function(frame, table) & 0xFFFFF))


def frame_file(frame: int, table: Ptr[u8] = TABLE) -> Ptr[u8]:
    """The file's name, up to a NUL."""
    offset = prim.zext(int, Ptr[u32](table + _word(table, FILES))[frame_function(frame, table) >> 20])
    return table + (_word(table, STRINGS) + offset)
