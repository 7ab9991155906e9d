"""What words are for: rotations, FNV-1a, CRC-32, xorshift, Adler-32, a Feistel network."""

from rumpk import w8, w16, w32, w64


def rotl(x: w32, n: int) -> w32:
    return (x << n) | (x >> (32 - n))


def fnv1a(data: bytes) -> w64:
    h = w64(0xCBF29CE484222325)
    for byte in data:
        h ^= w64(byte)
        h *= 0x100000001B3
    return h


def crc32(data: bytes) -> w32:
    crc = ~w32(0)
    for byte in data:
        crc ^= w32(byte)
        for _ in range(8):
            if crc & 1:
                crc = (crc >> 1) ^ 0xEDB88320
            else:
                crc >>= 1
    return ~crc


def adler32(data: bytes) -> w32:
    a = w32(1)
    b = w32(0)
    for byte in data:
        a = (a + w32(byte)) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def xorshift(state: w64) -> w64:
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state


def internet_checksum(data: bytes) -> w16:
    total = w32(0)
    for i in range(0, len(data) - 1, 2):
        total += w32(data[i]) << 8 | w32(data[i + 1])
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~w16(int(total))


def main() -> None:
    for n in (1, 8, 16, 31):
        print(f"{rotl(w32(0x80000001), n):08x}")
    for text in ("", "a", "foobar", "The quick brown fox jumps over the lazy dog"):
        data = text.encode()
        print(f"{fnv1a(data):016x} {crc32(data):08x} {adler32(data):08x}")
    state = w64(88172645463325252)
    for _ in range(5):
        state = xorshift(state)
        print(state)
    print(f"{internet_checksum(bytes([0x45, 0, 0, 0x3c, 0x1c, 0x46, 0x40, 0, 0x40, 6, 0, 0])):04x}")
    left, right = w32(0x01234567), w32(0x89ABCDEF)
    for key in range(8):
        left, right = right, left ^ (rotl(right, 5) + w32(key) * 0x9E3779B9)
    print(f"{left:08x}{right:08x}")
    sequence = w8(250)
    seen: list[int] = []
    for _ in range(10):
        seen.append(int(sequence))
        sequence += 1
    print(seen)


if __name__ == "__main__":
    raise SystemExit(main())
