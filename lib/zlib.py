"""`zlib`: CRC-32 (ISO 3309, the polynomial 0xEDB88320), Adler-32 (RFC 1950, section 8.2), and `decompress`.

There is no `compress`: which bytes it gives is a matter of zlib's C code, and others would not be CPython's.
"""

from typing import Final

from lib.inflate import Reader, error, fail, inflate

__all__ = ["DEFLATED", "DEF_BUF_SIZE", "MAX_WBITS", "adler32", "crc32", "decompress", "error"]

DEFLATED: Final = 8
DEF_BUF_SIZE: Final = 16384
MAX_WBITS: Final = 15


def _table() -> list[int]:
    out: list[int] = []
    for value in range(256):
        for _ in range(8):
            value = (value >> 1) ^ (0xEDB88320 if value & 1 else 0)
        out.append(value)
    return out


TABLE = _table()
MODULUS = 65521


def crc32(data: bytes | bytearray, value: int = 0) -> int:
    raw = data if isinstance(data, bytes) else bytes(data)
    crc = value & 0xFFFFFFFF ^ 0xFFFFFFFF
    for byte in raw:
        crc = TABLE[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


def adler32(data: bytes | bytearray, value: int = 1) -> int:
    raw = data if isinstance(data, bytes) else bytes(data)
    low, high = (value & 0xFFFF) % MODULUS, (value >> 16 & 0xFFFF) % MODULUS
    for byte in raw:
        low = (low + byte) % MODULUS
        high = (high + low) % MODULUS
    return high << 16 | low


def decompress(data: bytes | bytearray, /, wbits: int = MAX_WBITS, bufsize: int = DEF_BUF_SIZE) -> bytes:
    """What was compressed: a zlib stream, a bare one (`wbits` below 0), or a gzip file (`wbits` above 15)."""
    if bufsize < 0:
        raise ValueError("bufsize must be non-negative")
    raw = data if isinstance(data, bytes) else bytes(data)
    reader = Reader(raw, 0)
    if -15 <= wbits <= -8:
        return bytes(inflate(reader))
    if 24 <= wbits <= 31 or 40 <= wbits <= 47 and raw[:1] == b"\x1f":
        return _gzip(reader)
    if not (8 <= wbits <= 15 or 40 <= wbits <= 47 or wbits == 0):
        raise error("Error -2 while preparing to decompress data: inconsistent stream state")
    first, second = reader.byte(), reader.byte()
    if (first << 8 | second) % 31 != 0:
        fail("incorrect header check")
    if first & 15 != DEFLATED:
        fail("unknown compression method")
    if (first >> 4) + 8 > (wbits & 15 or 15):
        fail("invalid window size")
    if second & 32:
        raise error("Error 2 while decompressing data")
    out = bytes(inflate(reader))
    check = 0
    for _ in range(4):
        check = check << 8 | reader.byte()
    if check != adler32(out):
        fail("incorrect data check")
    return out


def _gzip(reader: Reader) -> bytes:
    """RFC 1952: a header, the stream, the checksum and the length."""
    if reader.byte() != 0x1F or reader.byte() != 0x8B:
        fail("incorrect header check")
    if reader.byte() != DEFLATED:
        fail("unknown compression method")
    flags = reader.byte()
    if flags & 0xE0:
        fail("unknown header flags set")
    for _ in range(6):
        reader.byte()
    if flags & 4:
        for _ in range(reader.byte() | reader.byte() << 8):
            reader.byte()
    for flag in (8, 16):
        while flags & flag and reader.byte() != 0:
            pass
    if flags & 2:
        found = crc32(reader.data[:reader.at]) & 0xFFFF
        if found != reader.byte() | reader.byte() << 8:
            fail("header crc mismatch")
    out = bytes(inflate(reader))
    if _little(reader) != crc32(out):
        fail("incorrect data check")
    if _little(reader) != len(out) & 0xFFFFFFFF:
        fail("incorrect length check")
    return out


def _little(reader: Reader) -> int:
    return reader.byte() | reader.byte() << 8 | reader.byte() << 16 | reader.byte() << 24
