"""Slices of text, and the bounds of any slice."""

from lib.core.slices import bound, slice_count, slice_start, slice_step, slice_stop
from lib.core.str_search import part_of
from lib.core.strmem import data, is_ascii, nchars, new_str, offset_of, str_of, width_at
from lib.core.text import StrBuilder
from rumpk import unchecked


@unchecked
def straight(s: str, start: int, stop: int) -> str:
    """`s[start:stop]`"""
    first, last = bound(start, nchars(s)), bound(stop, nchars(s))
    if first >= last:
        return ""
    if is_ascii(s):
        return s if last - first == nchars(s) else str_of(data(s) + first, last - first, last - first)
    begin = offset_of(s, first)
    return part_of(s, begin, offset_of(s, last))


@unchecked
def stepped(s: str, start: int | None, stop: int | None, step: int) -> str:
    """`s[start:stop:step]`."""
    by = slice_step(step)
    length = nchars(s)
    first, last = slice_start(start, length, by), slice_stop(stop, length, by)
    count = slice_count(first, last, by)
    if count == 0:
        return ""
    if is_ascii(s):
        out = new_str(count, count)
        to, source = data(out), data(s)
        for i in range(count):
            to[i] = source[first + i * by]
        return out
    return _picked(s, first, by, count)


@unchecked
def _picked(s: str, first: int, by: int, count: int) -> str:
    out = StrBuilder()
    place = data(s)
    for i in range(count):
        at = offset_of(s, first + i * by)
        out.append_bytes(place + at, width_at(place, at), 1)
    return out.finish()
