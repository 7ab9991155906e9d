"""The bytes of a bytes object: `_len` of them behind the fields, then a NUL."""

from rumpk import Ptr, inline, prim, u8, unchecked, usize


@inline
def payload(b: bytes) -> Ptr[u8]:
    """The first byte."""
    return prim.obj_data(b)


@inline
@unchecked
def new_bytes(count: int) -> bytes:
    """A bytes object of that size, to be filled before anyone else sees it."""
    b = prim.new_with(bytes, prim.zext(usize, count + 1))
    b._len = prim.zext(usize, count)
    return b


@unchecked
def bytes_of(place: Ptr[u8], count: int) -> bytes:
    """A new bytes object with a copy of `count` bytes."""
    b = new_bytes(count)
    prim.mem_copy(payload(b), place, prim.zext(usize, count))
    return b
