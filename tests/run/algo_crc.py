"""CRC-8, CRC-16, CRC-32, Adler, Fletcher, FNV and DJB2, with words of the machine and with masks."""
import zlib

from rumpk import u32, w8, w16, w32, w64


def crc8(data: bytes, poly: int = 0x07) -> int:
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc << 1 ^ poly) & 0xFF if crc & 0x80 else crc << 1
    return crc


def crc16(data: bytes) -> w16:
    crc = w16(0xFFFF)
    for byte in data:
        crc ^= w16(byte) << 8
        for _ in range(8):
            crc = (crc << 1) ^ w16(0x1021) if crc & 0x8000 else crc << 1
    return crc


def table() -> list[w32]:
    out: list[w32] = []
    for n in range(256):
        c = w32(n)
        for _ in range(8):
            c = (c >> 1) ^ w32(0xEDB88320) if c & 1 else c >> 1
        out.append(c)
    return out


TABLE = table()


def crc32(data: bytes) -> u32:
    crc = w32(0xFFFFFFFF)
    for byte in data:
        crc = TABLE[int((crc ^ w32(byte)) & 0xFF)] ^ (crc >> 8)
    return u32(int(~crc))


def adler(data: bytes) -> int:
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def fletcher(data: bytes) -> int:
    low = high = w8(0)
    for byte in data:
        low += w8(byte)
        high += low
    return int(high) << 8 | int(low)


def fnv(data: bytes) -> w64:
    h = w64(0xCBF29CE484222325)
    for byte in data:
        h = (h ^ w64(byte)) * w64(0x100000001B3)
    return h


def djb2(text: str) -> w32:
    h = w32(5381)
    for c in text:
        h = h * 33 + w32(ord(c))
    return h


def main() -> None:
    for data in (b"", b"a", b"123456789", bytes(range(256))):
        print(f"{crc8(data):02x} {int(crc16(data)):04x} {int(crc32(data)):08x} {adler(data):08x} {fletcher(data):04x} {fnv(data):016x}")
        assert int(crc32(data)) == zlib.crc32(data)
    print(int(djb2("hello")), int(djb2("")))
