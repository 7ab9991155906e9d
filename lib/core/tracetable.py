"""Return addresses to functions, files and lines: reads `__traceback_table`.

Its bytes are described in compiler/rumpkc/link/tracetable.py. A frame is the address of its row
in the table; 0 is none. Without a table every address is unknown.
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

_table: Ptr[u8] = TABLE                 # what is read: of the code of this domain, unless `use_table` says otherwise
_text: Ptr[u8] = TEXT
_block: int = 0                         # first half-word of the frames of the block that was searched last


def _word(at: int) -> int:
    return prim.zext(int, Ptr[u32](_table)[at])


def _half(place: int, at: int) -> int:
    return prim.zext(int, Ptr[u16](_table + place)[at])


def find_site(address: usize) -> int:
    """The innermost frame of the call that returns to `address`."""
    global _block
    half = prim.zext(int, (address - usize(_text)) >> 1) if address >= usize(_text) else -1
    block = half >> 16
    if half < 0 or block >= _word(0):
        return 0
    low, high = _word(BLOCKS + 2 * block), _word(BLOCKS + 2 * block + 2)
    last, keys, wanted = high, _word(KEYS), half & 0xFFFF
    while low < high:
        middle = (low + high) // 2
        if _half(keys, middle) < wanted:
            low = middle + 1
        else:
            high = middle
    if low == last or _half(keys, low) != wanted:
        return 0
    _block = _word(BLOCKS + 2 * block + 1)
    return _frame(_half(_word(VALUES), low))


def _frame(index: int) -> int:
    return _word(FRAMES) + 2 * (_block + index)


def frame_outer(frame: int) -> int:
    """The frame of the caller whose code the frame is inlined into; 0 for none."""
    return _frame(_half(frame, 2)) if _half(frame, 0) & HAS_CALLER != 0 else 0


def frame_line(frame: int) -> int:
    """The line of the call."""
    return _half(frame, 1)


def frame_function(frame: int) -> int:
    """The frame's function as a number: name offset and file number."""
    return prim.zext(int, Ptr[u32](_table + _word(FUNCTIONS))[_half(frame, 0) & (HAS_CALLER - 1)])


def frame_name(frame: int) -> Ptr[u8]:
    """The function's name, up to a NUL."""
    return _table + (_word(STRINGS) + (frame_function(frame) & 0xFFFFF))


def frame_file(frame: int) -> Ptr[u8]:
    """The file's name, up to a NUL."""
    offset = prim.zext(int, Ptr[u32](_table + _word(FILES))[frame_function(frame) >> 20])
    return _table + (_word(STRINGS) + offset)


def use_table(table: Ptr[u8], text: Ptr[u8]) -> None:
    """Read another table, of code that begins at `text`."""
    global _table, _text
    _table = table
    _text = text
