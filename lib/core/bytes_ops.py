"""What bytes and bytearray have in common, on raw memory."""

from typing import Never

from lib.core.bytesmem import bytes_of, new_bytes, payload
from lib.core.str_search import find_bytes, rfind_bytes
from lib.core.strmem import data, new_str
from rumpk import Ptr, cold, noinline, prim, u8, unchecked, usize


@noinline
@cold
def bad_byte(words: str) -> Never:
    """A number that is no byte."""
    raise ValueError(words)


@noinline
@cold
def no_subsection() -> Never:
    """`index` of what is not there."""
    raise ValueError("subsection not found")


@unchecked
def byte_of(value: int) -> u8:
    """A number as a byte; ValueError outside 0 … 255."""
    if prim.icmp_uge(value, 256):
        bad_byte("byte must be in range(0, 256)")
    return prim.trunc(u8, value)


@unchecked
def hex_of(place: Ptr[u8], count: int) -> str:
    """Two lower-case digits a byte."""
    out = new_str(2 * count, 2 * count)
    to = data(out)
    for i in range(count):
        to[2 * i] = _hex_digit(place[i] >> 4)
        to[2 * i + 1] = _hex_digit(place[i] & 15)
    return out


def _hex_digit(value: u8) -> u8:
    return value + 48 if value < 10 else value + 87


def hex_with(place: Ptr[u8], count: int, sep: str, group: int) -> str:
    """The same with `sep` between groups, which are counted from the right (negative: from the left)."""
    if len(sep) != 1:
        raise ValueError("sep must be length 1.")
    if ord(sep) >= 128:
        raise ValueError("sep must be ASCII.")
    plain = hex_of(place, count)
    if group == 0:
        return plain
    size = abs(group)
    parts: list[str] = []
    at = 0
    if group > 0 and count % size != 0:
        at = count % size
        parts.append(plain[:2 * at])
    while at < count:
        parts.append(plain[2 * at:2 * min(at + size, count)])
        at += size
    return sep.join(parts)


def hex_value(code: int) -> int:
    """The value of a hexadecimal digit; -1 for anything else."""
    if 48 <= code <= 57:
        return code - 48
    lower = code | 32
    return lower - 87 if 97 <= lower <= 102 else -1


def from_hex(text: str) -> bytes:
    """`bytes.fromhex`: pairs of digits, white space between them."""
    out = bytearray()
    at, count = 0, len(text)
    if not text.isascii():                      # CPython names the first such character, wherever the text breaks
        while ord(text[at]) < 128:
            at += 1
        raise ValueError(f"non-hexadecimal number found in fromhex() arg at position {at}")
    while at < count:
        code = ord(text[at])
        if code == 32 or 9 <= code <= 13:
            at += 1
            continue
        high = hex_value(code)
        if high < 0:
            raise ValueError(f"non-hexadecimal number found in fromhex() arg at position {at}")
        low = hex_value(ord(text[at + 1])) if at + 1 < count else -1
        if low < 0:
            raise ValueError(f"non-hexadecimal number found in fromhex() arg at position {at + 1}")
        out.append(high * 16 + low)
        at += 2
    return bytes(out)


@unchecked
def ascii_text(b: bytes) -> str | None:
    """Bytes that a number can be made of, as text; None where one is not ASCII or a space of str alone."""
    for i in range(len(b)):
        byte = payload(b)[i]
        if byte >= 128 or 28 <= byte and byte <= 31:
            return None
    return b.decode()


def is_blank(byte: u8) -> bool:
    """ASCII white space."""
    return byte == 32 or 9 <= byte and byte <= 13


def is_letter(byte: u8) -> bool:
    """An ASCII letter."""
    return 97 <= byte | 32 and byte | 32 <= 122


@unchecked
def split_lines(place: Ptr[u8], count: int, keep: bool) -> list[bytes]:
    """`splitlines`: at \\n, \\r and \\r\\n."""
    out: list[bytes] = []
    start, at = 0, 0
    while at < count:
        byte, end = place[at], at
        at += 1
        if byte == 10 or byte == 13:
            if byte == 13 and at < count and place[at] == 10:
                at += 1
            out.append(bytes_of(place + start, (at if keep else end) - start))
            start = at
    if start < count:
        out.append(bytes_of(place + start, count - start))
    return out


@unchecked
def _holds(chars: Ptr[u8], count: int, byte: u8) -> bool:
    for i in range(count):
        if chars[i] == byte:
            return True
    return False


