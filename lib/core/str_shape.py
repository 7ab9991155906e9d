"""Strip, pad, repeat, tabs."""

from typing import Final, Never

from lib.core.str_search import part_of
from lib.core.strmem import code_at, copy, data, is_tail, nbytes, nchars, new_str, width_at
from lib.core.text import StrBuilder
from lib.core.unicode import is_space
from rumpk import Ptr, cold, noinline, prim, u8, unchecked, usize

MAX_BYTES: Final = 1 << 48              # no memory holds a text of so many bytes


@noinline
@cold
def _no_fill() -> Never:
    raise TypeError("The fill character must be exactly one character long")


@noinline
@cold
def _too_long() -> Never:
    raise MemoryError()


@unchecked
def _is_in(code: int, chars: str) -> bool:
    place, count, at = data(chars), nbytes(chars), 0
    while at < count:
        if code_at(place, at) == code:
            return True
        at += width_at(place, at)
    return False


@unchecked
def stripped(s: str, chars: str | None, left: bool, right: bool) -> str:
    """`s` without the characters of `chars` (None: white space) at its ends."""
    place, start, end = data(s), 0, nbytes(s)
    while left and start < end:
        code = code_at(place, start)
        if not (is_space(code) if chars is None else _is_in(code, chars)):
            break
        start += width_at(place, start)
    while right and end > start:
        at = end - 1
        while is_tail(place[at]):
            at -= 1
        code = code_at(place, at)
        if not (is_space(code) if chars is None else _is_in(code, chars)):
            break
        end = at
    return part_of(s, start, end)


@unchecked
def fill(place: Ptr[u8], at: int, unit: str, count: int) -> int:
    """Write `unit` `count` times; the offset behind it."""
    size = nbytes(unit)
    if size == 1:
        if count > 0:
            prim.mem_set(place + at, data(unit)[0], prim.zext(usize, count))
        return at + count
    while count > 0:
        copy(place + at, data(unit), size)
        at += size
        count -= 1
    return at


@unchecked
def repeated(s: str, count: int) -> str:
    """`s * count`."""
    if count <= 0 or nbytes(s) == 0:
        return ""
    if count == 1:
        return s
    if count > prim.sdiv(MAX_BYTES, nbytes(s)):
        _too_long()
    out = new_str(nbytes(s) * count, nchars(s) * count)
    fill(data(out), 0, s, count)
    return out


@unchecked
def padded(s: str, before: int, behind: int, unit: str) -> str:
    """`s` with `unit` (one character) so often before and behind it; negative counts are none."""
    if nchars(unit) != 1:
        _no_fill()
    if before < 0:
        before = 0
    if behind < 0:
        behind = 0
    extra = before + behind
    if extra == 0:
        return s
    if before > MAX_BYTES or behind > MAX_BYTES:
        _too_long()
    out = new_str(nbytes(s) + extra * nbytes(unit), nchars(s) + extra)
    place = data(out)
    at = fill(place, 0, unit, before)
    copy(place + at, data(s), nbytes(s))
    fill(place, at + nbytes(s), unit, behind)
    return out


def centered(s: str, width: int, unit: str) -> str:
    """`s.center(width, unit)`: an odd space goes where CPython puts it."""
    extra = width - nchars(s)
    if extra <= 0:
        return padded(s, 0, 0, unit)
    before = extra // 2 + (extra & width & 1)
    return padded(s, before, extra - before, unit)


@unchecked
def zero_filled(s: str, width: int) -> str:
    """`s.zfill(width)`: zeros behind the sign."""
    extra = width - nchars(s)
    if extra <= 0:
        return s
    count = nbytes(s)
    signed = 1 if count > 0 and (data(s)[0] == 43 or data(s)[0] == 45) else 0
    out = new_str(count + extra, width)
    place = data(out)
    copy(place, data(s), signed)
    fill(place, signed, "0", extra)
    copy(place + (signed + extra), data(s) + signed, count - signed)
    return out


@unchecked
def expanded(s: str, size: int) -> str:
    """`s.expandtabs(size)`."""
    out = StrBuilder()
    place, count, at, column = data(s), nbytes(s), 0, 0
    while at < count:
        code, width = code_at(place, at), width_at(place, at)
        if code == 9:
            spaces = size - prim.srem(column, size) if size > 0 else 0
            for _ in range(spaces):
                out.append_ascii(32)
            column += spaces
        else:
            out.append_bytes(place + at, width, 1)
            column = 0 if code == 10 or code == 13 else column + 1
        at += width
    return out.finish()
