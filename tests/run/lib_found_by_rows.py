"""What random rows of the library found: dicts of mappings, half floats, `pack_into` that fails, ordinals, infinite spreads."""
import bisect
import datetime
import hashlib
import statistics
import struct
import time
import zlib
from collections import ChainMap
from collections.abc import Iterator


class Squares:
    """A mapping by its methods."""

    def __init__(self, n: int) -> None:
        self.n = n

    def keys(self) -> list[int]:
        return list(range(self.n))

    def __getitem__(self, key: int) -> int:
        return key * key

    def __iter__(self) -> Iterator[tuple[str, int]]:
        yield "wrong", 0


def mappings() -> None:
    print(dict(ChainMap({"ab": 1, "c": 2}, {"de": 3})), dict(Squares(4)))
    d = {7: 0}
    d.update(Squares(3))
    e: dict[str, int] = {}
    e.update(ChainMap({"xy": 1}), k=2)
    print(d, e)


def halves() -> None:
    values = [0.0, -0.0, 1.0, -2.5, 65504.0, 65519.0, 5.960464477539063e-08, 2.98e-08, 2.9802322387695312e-08, 3e-08, 6.1e-05, 0.1,
              1.0009765625, 1.00048828125, 1.00146484375, float("inf"), -float("inf"), 1e-30, 1023.5, 2048.5, 2049.5]
    for value in values:
        data = struct.pack("<e", value)
        print(value, data.hex(), struct.unpack("<e", data)[0], struct.pack(">e", value) == data[::-1])
    for large in (65520.0, -1e9):
        try:
            struct.pack("e", large)
        except OverflowError as error:
            print(error)
    print(struct.unpack("<3e", b"\x01\x00\xff\x03\x00\x7e"), struct.calcsize("be"), struct.calcsize("<be"))


def failing() -> None:
    out = bytearray(b"abcdefgh")
    try:
        struct.pack_into("<BBB", out, 2, 1, 2, 300)
    except struct.error as error:
        print(error, out)
    for number in (0, -1, 3652059, 3652060, 4000000, 1 << 40):
        try:
            print(datetime.date.fromordinal(number), datetime.datetime.fromordinal(number))
        except (ValueError, OverflowError) as error:
            print(type(error).__name__, error)
    inf = float("inf")
    print(statistics.variance([inf, 1.0]), statistics.pvariance([inf, -inf, 2.0]), statistics.variance([1.0, 2.5]))
    try:
        print(statistics.stdev([inf, 1.0]))
    except AttributeError as error:
        print(error)
    try:
        hashlib.shake_128(b"").digest(-1)
    except SystemError as error:
        print(error)
    try:
        hashlib.shake_128(b"").hexdigest(-1)
    except MemoryError:
        print("memory")


def limits() -> None:
    print(zlib.adler32(b"", -5), zlib.adler32(b"ab", 0xFFFFFFFF), zlib.adler32(b"x" * 20, 0xFFF5FFF3))
    print(bisect.bisect_left([1, 2, 3], 4, 2, -1), bisect.bisect([1, 2, 3], 0, 0, -1), bisect.bisect([1, 2, 3], 5, 0, -2))
    print(time.gmtime(67768036191676799)[:6], time.gmtime(-67768040609740800)[:6])
    try:
        time.gmtime(67768036191676800)
    except OSError as error:
        print(error, error.errno)
    for year, month, day in ((2**40, 1, 1), (1, 2**40, 1), (1, 1, -2**40), (0, 1, 2**40), (0, 1, 1)):
        try:
            print(datetime.date(year, month, day))
        except (ValueError, OverflowError) as error:
            print(type(error).__name__, error)
    try:
        datetime.time(25, 0, 2**40)
    except OverflowError as error:
        print(error)


def main() -> None:
    limits()
    mappings()
    halves()
    failing()


if __name__ == "__main__":
    main()
