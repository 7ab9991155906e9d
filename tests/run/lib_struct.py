"""struct: every code in every byte order, alignment, buffers, ranges, messages."""

import struct
from struct import calcsize, pack, unpack
from typing import Final

HEADER: Final = "<IHBx4s"


def refused(step: int, n: int) -> bytes:
    if step == 0:
        return pack("<b", n)
    if step == 1:
        return pack(">h", n)
    if step == 2:
        return pack("<H", n)
    if step == 3:
        return pack(">H", n)
    if step == 4:
        return pack("<i", n)
    if step == 5:
        return pack(">I", n)
    if step == 6:
        return pack("<L", n)
    if step == 7:
        return pack("Q", n)
    if step == 8:
        return pack("B", n)
    if step == 9:
        return pack(">l", n)
    if step == 10:
        return pack("h", n)
    return pack(">Q", n)


def main() -> None:
    print(pack("<bBhHiIlLqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 5, -6, 7))
    print(pack(">bBhHiIlLqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 5, -6, 7), pack("!H", 258), pack("=I", 1))
    print(pack("@bhiq", 1, 2, 3, 4), pack("bl", 1, 2), pack("bi0q", 1, 2), pack("2x"), pack("3h", 1, 2, 3))
    print(pack("<f", 1.5), pack(">d", -2.25), pack("<d", 0.1), pack("f", 1), pack("<f", 3.4e38))
    print(pack("?", True), pack("?", 5), pack("??", "", "x"), pack("c", b"z"), pack("3s", b"ab"), pack("1s", b"abc"),
          pack("4p", b"abcdef"), pack("0s", b""), pack("< h h", 1, 2))
    print(unpack("<bBhHiIlLqQ", pack("<bBhHiIlLqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 5, -6, 7)))
    print(unpack(">bBhHiIlLqQ", pack(">bBhHiIlLqQ", -128, 0, -32768, 1, -2147483648, 2, -1, 3, -9223372036854775808, 9)))
    print(unpack("<fd?", pack("<fd?", 0.5, 0.1, False)), unpack(">f", b"\x7f\x80\x00\x00"), unpack("?", b"\x02"))
    print(unpack("2s3sc", b"abcdez"), unpack("4p", b"\x02abc"), unpack("3h", pack("3h", 7, 8, 9)))
    print(calcsize(HEADER), calcsize("@bhiq"), calcsize("bi0q"), calcsize("=bhiq"), calcsize("l"), calcsize("<l"))
    magic, version, kind, name = unpack(HEADER, pack(HEADER, 0xCAFEBABE, 3, 1, b"name"))
    print(hex(magic), version + kind, name.decode())
    data = bytearray(10)
    struct.pack_into("<hI", data, 2, -1, 99)
    struct.pack_into(">H", data, -2, 513)
    print(data, struct.unpack_from("<hI", data, 2), struct.unpack_from(">H", data, offset=8), struct.unpack_from("b", data))
    (count,) = unpack("<I", bytearray(b"\x01\x02\x00\x00"))
    print(count)
    for step, n in [(0, 200), (0, -129), (1, 40000), (2, -1), (2, 70000), (3, -1), (3, 70000), (4, 2147483648), (5, -1),
                    (5, 4294967296), (6, -1), (6, 4294967296), (7, -1), (8, 256), (9, -2147483649), (10, 40000), (11, -1), (11, 1)]:
        try:
            print(refused(step, n))
        except struct.error as error:
            print(step, n, error)
    for step in range(11):
        try:
            if step == 0:
                unpack("<hh", b"abc")
            elif step == 1:
                struct.unpack_from("<hh", b"abcdef", 4)
            elif step == 2:
                struct.unpack_from("<hh", b"abcdef", -2)
            elif step == 3:
                struct.unpack_from("<hh", b"abcdef", -20)
            elif step == 4:
                struct.pack_into("<hh", data, 8, 1, 2)
            elif step == 5:
                struct.pack_into("<hh", data, -3, 1, 2)
            elif step == 6:
                struct.pack_into("<hh", data, -30, 1, 2)
            elif step == 7:
                pack("c", b"ab")
            elif step == 8:
                pack("<f", 1e40)
            elif step == 9:
                print(pack("f", 1e40), pack("<f", float("inf")))
            else:
                struct.unpack_from("<hh", b"abcdef", 7)
        except (struct.error, OverflowError) as error:
            print(step, type(error).__name__, error)


if __name__ == "__main__":
    main()
