"""The arena: one piece of zeroed memory from `plat_arena`; allocation moves a pointer up in it.

Nothing is freed, but whoever made the newest block may shorten it (`shorten`): so text of unknown length takes no more
than it needs.
"""

from typing import Final

from rumpk import Array, Ptr, cold, extern, inline, noinline, prim, u8, unchecked, usize

ALIGN: Final = 16
LEAST: Final = 256                      # bytes; an arena below that is none

_next: usize = usize(0)                 # next free byte
_end: usize = usize(0)
_begin: usize = usize(0)                # 0: not asked for yet
_base: Array[usize, 1] = Array[usize, 1]()
_exhausted: MemoryError | None = None   # made in time, for when there is no memory left to make it in


@extern("plat_arena")
def plat_arena(out_base: Ptr[usize]) -> usize:
    """The memory's base through `out_base`, its size as the result."""
    ...


@inline
@unchecked
def allocate(size: usize) -> Ptr[u8]:
    """`size` zeroed bytes at a multiple of 16. MemoryError when the arena has no more."""
    global _next
    place = _next
    if prim.unlikely(size > _end - place):
        return _first_block(size)
    _next = place + (((size + (ALIGN - 1)) >> 4) << 4)
    return Ptr[u8](place)


@cold
@noinline
@unchecked
def _first_block(size: usize) -> Ptr[u8]:
    """Ask for the arena at the first call; at a later one there is nothing more to be had."""
    global _next, _end, _begin, _exhausted
    if _begin == 0:
        length = plat_arena(Ptr[usize](_base))
        _begin = _base[0]
        if length >= LEAST:
            _next = _begin
            _end = ((_begin + length) >> 4) << 4
            _exhausted = MemoryError()
            if size <= _end - _next:
                return allocate(size)
    lost = _exhausted
    if lost is None:
        prim.trap()
    raise lost


@inline
@unchecked
def shorten(old_end: Ptr[u8], new_end: Ptr[u8]) -> None:
    """Give back what lies behind `new_end` in the block up to `old_end`, if it is the newest. It is still zero."""
    global _next
    if ((usize(old_end) + (ALIGN - 1)) >> 4) << 4 == _next:
        _next = ((usize(new_end) + (ALIGN - 1)) >> 4) << 4


@inline
@unchecked
def extend(old_end: Ptr[u8], new_end: Ptr[u8]) -> bool:
    """Lengthen the block that ends at `old_end`, if it is the newest and there is room; what is added is zero."""
    global _next
    end = ((usize(new_end) + (ALIGN - 1)) >> 4) << 4
    if ((usize(old_end) + (ALIGN - 1)) >> 4) << 4 != _next or end > _end:
        return False
    _next = end
    return True


@inline
@unchecked
def free_bytes() -> usize:
    """What is left."""
    return _end - _next


@inline
@unchecked
def used_bytes() -> usize:
    """What has been handed out."""
    return _next - _begin
