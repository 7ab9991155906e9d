"""The arena: one piece of memory from `plat_arena`. Allocation moves a pointer up in a window of zeroed memory.

    FIRSTS          a word for each region of the arena
    BASE … LIMIT    blocks, one behind the other, without a gap; then mark stack and bit maps of collector.py
    NEXT … END      the window: the next block comes from here
    ROOM … ROOM_END what new windows and large blocks are cut from: at first all memory, later the newest large hole

A block's first word says what it is (docs/SPEC.md): the address of a typeinfo, or a head: its bytes in all, with flags
in the three low bits. So the arena can be walked from its base. Nothing is freed one by one: when more has been handed
out than the budget since the last time, the collector finds what the program still reaches, and the holes between make
new windows. Whoever made the newest block may shorten or extend it.

Memory from `FRESH` up was never written, and is zero; a window below it is zeroed when it is cut.
"""

from typing import Final, Never

from lib.core.collector import collect, free_block
from lib.core.state import (
    BASE, BUDGET, CAPPED, END, FIRSTS, FLOOR, FRESH, GRAIN, HEAD, HELD, HOLE_BITS, LARGE, LIMIT, LIVE, NEXT, POINTERS,
    RAW, REGION_BITS, ROOM, ROOM_END, SIZE_BITS, SPENT, STARTS, WINDOW, heap, kind_of, note_firsts, word_at,
)
from rumpk import Ptr, cold, extern, inline, noinline, prim, u8, unchecked, usize

LEAST: Final = 2048                     # bytes; an arena below that is none
WINDOW_BYTES: Final = 32768             # of a window: zeroed and counted at once
MEDIUM: Final = 1024                    # from this size on, a block does not end a window that is too small for it
BUDGET_SHARE: Final = 2                 # of the arena: what may be handed out between two collections at least …
MOST_BUDGET: Final = 64 << 20           # … but not more than this

_exhausted: MemoryError | None = None   # made in time, for when there is no memory left to make it in


@extern("plat_arena")
def plat_arena(out: Ptr[usize]) -> usize:
    """The memory's base in `out[0]`, its size as the result; in `out[1]` a cap of the budget, for tests (0: none)."""
    ...


@inline
@unchecked
def new_object(size: usize) -> Ptr[u8]:
    """Zeroed memory for an object, which its maker gives a typeinfo at once. `size`: a multiple of 8, at least 16."""
    return Ptr[u8](_block(size))


@inline
@unchecked
def allocate(size: usize, pointers: bool = True) -> Ptr[u8]:
    """`size` zeroed bytes at a multiple of 8. `pointers`: references may be stored there. MemoryError: no more."""
    need = prim.lshr(size + (HEAD + GRAIN - 1), 3) << 3
    if prim.unlikely(need < size):
        no_memory()
    if size < GRAIN:
        need = usize(2 * GRAIN)
    place = _block(need)
    word_at(place)[0] = need | (RAW | POINTERS if pointers else RAW)
    return Ptr[u8](place + HEAD)


@inline
@unchecked
def _block(size: usize) -> usize:
    place = heap[NEXT]
    if prim.unlikely(size > heap[END] - place):
        return _elsewhere(size)
    heap[NEXT] = place + size
    return place


@cold
@noinline
@unchecked
def _elsewhere(size: usize) -> usize:
    """A block for which the window has no room: collects when the budget is spent, or nothing else is left."""
    if heap[BASE] == 0:
        _open()
        if size <= heap[END] - heap[NEXT]:              # the error that is kept has opened the first window
            heap[NEXT] += size
            return heap[NEXT] - size
    if size <= heap[LIMIT] - heap[BASE]:
        collected = heap[SPENT] + size > heap[BUDGET] and collect()
        place = _cut(size)
        if place == 0 and not collected and collect():
            place = _cut(size)
        if place != 0:
            return place
    no_memory()


