"""split, rsplit, splitlines, partition."""

from typing import Never

from lib.core.str_search import find_bytes, part_of, rfind_bytes
from lib.core.strmem import code_at, data, is_tail, nbytes, width_at
from lib.core.unicode import is_line_end, is_space
from rumpk import Ptr, cold, noinline, u8, unchecked


@noinline
@cold
def _empty() -> Never:
    raise ValueError("empty separator")


@unchecked
def split_str(s: str, sep: str | None, limit: int) -> list[str]:
    """`s.split(sep, limit)`; a negative limit is none."""
    if sep is None:
        return _split_space(s, limit)
    size = nbytes(sep)
    if size == 0:
        _empty()
    out: list[str] = []
    place, count, start = data(s), nbytes(s), 0
    at = find_bytes(place, count, data(sep), size, 0)
    while at >= 0 and limit != 0:
        out.append(part_of(s, start, at))
        start = at + size
        limit -= 1
        at = find_bytes(place, count, data(sep), size, start)
    out.append(part_of(s, start, count))
    return out


@unchecked
def _after_space(place: Ptr[u8], at: int, end: int) -> int:
    """The offset of the first character from `at` that is no space."""
    while at < end and is_space(code_at(place, at)):
        at += width_at(place, at)
    return at


@unchecked
def _before_space(place: Ptr[u8], end: int) -> int:
    """The offset behind the last character before `end` that is no space."""
    while end > 0:
        at = _back(place, end)
        if not is_space(code_at(place, at)):
            return end
        end = at
    return 0


@unchecked
def _back(place: Ptr[u8], at: int) -> int:
    """The offset of the character that ends at `at`."""
    at -= 1
    while is_tail(place[at]):
        at -= 1
    return at


@unchecked
def _split_space(s: str, limit: int) -> list[str]:
    out: list[str] = []
    place, end = data(s), nbytes(s)
    at = _after_space(place, 0, end)
    while at < end:
        if limit == 0:
            out.append(part_of(s, at, end))
            break
        start = at
        while at < end and not is_space(code_at(place, at)):
            at += width_at(place, at)
        out.append(part_of(s, start, at))
        limit -= 1
        at = _after_space(place, at, end)
    return out


@unchecked
def rsplit_str(s: str, sep: str | None, limit: int) -> list[str]:
    """`s.rsplit(sep, limit)`: the same from the right."""
    if limit < 0:
        return split_str(s, sep, limit)
    out: list[str] = []
    place, end = data(s), nbytes(s)
    if sep is None:
        end = _before_space(place, end)
        while end > 0:
            if limit == 0:
                out.append(part_of(s, 0, end))
                break
            at = end
            while at > 0 and not is_space(code_at(place, _back(place, at))):
                at = _back(place, at)
            out.append(part_of(s, at, end))
            limit -= 1
            end = _before_space(place, at)
    else:
        size = nbytes(sep)
        if size == 0:
            _empty()
        at = rfind_bytes(place, end, data(sep), size, 0)
        while at >= 0 and limit != 0:
            out.append(part_of(s, at + size, end))
            end = at
            limit -= 1
            at = rfind_bytes(place, end, data(sep), size, 0)
        out.append(part_of(s, 0, end))
    out.reverse()
    return out


@unchecked
def split_lines(s: str, keep: bool) -> list[str]:
    """`s.splitlines(keep)`."""
    out: list[str] = []
    place, count, start, at = data(s), nbytes(s), 0, 0
    while at < count:
        code, end = code_at(place, at), at
        at += width_at(place, at)
        if is_line_end(code):
            if code == 13 and at < count and place[at] == 10:
                at += 1
            out.append(part_of(s, start, at if keep else end))
            start = at
    if start < count:
        out.append(part_of(s, start, count))
    return out


def partition_str(s: str, sep: str) -> tuple[str, str, str]:
    """What stands before the first `sep`, it, and what stands behind it."""
    size = nbytes(sep)
    if size == 0:
        _empty()
    at = find_bytes(data(s), nbytes(s), data(sep), size, 0)
    if at < 0:
        return s, "", ""
    return part_of(s, 0, at), sep, part_of(s, at + size, nbytes(s))


def rpartition_str(s: str, sep: str) -> tuple[str, str, str]:
    """What stands before the last `sep`, it, and what stands behind it."""
    size = nbytes(sep)
    if size == 0:
        _empty()
    at = rfind_bytes(data(s), nbytes(s), data(sep), size, 0)
    if at < 0:
        return "", "", s
    return part_of(s, 0, at), sep, part_of(s, at + size, nbytes(s))
