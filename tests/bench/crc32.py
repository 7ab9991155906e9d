"""CRC-32 of 64 KiB, a byte at a time through a table.  C twin: c/crc32.c."""

from lib.system import uptime_ns
from rumpk import w32

SIZE = 1 << 16


def make_table() -> list[w32]:
    """IEEE 802.3's polynomial, reflected: the remainder of each byte."""
    out: list[w32] = []
    for byte in range(256):
        rest = w32(byte)
        for _ in range(8):
            rest = (rest >> 1) ^ w32(0xEDB88320) if rest & 1 else rest >> 1
        out.append(rest)
    return out


TABLE = make_table()


def crc32(data: bytearray) -> int:
    crc = w32(0xFFFFFFFF)
    for byte in data:
        crc = TABLE[int((crc ^ w32(byte)) & 0xFF)] ^ (crc >> 8)
    return int(~crc)


def message() -> bytearray:
    data = bytearray(SIZE)
    state = w32(12345)
    for i in range(SIZE):
        state = state * 1103515245 + 12345
        data[i] = int(state >> 16) & 0xFF
    return data


def main() -> int:
    data = message()
    start = uptime_ns()
    result = crc32(data)
    elapsed = uptime_ns() - start
    print(result, elapsed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
