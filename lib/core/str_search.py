"""Searching in the bytes of text: find, count, replace, and what `split` cuts at. Offsets are in bytes."""

from lib.core.strmem import (
    copy, count_chars, data, index_of_offset, is_ascii, is_tail, nbytes, nchars, new_str, offset_of, same_bytes,
)
from lib.core.text import StrBuilder
from rumpk import Ptr, u8, unchecked


@unchecked
def find_bytes(place: Ptr[u8], count: int, wanted: Ptr[u8], size: int, start: int) -> int:
    """The first offset from `start` at which `wanted` lies; -1 for none."""
    if size == 0:
        return start if start <= count else -1
    first = wanted[0]
    last = count - size
    at = start
    while at <= last:
        if place[at] == first and same_bytes(place + at, wanted, size):
            return at
        at += 1
    return -1


@unchecked
def rfind_bytes(place: Ptr[u8], count: int, wanted: Ptr[u8], size: int, start: int) -> int:
    """The last offset, not before `start`, at which `wanted` lies; -1 for none."""
    at = count - size
    while at >= start:
        if same_bytes(place + at, wanted, size):
            return at
        at -= 1
    return -1


@unchecked
def count_bytes(place: Ptr[u8], count: int, wanted: Ptr[u8], size: int, start: int) -> int:
    """How often `wanted` (not empty) lies from `start` on, without overlaps."""
    found = 0
    at = find_bytes(place, count, wanted, size, start)
    while at >= 0:
        found += 1
        at = find_bytes(place, count, wanted, size, at + size)
    return found


def clamp(index: int | None, length: int, default: int) -> int:
    """A slice bound: None is `default`, a negative one counts from the end, all are cut to 0 … length."""
    if index is None:
        return default
    at = index
    if at < 0:
        at = at + length
        return 0 if at < 0 else at
    return length if at > length else at


@unchecked
def find_str(s: str, sub: str, start: int | None, end: int | None, backwards: bool) -> int:
    """The index of `sub` in `s[start:end]`; -1 for none."""
    length = nchars(s)
    low, high = clamp(start, length, 0), clamp(end, length, length)
    if low > high or (start is not None and start > length):
        return -1
    first, last = offset_of(s, low), offset_of(s, high)
    if backwards:
        found = rfind_bytes(data(s), last, data(sub), nbytes(sub), first)
    else:
        found = find_bytes(data(s), last, data(sub), nbytes(sub), first)
    return found if found < 0 else index_of_offset(s, found)


@unchecked
def count_str(s: str, sub: str, start: int | None, end: int | None) -> int:
    """How often `sub` is in `s[start:end]`, without overlaps."""
    length = nchars(s)
    low, high = clamp(start, length, 0), clamp(end, length, length)
    if low > high or (start is not None and start > length):
        return 0
    if nbytes(sub) == 0:
        return high - low + 1
    return count_bytes(data(s), offset_of(s, high), data(sub), nbytes(sub), offset_of(s, low))


@unchecked
def matches_at(s: str, part: str, start: int | None, end: int | None, at_end: bool) -> bool:
    """Whether `s[start:end]` starts (or ends) with `part`."""
    length = nchars(s)
    low, high = clamp(start, length, 0), clamp(end, length, length)
    if low > high or (start is not None and start > length):
        return False
    first, last, size = offset_of(s, low), offset_of(s, high), nbytes(part)
    if last - first < size:
        return False
    return same_bytes(data(s) + (last - size if at_end else first), data(part), size)


@unchecked
def replace_str(s: str, old: str, new: str, limit: int) -> str:
    """`s` with the first `limit` (negative: all) places of `old` replaced."""
    if limit == 0:
        return s
    if nbytes(old) == 0:
        return _spread(s, new, limit)
    place, count, size = data(s), nbytes(s), nbytes(old)
    at = find_bytes(place, count, data(old), size, 0)
    if at < 0:
        return s
    out = StrBuilder()
    done = 0
    while at >= 0 and limit != 0:
        out.append_bytes(place + done, at - done, _chars(s, done, at))
        out.append(new)
        done = at + size
        limit -= 1
        at = find_bytes(place, count, data(old), size, done)
    out.append_bytes(place + done, count - done, _chars(s, done, count))
    return out.finish()


@unchecked
def _chars(s: str, start: int, end: int) -> int:
    """The code points between two offsets."""
    return end - start if is_ascii(s) else count_chars(data(s) + start, end - start)


@unchecked
def _spread(s: str, new: str, limit: int) -> str:
    """`new` before each character and at the end."""
    out = StrBuilder()
    place, count = data(s), nbytes(s)
    at = 0
    while at < count and limit != 0:
        out.append(new)
        limit -= 1
        end = at + 1
        while is_tail(place[end]):
            end += 1
        out.append_bytes(place + at, end - at, 1)
        at = end
    out.append_bytes(place + at, count - at, _chars(s, at, count))
    if limit != 0:
        out.append(new)
    return out.finish()


@unchecked
def part_of(s: str, start: int, end: int) -> str:
    """The text between two byte offsets that begin code points."""
    size = end - start
    if size == nbytes(s):
        return s
    out = new_str(size, _chars(s, start, end))
    copy(data(out), data(s) + start, size)
    return out
