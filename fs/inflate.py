"""A DEFLATE stream (RFC 1951) of at most a page, without memory of its own. `lib/inflate.py` is the one for programs.

The streams are the build's own, so what is wrong in one ends it, and is no error: tests unpack what was packed.
"""

from typing import Final

from rumpk import Array, Ptr, noalloc, u8, unchecked, usize

MOST_BITS: Final = 15
LITERALS: Final = 288                   # symbols of the first code,
DISTANCES: Final = 30                   # and of the second
CODES: Final = 2
OF_LITERALS: Final = 0
OF_DISTANCES: Final = 1
LENGTHS: Final = MOST_BITS + 1
END: Final = 256
ORDER: Final = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)      # section 3.2.7


class Stream:
    """Bits of a stream, the lowest of each byte first; and where they go."""

    def __init__(self) -> None:
        self.data: usize = usize(0)
        self.size: int = 0
        self.at: int = 0
        self.kept: int = 0              # bits that were read and not used
        self.count: int = 0
        self.out: usize = usize(0)
        self.done: int = 0              # bytes written
        self.room: int = 0


_stream: Stream = Stream()
# The two prefix codes: how many codes each length has, and the symbols in the order of their codes.
_counts: Array[int, CODES * LENGTHS] = Array[int, CODES * LENGTHS]()
_symbols: Array[int, CODES * LITERALS] = Array[int, CODES * LITERALS]()
_lengths: Array[int, LITERALS + DISTANCES + 2] = Array[int, LITERALS + DISTANCES + 2]()


@noalloc
def inflate_page(data: Ptr[u8], size: int, out: Ptr[u8], room: int) -> int:
    """Unpack; how many bytes came out."""
    s = _stream
    s.data, s.size, s.at, s.kept, s.count = usize(data), size, 0, 0, 0
    s.out, s.done, s.room = usize(out), 0, room
    last = 0
    while last == 0 and s.at <= s.size:
        last = bits(s, 1)
        kind = bits(s, 2)
        if kind == 0:
            stored(s)
        elif kind == 1:
            fixed_codes()
            block(s)
        elif kind == 2 and dynamic_codes(s):
            block(s)
        else:
            break
    return s.done


@noalloc
@unchecked
def bits(s: Stream, count: int) -> int:
    """The next bits as a number; zeros behind the end, which `at` then shows."""
    while s.count < count:
        if s.at < s.size:
            s.kept |= int(Ptr[u8](s.data)[s.at]) << s.count
        s.at += 1
        s.count += 8
    value = s.kept & (1 << count) - 1
    s.kept >>= count
    s.count -= count
    return value


@noalloc
@unchecked
def symbol(s: Stream, code: int) -> int:
    """The next symbol of a code; -1 where none has these bits."""
    value, first, place = 0, 0, 0
    for length in range(1, MOST_BITS + 1):
        value |= bits(s, 1)
        count = _counts[code * LENGTHS + length]
        if value - first < count:
            return _symbols[code * LITERALS + place + value - first]
        place += count
        first = first + count << 1
        value <<= 1
    return -1


@noalloc
def put(s: Stream, byte: u8) -> None:
    if s.done < s.room:
        Ptr[u8](s.out)[s.done] = byte
        s.done += 1


@noalloc
def stored(s: Stream) -> None:
    """Section 3.2.4."""
    s.kept, s.count = 0, 0
    count = bits(s, 16)
    bits(s, 16)
    for _ in range(count):
        put(s, u8(bits(s, 8)))


@noalloc
def make_code(code: int, base: int, count: int) -> None:
    """Section 3.2.2, of lengths in `_lengths` from `base` on."""
    for length in range(MOST_BITS + 1):
        _counts[code * LENGTHS + length] = 0
    for index in range(count):
        _counts[code * LENGTHS + _lengths[base + index]] += 1
    _counts[code * LENGTHS] = 0
    place = 0
    for length in range(1, MOST_BITS + 1):
        if _counts[code * LENGTHS + length] > 0:
            for index in range(count):
                if _lengths[base + index] == length:
                    _symbols[code * LITERALS + place] = index
                    place += 1


@noalloc
def fixed_codes() -> None:
    """Section 3.2.6."""
    for index in range(LITERALS):
        _lengths[index] = 8 if index < 144 else 9 if index < 256 else 7 if index < 280 else 8
    make_code(OF_LITERALS, 0, LITERALS)
    for index in range(DISTANCES):
        _lengths[index] = 5
    make_code(OF_DISTANCES, 0, DISTANCES)


@noalloc
def dynamic_codes(s: Stream) -> bool:
    """Section 3.2.7. False: that is no code."""
    literals, distances, known = bits(s, 5) + 257, bits(s, 5) + 1, bits(s, 4) + 4
    if literals > LITERALS - 2 or distances > DISTANCES:
        return False
    for index in range(len(ORDER)):
        _lengths[ORDER[index]] = bits(s, 3) if index < known else 0
    make_code(OF_LITERALS, 0, len(ORDER))
    filled = 0
    while filled < literals + distances:
        found = symbol(s, OF_LITERALS)
        if found < 0 or found == 16 and filled == 0:
            return False
        value, times = found, 1
        if found == 16:
            value, times = _lengths[filled - 1], 3 + bits(s, 2)
        elif found > 16:
            value, times = 0, 3 + bits(s, 3) if found == 17 else 11 + bits(s, 7)
        if filled + times > literals + distances:
            return False
        for _ in range(times):
            _lengths[filled] = value
            filled += 1
    make_code(OF_LITERALS, 0, literals)
    make_code(OF_DISTANCES, literals, distances)
    return True


@noalloc
def block(s: Stream) -> None:
    """Section 3.2.5: literals, and copies of what was there before."""
    while s.at <= s.size + 8:
        found = symbol(s, OF_LITERALS)
        if found < 0 or found == END or found > 285:
            return
        if found < END:
            put(s, u8(found))
            continue
        count = length_of(s, found - 257)
        found = symbol(s, OF_DISTANCES)
        if found < 0:
            return
        back = distance_of(s, found)
        if back > s.done:
            return
        for _ in range(count):
            put(s, Ptr[u8](s.out)[s.done - back])


@noalloc
def length_of(s: Stream, code: int) -> int:
    """Four codes in a row have the same number of extra bits."""
    if code < 8:
        return code + 3
    if code == 28:
        return 258
    extra = code // 4 - 1
    return 3 + (4 + code % 4 << extra) + bits(s, extra)


@noalloc
def distance_of(s: Stream, code: int) -> int:
    """Two codes in a row have the same number of extra bits."""
    if code < 4:
        return code + 1
    extra = code // 2 - 1
    return 1 + (2 + code % 2 << extra) + bits(s, extra)
