"""A fixed-width type widens by itself where nothing is lost: operands, arguments, results, elements."""

from rumpk import i16, i32, i64, u8, u16, u32, u64


def takes_u32(x: u32) -> u32:
    return x * 2


def takes_int(x: int) -> int:
    return x // 3


def widened(x: u8) -> int:
    return x


def main() -> None:
    a = u8(200)
    b = u32(100000)
    print(a + b, b + a, b - a, a * b, b // a, b % a)
    print(a + u16(65000), a + i16(-300), i32(-70000) + u16(65535), u32(4294967295) + i64(-1))
    print(takes_u32(b), takes_int(a), takes_int(b), widened(a) - 100)
    try:
        print(a + u8(100))
    except OverflowError:
        print("u8 + u8 stays u8")
    print(u16(a) + u8(100), int(a) + int(u8(100)))
    print(a < b, a == u32(200), u64(1) << u8(40), u8(3) | u16(256))
    total = u64(0)
    for value in (u8(255), u8(255), u8(3)):
        total += value
    print(total)
    values: list[int] = [int(a), int(b), -1]
    print(values, max(values), min(values))
    print(a / u8(3), a + 0.5, 0.5 * b)


if __name__ == "__main__":
    raise SystemExit(main())
