"""Signed fixed-width types: both ends, floor division, arithmetic shifts."""

from rumpk import i8, i16, i32, i64


def main() -> None:
    for a in (-128, -7, -1, 0, 1, 7, 127):
        x = i8(a)
        print(x, x // 2, x % 2, x // -3 if a != -128 else 0, x % -3, x >> 1, ~x, x & 15, x | 1, x ^ -1)
    for b in (-129, 128, 1000):
        try:
            print(i8(b))
        except OverflowError as e:
            print(e)
    low = i8(-128)
    try:
        print(-low)
    except OverflowError:
        print("-(-128) overflows")
    try:
        print(abs(low))
    except OverflowError:
        print("abs(-128) overflows")
    try:
        print(low // i8(-1))
    except OverflowError:
        print("-128 // -1 overflows")
    print(low % i8(-1))
    try:
        print(low - 1)
    except OverflowError:
        print("-128 - 1 overflows")
    print(i16(-32768) + 32767, i32(-2147483648) + 1, i64(-9223372036854775807) - 1)
    try:
        print(i32(65536) * i32(32768))
    except OverflowError:
        print("i32 product overflows")
    print(i32(65536) * i32(-32768), i16(-5) * i16(7), i32(-7) / 2)
    print(i8(-5) < i8(3), i8(-5) == i8(-5), min(i8(-5), i8(3)), max(i16(-5), i16(3)))
    print(f"{i8(-100):5d}|{i8(-1):x}|{i16(-300):,}|{i32(5):+}|{i8(-3):b}")
    for shift in (0, 6, 7):
        try:
            print(i8(1) << shift, i8(-1) << shift)
        except OverflowError:
            print("overflow", shift)


if __name__ == "__main__":
    raise SystemExit(main())