@cold
@noinline
@unchecked
def no_memory() -> Never:
    """Raise MemoryError: a new one where there is room for it, else the one that was kept."""
    lost = _exhausted
    if lost is None:
        prim.trap()
    heap[HELD] = usize(0)
    if heap[END] - heap[NEXT] >= MEDIUM:
        raise MemoryError()
    lost._cause_ = None
    lost._context_ = None
    lost._suppress_context_ = False
    raise lost


@noinline
@unchecked
def _open() -> None:
    """Ask for the arena, at the first block."""
    global _exhausted
    length = plat_arena(Ptr[usize](heap))
    start = heap[BASE]
    if length < LEAST:
        heap[BASE] = usize(0)
        prim.trap()
    base = start + ((prim.lshr(length, REGION_BITS + 1) + 1) << 4)
    heap[FIRSTS] = start
    heap[BASE] = base
    _measure(length)
    heap[ROOM] = base
    heap[ROOM_END] = heap[LIMIT]
    heap[FRESH] = base
    heap[WINDOW] = usize(WINDOW_BYTES)
    if heap[CAPPED] != 0:
        heap[FLOOR] = heap[CAPPED]
        heap[WINDOW] = usize(GRAIN)
    heap[BUDGET] = heap[FLOOR]
    _exhausted = MemoryError()


@inline
@unchecked
def _measure(length: usize) -> None:
    """Where the blocks end in an arena of `length` bytes, and what the collector needs begins: only a collection writes
    there, so what a program never reaches stays untouched."""
    bits = (prim.lshr(length, 9) + 1) << 3                  # one bit for 8 bytes
    heap[STARTS] = prim.lshr(heap[FIRSTS] + length - 2 * bits, 3) << 3
    heap[LIMIT] = prim.lshr(heap[STARTS] - prim.lshr(length, 9) - MEDIUM, 3) << 3
    heap[FLOOR] = min(prim.udiv(length, usize(BUDGET_SHARE)), usize(MOST_BUDGET))


@unchecked
def shrink(length: usize) -> bool:
    """From now on the arena has `length` bytes. False, and nothing happens: there is something behind them.

    Before the first block there is nothing to do: the kernel will give less.
    """
    base, floor = heap[BASE], heap[FLOOR]
    if base == 0:
        return True
    if heap[ROOM_END] != heap[LIMIT] or base + prim.lshr(length, 1) < heap[FRESH]:
        return False
    _measure(length)
    heap[ROOM_END] = heap[LIMIT]
    if heap[CAPPED] != 0:
        heap[FLOOR] = floor
    return True


# Windows

@unchecked
def _cut(size: usize) -> usize:
    """A block of `size` bytes from somewhere else than the window; 0: there is no hole that large."""
    kind = kind_of(max(size, usize(1 << HOLE_BITS)))
    while kind < LARGE:
        hole = heap[kind]
        if hole != 0 and word_at(hole)[0] >= size:
            heap[kind] = word_at(hole)[1]
            return _window(hole, hole + (prim.lshr(word_at(hole)[0], 3) << 3), size)
        kind += 1
    if size > heap[ROOM_END] - heap[ROOM] and not _next_room(size):
        return usize(0)
    place = heap[ROOM]
    if place == heap[END]:                                  # the window's own continuation
        place = heap[NEXT]
    elif size >= MEDIUM:
        _take(heap[ROOM], size, place)
        return place
    end = heap[ROOM] + max(size, min(heap[WINDOW], heap[ROOM_END] - heap[ROOM]))
    note_firsts(heap[ROOM], end, place)
    heap[ROOM] = end
    return _window(place, end, size)


@unchecked
def _window(start: usize, end: usize, size: usize) -> usize:
    """Make `start` … `end` the window, and take its first block. It may continue the one before."""
    if start != heap[NEXT]:
        free_block(heap[NEXT], heap[END])
        heap[END] = start
    _clean(heap[END], end)
    heap[NEXT] = start + size
    heap[END] = end
    return start


