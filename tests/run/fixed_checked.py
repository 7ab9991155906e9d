"""Fixed-width integers keep their type and raise OverflowError outside their range."""

from rumpk import i8, i64, u8, u16, u32, u64, usize


def add8(a: u8, b: u8) -> str:
    try:
        return str(a + b)
    except OverflowError:
        return "overflow"


def sub32(a: u32, b: u32) -> str:
    try:
        return str(a - b)
    except OverflowError:
        return "overflow"


def mul64(a: u64, b: u64) -> str:
    try:
        return str(a * b)
    except OverflowError:
        return "overflow"


def main() -> None:
    print(add8(u8(200), u8(55)), add8(u8(200), u8(56)), add8(u8(0), u8(0)))
    print(sub32(u32(5), u32(5)), sub32(u32(5), u32(6)))
    print(mul64(u64(4294967296), u64(4294967295)), mul64(u64(4294967296), u64(4294967296)))
    x = u8(250)
    count = 0
    try:
        while True:
            x += 1
            count += 1
    except OverflowError:
        print("stopped at", x, "after", count)
    for value in (0, 255, 256, -1, 1000):
        try:
            print(u8(value), end=" ")
        except OverflowError as e:
            print(f"[{e}]", end=" ")
    print()
    top = u64(18446744073709551615)
    print(top, top // 10, top % 10, top >> 63, top > u64(0), f"{top:x} {top:,}", top / 2)
    print(u16(65535) // 256, u16(65535) % 256, divmod(u16(1000), u16(7)))
    print(~u8(1), ~u32(0), ~i8(0), u8(0b1100) & 0b0110, u8(12) | 3, u8(12) ^ 10)
    print(u8(1) << 7, u32(1) << 31, u64(1) << 63, u8(128) >> 3)
    for shift in (7, 8, 9, 70):
        try:
            print(u8(1) << shift)
        except OverflowError:
            print("shift overflow", shift)
    print(u8(3) == u8(3), u8(3) < 4, u8(200) > 100, u32(7) != 7)
    try:
        print(-u8(1))
    except OverflowError:
        print("no negative u8")
    try:
        print(u32(1) // u32(0))
    except ZeroDivisionError as e:
        print(e)
    try:
        print(i64(9223372036854775807) + 1)
    except OverflowError:
        print("i64 overflow")
    try:
        print(i64(-9223372036854775808) // -1)
    except OverflowError:
        print("i64 division overflow")
    print(usize(12) * 4, int(u8(200)) + 100, int(u8(7)) - 10, float(u8(3)))


if __name__ == "__main__":
    raise SystemExit(main())
