"""DEFLATE streams read back (RFC 1951), in the frames of zlib (RFC 1950) and gzip (RFC 1952)."""

from typing import Never


class error(Exception):  # noqa: N801
    pass


def fail(words: str) -> Never:
    raise error(f"Error -3 while decompressing data: {words}")


def _tables(base: int, step: int, count: int, skip: int) -> list[int]:
    """The first value of each code: `step` codes in a row have the same number of extra bits."""
    out: list[int] = []
    for code in range(count):
        out.append(base)
        base += 1 << max(0, code // step - skip)
    return out


LENGTHS = [*_tables(3, 4, 28, 1), 258]
DISTANCES = _tables(1, 2, 30, 1)
ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]     # RFC 1951, section 3.2.7
FIXED = [8] * 144 + [9] * 112 + [7] * 24 + [8] * 8


class Codes:
    """A prefix code: how many codes each length has, and the symbols in the order of their codes."""

    def __init__(self, lengths: list[int]) -> None:
        self.counts = [0] * 16
        for length in lengths:
            self.counts[length] += 1
        self.counts[0] = 0
        self.left = 1                   # codes that are not used; below 0 there are too many
        places = [0] * 16
        for length in range(1, 16):
            self.left = self.left * 2 - self.counts[length]
            places[length] = places[length - 1] + self.counts[length - 1]
        self.symbols = [0] * len(lengths)
        for symbol, length in enumerate(lengths):
            if length:
                self.symbols[places[length]] = symbol
                places[length] += 1


class Reader:
    """Bits of a stream, the lowest of each byte first."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data = data
        self.at = at
        self.kept = 0
        self.count = 0

    def bits(self, count: int) -> int:
        while self.count < count:
            self.kept |= self.byte() << self.count
            self.count += 8
        out = self.kept & ((1 << count) - 1)
        self.kept >>= count
        self.count -= count
        return out

    def byte(self) -> int:
        if self.at >= len(self.data):
            raise error("Error -5 while decompressing data: incomplete or truncated stream")
        self.at += 1
        return self.data[self.at - 1]

    def align(self) -> None:
        """Forget what is left of the byte."""
        self.kept, self.count = 0, 0

    def symbol(self, codes: Codes, words: str) -> int:
        code, first, place = 0, 0, 0
        for length in range(1, 16):
            code |= self.bits(1)
            count = codes.counts[length]
            if code - first < count:
                return codes.symbols[place + code - first]
            place += count
            first = (first + count) << 1
            code <<= 1
        fail(words)


def inflate(reader: Reader) -> bytearray:
    """The bytes of the stream, which ends with its last block."""
    out = bytearray()
    last = 0
    while not last:
        last = reader.bits(1)
        kind = reader.bits(2)
        if kind == 0:
            _stored(reader, out)
        elif kind == 1:
            _block(reader, out, Codes(FIXED), Codes([5] * 30))
        elif kind == 2:
            lengths, distances = _dynamic(reader)
            _block(reader, out, lengths, distances)
        else:
            fail("invalid block type")
    reader.align()
    return out


def _stored(reader: Reader, out: bytearray) -> None:
    reader.align()
    count = reader.byte() | reader.byte() << 8
    if count != (reader.byte() | reader.byte() << 8) ^ 0xFFFF:
        fail("invalid stored block lengths")
    for _ in range(count):
        out.append(reader.byte())


def _dynamic(reader: Reader) -> tuple[Codes, Codes]:
    """The codes that a block begins with."""
    literals, distances, known = reader.bits(5) + 257, reader.bits(5) + 1, reader.bits(4) + 4
    if literals > 286 or distances > 30:
        fail("too many length or distance symbols")
    lengths = [0] * 19
    for at in range(known):
        lengths[ORDER[at]] = reader.bits(3)
    codes = Codes(lengths)
    if codes.left != 0:
        fail("invalid code lengths set")
    found: list[int] = []
    while len(found) < literals + distances:
        symbol = reader.symbol(codes, "invalid code lengths set")
        if symbol < 16:
            found.append(symbol)
            continue
        if symbol == 16 and not found:
            fail("invalid bit length repeat")
        value = found[-1] if symbol == 16 else 0
        count = 3 + reader.bits(2) if symbol == 16 else 3 + reader.bits(3) if symbol == 17 else 11 + reader.bits(7)
        if len(found) + count > literals + distances:
            fail("invalid bit length repeat")
        found += [value] * count
    if found[256] == 0:
        fail("invalid code -- missing end-of-block")
    one, two = Codes(found[:literals]), Codes(found[literals:])
    if one.left < 0 or one.left > 0 and sum(one.counts) != one.counts[1]:
        fail("invalid literal/lengths set")
    if two.left < 0 or two.left > 0 and sum(two.counts) != two.counts[1]:
        fail("invalid distances set")
    return one, two


def _block(reader: Reader, out: bytearray, lengths: Codes, distances: Codes) -> None:
    while True:
        symbol = reader.symbol(lengths, "invalid literal/length code")
        if symbol < 256:
            out.append(symbol)
            continue
        if symbol == 256:
            return
        code = symbol - 257
        if code >= 29:
            fail("invalid literal/length code")
        count = LENGTHS[code] + (reader.bits(max(0, code // 4 - 1)) if code < 28 else 0)
        code = reader.symbol(distances, "invalid distance code")
        if code >= 30:
            fail("invalid distance code")
        back = DISTANCES[code] + reader.bits(max(0, code // 2 - 1))
        if back > len(out):
            fail("invalid distance too far back")
        for _ in range(count):
            out.append(out[-back])
