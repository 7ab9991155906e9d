"""The collector of one arena: mark what the program reaches, then make holes of everything between. Nothing moves.

Roots are the stacks with the saved registers, word by word, and the module variables that may hold references (the
emitter's table `rt_roots`). A word that points anywhere into a block keeps the block. Objects are marked through the
map of pointers in their typeinfo; other blocks word by word, or not at all when nothing in them is a reference.

Its memory is set aside behind the blocks: two bit maps with a bit for 8 bytes, and a mark stack, which may grow down
into memory that was never used. Should it be full nevertheless, what was not entered is found again by a walk over
the marked blocks. Where blocks start is found region by region, when the first reference into a region is met: what is
dead as a whole is never looked at. `rt_try` calls the collector: so all registers that the program uses lie on the
stack.
"""

from typing import Final

from lib.core.state import (
    BASE, BUDGET, CAPPED, DEPTH, END, FIBERS, FIRSTS, FLOOR, FREE, FRESH, GRAIN, HELD, HOLE_BITS, HOLES, LARGE, LIMIT,
    LIVE, LOST, LOWEST, MARKS, NEXT, POINTERS, RAW, REGION_BITS, ROOM, ROOM_END, SPENT, STACK, STARTS, TOP, USED, heap,
    kind_of, note_firsts, region_of, word_at,
)
from rumpk import Ptr, cold, export, extern, inline, linker_symbol, noinline, nonblocking, prim, u8, unchecked, usize

ROOTS: Final = linker_symbol("rt_roots")                    # number of rows; then address and bytes of each
COLLECT: Final = linker_symbol("rt_collect")

WALKED: Final = 1                       # low bit of a region's word: its blocks are noted in the map of starts
RANGE: Final = 1                        # low bit of an entry: words up to an address; else an object and its map
PIECE: Final = 512                      # bytes of a range that are looked at in one go
SIZE_WORD: Final = 0                    # of a typeinfo
MAP_WORD: Final = 1                     # bit n: word n + 1 of the object; -1: any word
ANY: Final = -1
FIBER_BYTES: Final = 64                 # of what the list of fibers leads to, which may refer to objects itself
POISON: Final = 0xDB                    # what is free is filled with, in tests


@nonblocking
@extern("rt_try")
def rt_try(code: Ptr[u8], context: Ptr[u8]) -> int:
    """Store all saved registers on the stack and call `code(context)`."""
    ...


@cold
@noinline
@unchecked
def collect() -> bool:
    """Find what is free. False: this is not the time for it."""
    if heap[HELD] != 0 or heap[STACK] == 0:
        return False
    rt_try(COLLECT, COLLECT)
    return True


@export("rt_collect")
@noinline
@unchecked
def rt_collect(context: Ptr[u8]) -> int:
    """The collection itself, with every register of the program on the stack above this frame."""
    free_block(heap[NEXT], heap[END])
    free_block(heap[ROOM], heap[ROOM_END])
    for word in range(NEXT, ROOM_END + 1):
        heap[word] = usize(0)
    for kind in range(HOLES, LARGE + 1):
        heap[kind] = usize(0)
    reserve = heap[LIMIT]
    heap[TOP] = _bottom()
    heap[LOWEST] = heap[TOP]
    heap[DEPTH] = heap[FRESH] + 16
    heap[USED] = heap[FRESH] - heap[BASE]
    heap[MARKS] = heap[STARTS] + ((prim.lshr(heap[LIMIT] - heap[BASE], 9) + 1) << 3)
    heap[LOST] = usize(0)
    _clear_maps()
    _mark_words(prim.frame_address(), heap[STACK])
    other = heap[FIBERS]
    while other != 0:
        _mark_words(other, other + FIBER_BYTES)
        _mark_words(word_at(other)[0], word_at(other)[1])
        other = word_at(other)[2]
    roots = Ptr[usize](ROOTS)
    for i in range(prim.zext(int, roots[0])):
        _mark_words(roots[2 * i + 1], roots[2 * i + 1] + roots[2 * i + 2])
    while heap[LOST] != 0:
        heap[LOST] = usize(0)
        _sweep(False)
    if heap[LOWEST] < reserve:
        prim.mem_set(Ptr[u8](heap[LOWEST]), u8(0), reserve - heap[LOWEST])
    _sweep(True)
    heap[SPENT] = usize(0)
    heap[BUDGET] = heap[FLOOR] if heap[CAPPED] != 0 else max(heap[FLOOR], heap[LIVE])
    return 0


# Marking

@unchecked
def _size_of(block: usize) -> usize:
    """The bytes of a block."""
    word = word_at(block)[0]
    return prim.lshr(word, 3) << 3 if word & RAW != 0 else word_at(word)[SIZE_WORD]


@unchecked
def _bottom() -> usize:
    """Where the mark stack begins."""
    return prim.lshr(heap[STARTS], 4) << 4


@noinline
@unchecked
def _clear_maps() -> None:
    """Nothing is marked, and no region walked."""
    size = (prim.lshr(heap[USED], 9) + 1) << 3
    prim.mem_set(Ptr[u8](heap[STARTS]), u8(0), size)
    prim.mem_set(Ptr[u8](heap[MARKS]), u8(0), size)
    firsts = word_at(heap[FIRSTS])
    for region in range(prim.zext(int, region_of(heap[USED])) + 1):
        firsts[region] &= ~usize(WALKED)