@unchecked
def _take(place: usize, size: usize, block: usize) -> None:
    """Cut `size` bytes at `place` off the room, for a block that starts there or before."""
    note_firsts(place, place + size, block)
    _clean(place, place + size)
    heap[ROOM] = place + size


@unchecked
def _clean(start: usize, end: usize) -> None:
    """Zero what is handed out, and count it."""
    fresh = heap[FRESH]
    if start < fresh:
        prim.mem_set(Ptr[u8](start), u8(0), min(end, fresh) - start)
    heap[FRESH] = max(fresh, end)
    heap[SPENT] += end - start


@unchecked
def _next_room(size: usize) -> bool:
    """Make the first large hole of at least `size` bytes the room."""
    before, hole = usize(0), heap[LARGE]
    while hole != 0:
        have = prim.lshr(word_at(hole)[0], 3) << 3
        if have >= size:
            if before == 0:
                heap[LARGE] = word_at(hole)[1]
            else:
                word_at(before)[1] = word_at(hole)[1]
            free_block(heap[ROOM], heap[ROOM_END])
            heap[ROOM] = hole
            heap[ROOM_END] = hole + have
            return True
        before, hole = hole, word_at(hole)[1]
    return False


# The newest block

@unchecked
def shorten(block: Ptr[u8], size: usize) -> None:
    """Give back what lies behind the first `size` bytes of a block, if it is the newest. It must still be zero."""
    place = usize(block) - HEAD
    head = word_at(place)[0]
    need = max(prim.lshr(size + (HEAD + GRAIN - 1), 3) << 3, usize(2 * GRAIN))
    if place + (prim.lshr(head, 3) << 3) == heap[NEXT]:
        word_at(place)[0] = need | (head & SIZE_BITS)
        heap[NEXT] = place + need


@unchecked
def extend(block: Ptr[u8], size: usize) -> bool:
    """Lengthen a block to `size` bytes where nothing lies behind it; what is added is zero. False: it cannot be."""
    place = usize(block) - HEAD
    if place - heap[BASE] >= heap[LIMIT] - heap[BASE]:
        return False                                        # it lies in the image
    head = word_at(place)[0]
    need = prim.lshr(size + (HEAD + GRAIN - 1), 3) << 3
    end = place + (prim.lshr(head, 3) << 3)
    more = place + need - end
    if need < size or more > heap[LIMIT]:
        return False
    if end == heap[NEXT]:
        if more > heap[END] - end:
            short = more - (heap[END] - end)
            if heap[END] != heap[ROOM] or short > heap[ROOM_END] - heap[ROOM] or heap[SPENT] + short > heap[BUDGET]:
                return False
            _take(heap[ROOM], short, place)
            heap[END] = heap[ROOM]
        heap[NEXT] = end + more
    elif end == heap[ROOM]:
        if more > heap[ROOM_END] - end or heap[SPENT] + more > heap[BUDGET]:
            return False
        _take(end, more, place)
    else:
        return False
    word_at(place)[0] = need | (head & SIZE_BITS)
    return True


# While an exception is raised

@unchecked
def allocate_at_hand(size: usize) -> Ptr[u8]:
    """As `allocate`, without references inside, from what is free without a collection; null where nothing is."""
    if heap[BASE] == 0:
        _open()
    need = prim.lshr(size + (HEAD + GRAIN - 1), 3) << 3
    place = heap[NEXT]
    if need > heap[END] - place:
        place = _cut(need)
        if place == 0:
            return Ptr[u8](place)
    else:
        heap[NEXT] = place + need
    word_at(place)[0] = need | RAW
    return Ptr[u8](place + HEAD)


@unchecked
def hold(on: bool) -> None:
    """While on, nothing is collected: for code that does not run on the stack that the collector knows."""
    heap[HELD] = usize(1) if on else usize(0)


@unchecked
def used_bytes() -> usize:
    """What the program held after the last collection, and what was handed out since."""
    return heap[LIVE] + heap[SPENT] - (heap[END] - heap[NEXT])
