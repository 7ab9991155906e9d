"""Text to bytes and back: UTF-8, ASCII and Latin-1; UTF-16 and UTF-32 are in str_wide_codec.py."""

from typing import Final, Never

from lib.core.bytesmem import bytes_of, payload
from lib.core.codec_errors import escaped_byte, is_half, replace_bytes, replace_char
from lib.core.strmem import (
    code_at, count_ascii, data, has_half_pair, is_ascii, nbytes, new_str, put_code, str_of, width_at,
)
from lib.core.str_wide_codec import decode_wide, encode_wide, wide_name, wide_order, wide_unit
from lib.core.text import StrBuilder
from rumpk import Ptr, cold, noinline, prim, u8, unchecked

UTF_8: Final = 0
ASCII: Final = 1
LATIN_1: Final = 2
WIDE: Final = 3
SIGNED: Final = 4                       # UTF-8 behind a mark of its own, which decoding may miss
MARK: Final = b"\xef\xbb\xbf"


@noinline
@cold
def _unknown(name: str) -> Never:
    raise LookupError(f"unknown encoding: {name}")


def _plain_name(name: str) -> str:
    return name.lower().replace("_", "-").replace(" ", "-")


def _encoding(name: str) -> int:
    """Which encoding a name means."""
    plain = _plain_name(name)
    if plain == "utf-8" or plain == "utf8" or plain == "u8":
        return UTF_8
    if plain == "ascii" or plain == "us-ascii":
        return ASCII
    if plain == "latin-1" or plain == "latin1" or plain == "iso-8859-1" or plain == "iso8859-1" or plain == "l1":
        return LATIN_1
    if plain == "utf-8-sig":
        return SIGNED
    if wide_unit(plain) > 0:
        return WIDE
    _unknown(name)


@unchecked
def encode_str(s: str, encoding: str, errors: str) -> bytes:
    """`s.encode(encoding, errors)`."""
    kind = UTF_8 if encoding == "utf-8" else _encoding(encoding)
    if kind == WIDE:
        return _encode_wide(s, _plain_name(encoding), errors)
    if kind == SIGNED:
        return MARK + encode_str(s, "utf-8", errors)
    if is_ascii(s):
        return bytes_of(data(s), nbytes(s))
    if kind == UTF_8:
        return _encode_below(s, "utf-8", 0x110000, errors) if has_half_pair(s) else bytes_of(data(s), nbytes(s))
    return _encode_below(s, "ascii" if kind == ASCII else "latin-1", 128 if kind == ASCII else 256, errors)


def _encode_wide(s: str, name: str, errors: str) -> bytes:
    """In UTF-16 or UTF-32; halves of pairs as `errors` says."""
    unit, order = wide_unit(name), wide_order(name)
    if has_half_pair(s):
        out = StrBuilder()
        for index in range(len(s)):
            code = ord(s[index])
            if not is_half(code) or errors == "surrogatepass":
                out.append(s[index])
            elif not replace_char(out, code, errors):
                raise UnicodeEncodeError(wide_name(unit, order), s, index, index + 1, "surrogates not allowed")
        s = out.finish()
    return encode_wide(s, unit, order)


def _has_no_bytes(code: int, limit: int) -> bool:
    return code >= limit or is_half(code)


@unchecked
def _encode_below(s: str, name: str, limit: int, errors: str) -> bytes:
    """One byte for each code point below `limit` (UTF-8 where that is everything); the others as `errors` says."""
    place, at, index = data(s), 0, 0
    out = StrBuilder()
    while at < nbytes(s):
        code, width = code_at(place, at), width_at(place, at)
        if _has_no_bytes(code, limit):
            byte = escaped_byte(code, errors)
            if byte >= 0:
                out.append_ascii(byte)
            elif errors == "surrogatepass" and limit > 256:
                out.append_bytes(place + at, width, 1)
            elif not replace_char(out, code, errors):
                _cannot_encode(s, name, limit, index)
        elif limit == 256:
            out.append_ascii(code)
        else:
            out.append_bytes(place + at, width, 1)
        at += width
        index += 1
    text = out.finish()
    return bytes_of(data(text), nbytes(text))


