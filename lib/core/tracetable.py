"""Return addresses to functions, files and lines: reads `__traceback_table`.

Its bytes are described in compiler/rumpkc/link/tracetable.py. A frame is the offset of its row in the table; 0 is none.
Without a table every address is unknown. What is read is the table of this domain's own code, unless the caller has
another one; nothing is remembered between calls, since other harts may read at the same time.
"""

from typing import Final

from rumpk import Ptr, linker_symbol, prim, u8, u16, u32, usize

TABLE: Ptr[u8] = linker_symbol("__traceback_table")
TEXT: Ptr[u8] = linker_symbol("__text_start")
KEYS: Final = 1                         # words of the table's head
VALUES: Final = 2
FRAMES: Final = 3
FUNCTIONS: Final = 4
FILES: Final = 5
STRINGS: Final = 6
BLOCKS: Final = 7                       # then two words a block
HAS_CALLER: Final = 0x8000


def _word(table: Ptr[u8], at: int) -> int:
    return prim.zext(int, Ptr[u32](table)[at])


def _half(table: Ptr[u8], place: int, at: int) -> int:
    return prim.zext(int, Ptr[u16](table + place)[at])


def find_site(address: usize, table: Ptr[u8] = TABLE, text: Ptr[u8] = TEXT) -> int:
    """The innermost frame of the call that returns to `address`; the table is of code that begins at `text`."""
    half = prim.zext(int, (address - usize(text)) >> 1) if address >= usize(text) else -1
    block = half >> 16
    if half < 0 or block >= _word(table, 0):
        return 0
    low, high = _word(table, BLOCKS + 2 * block), _word(table, BLOCKS + 2 * block + 2)
    last, keys, wanted = high, _word(table, KEYS), half & 0xFFFF
    while low < high:
        middle = (low + high) // 2
        if _half(table, keys, middle) < wanted:
            low = middle + 1
        else:
            high = middle
    if low == last or _half(table, keys, low) != wanted:
        return 0
    index = _word(table, BLOCKS + 2 * block + 1) + _half(table, _word(table, VALUES), low)
    return _word(table, FRAMES) + 2 * index


def frame_outer(frame: int, table: Ptr[u8] = TABLE) -> int:
    """The frame of the caller whose code the frame is inlined into; 0 for none."""
    return frame - 2 * _half(table, frame, 2) if _half(table, frame, 0) & HAS_CALLER != 0 else 0


def frame_line(frame: int, table: Ptr[u8] = TABLE) -> int:
    """The line of the call."""
    return _half(table, frame, 1)


def frame_function(frame: int, table: Ptr[u8] = TABLE) -> int:
    """The frame's function as a number: name offset and file number."""
    number = _half(table, frame, 0) & (HAS_CALLER - 1)
    return prim.zext(int, Ptr[u32](table + _word(table, FUNCTIONS))[number])


def frame_name(frame: int, table: Ptr[u8] = TABLE) -> Ptr[u8]:
    """The function's name, up to a NUL."""
    return table + (_word(table, STRINGS) + (frame_function(frame, table) & 0xFFFFF))


def frame_file(frame: int, table: Ptr[u8] = TABLE) -> Ptr[u8]:
    """The file's name, up to a NUL."""
    offset = prim.zext(int, Ptr[u32](table + _word(table, FILES))[frame_function(frame, table) >> 20])
    return table + (_word(table, STRINGS) + offset)
