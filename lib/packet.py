"""WorkerPackets: strings as bytes, copied from one domain into another.

    for each string   8 bytes, the number of its bytes, little-endian; then its UTF-8

A packet comes from outside: what does not fit is a ValueError.
"""

from lib.core.bytesmem import bytes_of, new_bytes, payload
from lib.core.strmem import data, nbytes, str_of
from rumpk import Ptr, prim, u8, usize

HEAD = 8


def encode(strings: list[str]) -> bytes:
    """The strings as one packet."""
    size = 0
    for text in strings:
        size += HEAD + nbytes(text)
    out = new_bytes(size)
    place = payload(out)
    for text in strings:
        count = nbytes(text)
        for i in range(HEAD):
            place[i] = prim.trunc(u8, count >> 8 * i)
        prim.mem_copy(place + HEAD, data(text), prim.zext(usize, count))
        place = place + (HEAD + count)
    return out


def decode(place: Ptr[u8], size: int) -> list[str]:
    """The strings of a packet of `size` bytes."""
    out: list[str] = []
    at = 0
    while size - at >= HEAD:
        count = 0
        for i in range(HEAD):
            count |= prim.shl(prim.zext(int, place[at + i]), 8 * i)
        at += HEAD
        if count < 0 or count > size - at:
            break
        out.append(_text(place + at, count))
        at += count
    if at != size:
        raise ValueError("not a packet")
    return out


def _text(place: Ptr[u8], count: int) -> str:
    for i in range(count):
        if place[i] >= 0x80:
            return bytes_of(place, count).decode()
    return str_of(place, count, count)
