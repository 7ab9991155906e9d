"""`zlib`, its checksums: CRC-32 (ISO 3309, the polynomial 0xEDB88320) and Adler-32 (RFC 1950, section 8.2)."""


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
    low, high = value & 0xFFFF, value >> 16 & 0xFFFF
    for byte in raw:
        low = (low + byte) % MODULUS
        high = (high + low) % MODULUS
    return high << 16 | low
