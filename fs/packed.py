"""The files that were packed into the image, unpacked a page at a time when somebody reads them.

`__rootfs` in words (docs/SPEC.md): the number of entries; for each its path (where, bytes), mode, size, and where the
places of its pages stand, one more than it has. A page as it is compressed ends where the next one begins; one that
would not be smaller stands as it is. Places count from `__rootfs`.
"""

from typing import Final

from fs.inflate import inflate_page
from rumpk import Array, Ptr, linker_symbol, noalloc, prim, u8, usize

PACKED: Final = linker_symbol("__rootfs")
PAGE: Final = 4096
ROW: Final = 5                          # words of an entry
PATH: Final = 0
PATH_BYTES: Final = 1
MODE: Final = 2
SIZE: Final = 3
PAGES: Final = 4

_page: Array[u8, PAGE] = Array[u8, PAGE]()      # the page that was read last; the VFS's lock is its lock
_entry: int = 0
_number: int = 0


@noalloc
def packed_words() -> Ptr[int]:
    return Ptr[int](usize(PACKED))


@noalloc
def packed_entries() -> int:
    """How many files and directories were packed."""
    return packed_words()[0]


@noalloc
def packed(entry: int, word: int) -> int:
    """A word of an entry, from 0."""
    return packed_words()[1 + entry * ROW + word]


@noalloc
def packed_path(entry: int) -> Ptr[u8]:
    """Its path, without a slash at the begin."""
    return Ptr[u8](usize(PACKED)) + packed(entry, PATH)


@noalloc
def unpack_page(lower: int, number: int) -> int:
    """Where the content of a page of entry `lower - 1` lies, until the next one is asked for."""
    global _entry, _number
    if lower == _entry and number == _number:
        return int(usize(Ptr[u8](_page)))
    _entry, _number = lower, number
    places = packed_words() + packed(lower - 1, PAGES) // 8
    count = min(PAGE, packed(lower - 1, SIZE) - number * PAGE)
    source, size = Ptr[u8](usize(PACKED)) + places[number], places[number + 1] - places[number]
    prim.mem_set(Ptr[u8](_page), u8(0), usize(PAGE))
    if size < count:
        inflate_page(source, size, Ptr[u8](_page), count)
    else:
        prim.mem_copy(Ptr[u8](_page), source, usize(count))
    return int(usize(Ptr[u8](_page)))