@unchecked
def strip_start(place: Ptr[u8], count: int, chars: bytes | None) -> int:
    """The first offset of what `lstrip` leaves."""
    at = 0
    while at < count and (is_blank(place[at]) if chars is None else _holds(payload(chars), len(chars), place[at])):
        at += 1
    return at


@unchecked
def strip_end(place: Ptr[u8], start: int, count: int, chars: bytes | None) -> int:
    """The offset behind what `rstrip` leaves."""
    while count > start:
        byte = place[count - 1]
        if not (is_blank(byte) if chars is None else _holds(payload(chars), len(chars), byte)):
            break
        count -= 1
    return count


@unchecked
def split_parts(place: Ptr[u8], count: int, sep: bytes | None, limit: int) -> list[bytes]:
    """`split`; a negative limit is none."""
    out: list[bytes] = []
    if sep is None:
        at = 0
        while at < count and is_blank(place[at]):
            at += 1
        while at < count:
            if limit == 0:
                out.append(bytes_of(place + at, count - at))
                break
            start = at
            while at < count and not is_blank(place[at]):
                at += 1
            out.append(bytes_of(place + start, at - start))
            limit -= 1
            while at < count and is_blank(place[at]):
                at += 1
        return out
    size, start = len(sep), 0
    if size == 0:
        raise ValueError("empty separator")
    at = find_bytes(place, count, payload(sep), size, 0)
    while at >= 0 and limit != 0:
        out.append(bytes_of(place + start, at - start))
        start = at + size
        limit -= 1
        at = find_bytes(place, count, payload(sep), size, start)
    out.append(bytes_of(place + start, count - start))
    return out


@unchecked
def rsplit_parts(place: Ptr[u8], count: int, sep: bytes | None, limit: int) -> list[bytes]:
    """`rsplit`: the same from the right."""
    if limit < 0:
        return split_parts(place, count, sep, limit)
    out: list[bytes] = []
    end = count
    if sep is None:
        end = strip_end(place, 0, end, None)
        while end > 0:
            if limit == 0:
                out.append(bytes_of(place, end))
                break
            at = end
            while at > 0 and not is_blank(place[at - 1]):
                at -= 1
            out.append(bytes_of(place + at, end - at))
            limit -= 1
            end = strip_end(place, 0, at, None)
        out.reverse()
        return out
    size = len(sep)
    if size == 0:
        raise ValueError("empty separator")
    at = rfind_bytes(place, end, payload(sep), size, 0)
    while at >= 0 and limit != 0:
        out.append(bytes_of(place + (at + size), end - at - size))
        end = at
        limit -= 1
        at = rfind_bytes(place, end, payload(sep), size, 0)
    out.append(bytes_of(place, end))
    out.reverse()
    return out


@unchecked
def replaced(b: bytes, old: bytes, new: bytes, limit: int) -> bytes:
    """`b.replace(old, new, limit)`."""
    place, count, size = payload(b), len(b), len(old)
    out = bytearray()
    done, at = 0, 0
    while limit != 0:
        if size == 0:
            if at > count:
                break
        else:
            at = find_bytes(place, count, payload(old), size, done)
            if at < 0:
                break
        out._add(place + done, at - done)
        out._add(payload(new), len(new))
        done = at + size
        limit -= 1
        if size == 0:
            at += 1
    out._add(place + done, count - done)
    return bytes(out)


@unchecked
def joined(sep: bytes, parts: list[bytes]) -> bytes:
    """`sep.join(parts)`."""
    total, number = 0, 0
    for part in parts:
        total += len(part)
        number += 1
    if number == 0:
        return b""
    out = new_bytes(total + len(sep) * (number - 1))
    to, at = payload(out), 0
    first = True
    for part in parts:
        if not first:
            prim.mem_copy(to + at, payload(sep), prim.zext(usize, len(sep)))
            at += len(sep)
        first = False
        prim.mem_copy(to + at, payload(part), prim.zext(usize, len(part)))
        at += len(part)
    return out


@unchecked
def padded_bytes(b: bytes, before: int, behind: int, fillchar: bytes) -> bytes:
    """`b` with a byte so often before and behind it."""
    if len(fillchar) != 1:
        raise TypeError("the fill character must be a byte string of length 1")
    before, behind = max(before, 0), max(behind, 0)
    out = new_bytes(len(b) + before + behind)
    place = payload(out)
    prim.mem_set(place, payload(fillchar)[0], prim.zext(usize, before))
    prim.mem_copy(place + before, payload(b), prim.zext(usize, len(b)))
    prim.mem_set(place + (before + len(b)), payload(fillchar)[0], prim.zext(usize, behind))
    return out
