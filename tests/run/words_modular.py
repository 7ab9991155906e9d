"""Machine words: all arithmetic is modulo 2^n, comparison and division are unsigned."""

from rumpk import w8, w16, w32, w64


def main() -> None:
    print(w8(255) + 1, w8(0) - 1, w8(16) * 16, w8(200) + w8(100), -w8(1), ~w8(0), ~w8(5), -w8(0))
    print(w16(65535) + 1, w16(0) - 1, w16(300) * w16(300))
    print(w32(0) - 1, w32(4294967295) * w32(4294967295), w32(2147483648) * 2, -w32(1))
    print(w64(0) - 1, w64(18446744073709551615) + 1, w64(4294967296) * w64(4294967296), -w64(2))
    print(w8(300), w8(-1), w16(65536 + 7), w32(-2), w32(1 << 40 | 9), w64(-1), w32(w64(1 << 33) + 5))
    print(w8(-1) > w8(1), w32(-1) // 2, w32(-1) % 10, divmod(w8(200), w8(7)), w64(-1) // w64(-2))
    print(w8(3) == w8(259), w32(5) < 6, w32(5) != w32(6))
    for shift in (0, 1, 7, 8, 9, 31, 32, 33, 63, 64, 100):
        print(shift, w8(0x81) << shift, w8(0x81) >> shift, w32(0x80000001) << shift, w32(0x80000001) >> shift,
              w64(-1) << shift, w64(-1) >> shift)
    try:
        print(w32(1) << -1)
    except ValueError as e:
        print(e)
    try:
        print(w32(1) // w32(0))
    except ZeroDivisionError as e:
        print(e)
    print(w8(0xf0) & 0x3c, w8(0xf0) | 0x0f, w8(0xff) ^ 0x55)
    print(f"{w32(0xdeadbeef):08x} {w64(-1):#x} {w8(5):08b} {w16(65535):,} {w64(-1):d}")
    print(int(w8(200)) + 100, int(w32(-1)) + 1, bool(w8(256)), bool(w8(1)), str(w64(-1)))
    x = w32(1)
    for _ in range(40):
        x = x * 1664525 + 1013904223
    print(x)


if __name__ == "__main__":
    raise SystemExit(main())
