"""struct: numbers of 64 bits without a sign, packed from u64 and w64 and unpacked into places of these types."""

import struct
from dataclasses import dataclass
from struct import Struct, pack, unpack, unpack_from
from typing import Final

from rumpk import u8, u16, u32, u64, w32, w64

HEADER = Struct("<IQH")
WORD: Final = "<Q"


@dataclass
class Header:
    magic: int
    size: u64
    kind: u16

    @staticmethod
    def read(data: bytes) -> "Header":
        magic, size, kind = HEADER.unpack(data)
        return Header(magic, u64(size), u16(kind))


def fnv(data: bytes) -> w64:
    h = w64(0xCBF2_9CE4_8422_2325)
    for byte in data:
        h = (h ^ w64(byte)) * 0x100_0000_01B3
    return h


def packed() -> None:
    d: u64 = 2**64 - 1
    print(struct.pack("<Q", d).hex(), pack(">Q", d - 1).hex(), pack("Q", d).hex(), pack("@N", d).hex())
    print(pack("<Q", 2**63).hex(), pack(">QQ", 0xFFFF_FFFF_0000_0001, 7).hex(), pack(WORD, d // 3).hex())
    print(pack("<Q", fnv(b"rumpk")).hex(), pack("<IB", w32(0xDEAD_BEEF), u8(7)).hex())
    print(pack("<qQ", u64(5), u64(6)).hex(), pack("<HQ", u64(300), u32(7)).hex())
    out = bytearray(12)
    struct.pack_into(">Q", out, 2, d ^ 0xFF)
    print(out.hex(), HEADER.pack(7, d, 9).hex())


def unpacked() -> None:
    data = pack("<QQ", 2**64 - 1, 5)
    a: u64
    b: int
    a, b = unpack("<QQ", data)
    print(a, b)
    (a,) = struct.unpack("<Q", data[:8])
    c: u64 = struct.unpack("<Q", data[:8])[0]
    d: u64 = unpack_from("<Q", data, 8)[0]
    print(a, c, d, u64(unpack(">Q", data[:8])[0]) >> 1, w64(unpack("<QQ", data)[0]) + 1, a == c)
    pair: tuple[u64, int] = unpack("<QQ", data)
    print(pair, unpack("<QQ", pack("<QQ", 1, 2**62)), w64(unpack(WORD, data[8:])[0]) * 2**63)
    print(Header.read(HEADER.pack(1, 2**40, 3)), unpack("<q", data[:8])[0], unpack("<IQ", pack("<IQ", 1, 2)))


def refused(step: int, n: u64) -> bytes:
    match step:
        case 0:
            return pack("<B", n)
        case 1:
            return pack("<H", n)
        case 2:
            return pack(">H", n)
        case 3:
            return pack("<i", n)
        case 4:
            return pack(">I", n)
        case 5:
            return pack("<q", n)
        case 6:
            return pack(">q", n)
        case 7:
            return pack("@l", n)
        case 8:
            return pack("b", n)
        case _:
            return pack(">h", n)


def main() -> None:
    packed()
    unpacked()
    for n in (u64(3), u64(70_000), u64(2**40), u64(2**63), u64(2**64 - 1)):
        for step in range(10):
            try:
                print(step, n, refused(step, n).hex())
            except struct.error as e:
                print(step, n, "error:", e)


if __name__ == "__main__":
    main()