def _cannot_encode(s: str, name: str, limit: int, start: int) -> Never:
    end = start
    while end < len(s) and _has_no_bytes(ord(s[end]), limit):
        end += 1
    reason = "surrogates not allowed" if name == "utf-8" else f"ordinal not in range({limit})"
    raise UnicodeEncodeError(name, s, start, end, reason)


# Decoding

@unchecked
def decode_bytes(b: bytes, encoding: str, errors: str) -> str:
    """`b.decode(encoding, errors)`."""
    kind = UTF_8 if encoding == "utf-8" else _encoding(encoding)
    if kind == WIDE:
        name = _plain_name(encoding)
        return decode_wide(b, wide_unit(name), wide_order(name), errors)
    if kind == SIGNED:
        return decode_bytes(b.removeprefix(MARK), "utf-8", errors)
    place, count = payload(b), len(b)
    if kind == LATIN_1:
        return _decode_latin(place, count)
    at = count_ascii(place, count)
    chars = at
    while at < count:
        size = _valid(place, at, count) if kind == UTF_8 else (1 if place[at] < 128 else -1)
        if size < 0:
            return _decode_errors(b, kind, errors)
        at += size
        chars += 1
    return str_of(place, count, chars)


@unchecked
def _decode_latin(place: Ptr[u8], count: int) -> str:
    high = 0
    for i in range(count):
        if place[i] >= 128:
            high += 1
    out = new_str(count + high, count)
    to, at = data(out), 0
    for i in range(count):
        at = put_code(to, at, prim.zext(int, place[i]))
    return out


@unchecked
def _valid(place: Ptr[u8], at: int, end: int) -> int:
    """The bytes of the code point at `at`; where there is none, minus the count of bytes that are wrong together."""
    first = place[at]
    if first < 0x80:
        return 1
    if first < 0xC2 or first > 0xF4:
        return -1
    size = 2 if first < 0xE0 else 3 if first < 0xF0 else 4
    low, high = 0x80, 0xBF
    if first == 0xE0:
        low = 0xA0
    elif first == 0xED:
        high = 0x9F
    elif first == 0xF0:
        low = 0x90
    elif first == 0xF4:
        high = 0x8F
    for i in range(1, size):
        if at + i >= end:
            return -i
        byte = prim.zext(int, place[at + i])
        if byte < low or byte > high:
            return -i
        low, high = 0x80, 0xBF
    return size


def _reason(place: Ptr[u8], at: int, wrong: int, end: int) -> str:
    """CPython's words for what is wrong at `at`."""
    first = place[at]
    if first < 0xC2 or first > 0xF4:
        return "invalid start byte"
    return "unexpected end of data" if at + wrong >= end else "invalid continuation byte"


@unchecked
def _decode_errors(b: bytes, kind: int, errors: str) -> str:
    """Decode where some bytes are wrong."""
    place, count, at = payload(b), len(b), 0
    out = StrBuilder()
    while at < count:
        size = _valid(place, at, count) if kind == UTF_8 else (1 if place[at] < 128 else -1)
        if size > 0:
            out.append_bytes(place + at, size, 1)
            at += size
            continue
        done = replace_bytes(out, place, at, -size, errors, _half_at(place, at, count) if kind == UTF_8 else -1, 3)
        if done == 0:
            if kind == ASCII:
                raise UnicodeDecodeError("ascii", b, at, at + 1, "ordinal not in range(128)")
            raise UnicodeDecodeError("utf-8", b, at, at - size, _reason(place, at, -size, count))
        at += done
    return out.finish()


@unchecked
def _half_at(place: Ptr[u8], at: int, end: int) -> int:
    """The half of a surrogate pair that three bytes would be; -1 for none."""
    if at + 2 >= end or place[at] != 0xED or not 0xA0 <= place[at + 1] <= 0xBF or not 0x80 <= place[at + 2] <= 0xBF:
        return -1
    return 0xD000 | prim.zext(int, place[at + 1] & 0x3F) << 6 | prim.zext(int, place[at + 2] & 0x3F)