@noinline
@unchecked
def _walk(region: usize) -> None:
    """Note where blocks start, from the region's first one to its end."""
    starts, base = word_at(heap[STARTS]), heap[BASE]
    first = word_at(heap[FIRSTS])[region]
    word_at(heap[FIRSTS])[region] = first | WALKED
    at, limit = base + first, min(base + ((region + 1) << REGION_BITS), heap[LIMIT])
    while at < limit:
        grain = prim.lshr(at - base, 3)
        number = prim.lshr(grain, 6)
        starts[number] |= prim.shl(usize(1), grain & 63)
        at += _size_of(at)


@noinline
@unchecked
def _mark_words(start: usize, end: usize) -> None:
    """Mark everything that is reached from the words of a range, which lies outside of the arena."""
    _push(start | RANGE, end)
    _drain()


@unchecked
def _mark(offset: usize) -> None:
    """Mark the block that has byte `offset` of the arena in it; its content comes onto the mark stack."""
    if word_at(heap[FIRSTS])[region_of(offset)] & WALKED == 0:
        _walk(region_of(offset))
    grain = prim.lshr(offset, 3)
    number, bit = prim.lshr(grain, 6), grain & 63
    bits = prim.shl(word_at(heap[STARTS])[number], 63 - bit)
    if prim.lshr(bits, 63) == 0:                            # not where a block starts
        while bits == 0:
            number -= 1
            bit = usize(63)
            bits = word_at(heap[STARTS])[number]
        bit -= prim.ctlz(bits)
    marks = word_at(heap[MARKS])[number]
    if prim.lshr(marks, bit) & 1 == 0:
        block = heap[BASE] + (((number << 6) + bit) << 3)
        if word_at(block)[0] & (RAW | FREE) != RAW | FREE:
            word_at(heap[MARKS])[number] = marks | prim.shl(usize(1), bit)
            _enter(block)


@unchecked
def _enter(block: usize) -> None:
    """Put a block onto the mark stack, unless nothing in it is a reference."""
    word = word_at(block)[0]
    if word & RAW != 0:
        if word & POINTERS != 0:
            _push((block + GRAIN) | RANGE, block + (prim.lshr(word, 3) << 3))
        return
    pointers = word_at(word)[MAP_WORD]
    if pointers + 1 == 0:
        _push((block + GRAIN) | RANGE, block + word_at(word)[SIZE_WORD])
    elif pointers != 0:
        _push(block, pointers)


@unchecked
def _push(place: usize, rest: usize) -> None:
    top = heap[TOP] - 16
    if top < heap[DEPTH]:
        heap[LOST] = usize(1)
        return
    word_at(top)[0] = place
    word_at(top)[1] = rest
    heap[TOP] = top
    heap[LOWEST] = min(heap[LOWEST], top)


@noinline
@unchecked
def _drain() -> None:
    """Mark everything that is reached from the entries of the mark stack."""
    while heap[TOP] != _bottom():
        place, rest = word_at(heap[TOP])[0], word_at(heap[TOP])[1]
        heap[TOP] += 16
        if place & RANGE != 0:
            place -= RANGE
            if rest - place > PIECE:
                _push((place + PIECE) | RANGE, rest)
                rest = place + PIECE
            while place < rest:
                _follow(word_at(place)[0])
                place += GRAIN
        else:
            while rest != 0:
                _follow(word_at(place)[1 + prim.zext(int, prim.cttz(rest))])
                rest &= rest - 1


@inline
@unchecked
def _follow(pointer: usize) -> None:
    """Mark what a word points to, if it points into the arena."""
    offset = pointer - heap[BASE]
    if offset < heap[USED]:
        _mark(offset)


# Sweeping

@noinline
@unchecked
def _sweep(free: bool) -> None:
    """Visit the marked blocks from the last to the first: make holes of what lies between; or enter them once more."""
    marks, base, above, live = word_at(heap[MARKS]), heap[BASE], heap[LIMIT], usize(0)
    number = prim.lshr(heap[USED], 9) + 1
    while number != 0:
        number -= 1
        bits = marks[number]
        while bits != 0:
            bit = 63 - prim.ctlz(bits)
            bits ^= prim.shl(usize(1), bit)
            block = base + (((number << 6) + bit) << 3)
            if free:
                size = _size_of(block)
                live += size
                _hole(block + size, above)
                if region_of(block - 1 - base) != region_of(block + size - 1 - base):
                    note_firsts(block, block + size, block)
                above = block
            else:
                _enter(block)
                _drain()
    if free:
        _hole(base, above)
        heap[LIVE] = live


@unchecked
def _hole(start: usize, end: usize) -> None:
    """Make a hole of a range without marked blocks."""
    if heap[CAPPED] != 0 and start < heap[FRESH]:
        prim.mem_set(Ptr[u8](start), u8(POISON), min(end, heap[FRESH]) - start)
    free_block(start, end)


@noinline
@unchecked
def free_block(start: usize, end: usize) -> None:
    """Give free memory the head that says so, and enter it in its list of holes if it is worth it."""
    if start == end:
        return
    size = end - start
    note_firsts(start, end, start)
    word_at(start)[0] = size | (RAW | FREE)
    heap[FRESH] = max(heap[FRESH], start + GRAIN)
    if prim.lshr(size, HOLE_BITS) != 0:
        kind = kind_of(size)
        word_at(start)[1] = heap[kind]
        heap[kind] = start
        heap[FRESH] = max(heap[FRESH], start + 2 * GRAIN)
