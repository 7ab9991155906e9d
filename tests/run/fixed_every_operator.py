"""Every operator of every integer type on pairs of boundary values: the value, or the exception and its text."""

from typing import TypeVar

from rumpk import i8, i16, i32, i64, u8, u16, u32, u64, usize, w8, w16, w32, w64

T = TypeVar("T")


def sums(a: T, b: T) -> list[str]:
    out: list[str] = []
    try:
        out.append(str(a + b))
    except OverflowError as e:
        out.append(f"+ {e}")
    try:
        out.append(str(a - b))
    except OverflowError as e:
        out.append(f"- {e}")
    try:
        out.append(str(a * b))
    except OverflowError as e:
        out.append(f"* {e}")
    return out


def quotients(a: T, b: T) -> list[str]:
    out: list[str] = []
    try:
        out.append(f"{a // b}")
    except (OverflowError, ZeroDivisionError) as e:
        out.append(f"// {e}")
    try:
        out.append(f"{a % b}")
    except (OverflowError, ZeroDivisionError) as e:
        out.append(f"% {e}")
    try:
        q, r = divmod(a, b)
        out.append(f"{q} {r}")
    except (OverflowError, ZeroDivisionError) as e:
        out.append(f"divmod {e}")
    return out


def bits(a: T, b: T) -> list[str]:
    return [str(a & b), str(a | b), str(a ^ b), str(~a), str(a == b), str(a != b), str(a < b), str(a <= b), str(a > b),
            str(a >= b), f"{a:#x} {a:+d}", hex(a), str(bool(a)), str(hash(a) == hash(b))]


def negated(a: T) -> str:
    try:
        return str(-a)
    except OverflowError as e:
        return f"- {e}"


def shifts(a: T, n: int) -> list[str]:
    out: list[str] = []
    try:
        out.append(str(a << n))
    except (OverflowError, ValueError) as e:
        out.append(f"<< {type(e).__name__} {e}")
    try:
        out.append(str(a >> n))
    except (OverflowError, ValueError) as e:
        out.append(f">> {type(e).__name__} {e}")
    return out


def power(a: u8, k: int) -> str:
    try:
        return str(a ** k)
    except OverflowError as e:
        return str(e)


def power_i64(a: i64, k: int) -> str:
    try:
        return str(a ** k)
    except OverflowError as e:
        return str(e)


def table(name: str, values: list[T]) -> None:
    for a in values:
        print(name, a, negated(a), "; ".join([" ".join(shifts(a, n)) for n in (0, 1, 7, 8, 31, 63, 64, -1)]), sep="; ")
        for b in values:
            print(name, a, b, "; ".join([*sums(a, b), *quotients(a, b), *bits(a, b)]))


def conversions(values: list[int]) -> None:
    """Each value to each type: checked ones raise, words cut."""
    for x in values:
        print(x, w8(x), w16(x), w32(x), w64(x))
        try:
            print(u8(x), end=" ")
        except OverflowError as e:
            print(e, end=" ")
        try:
            print(i8(x), end=" ")
        except OverflowError as e:
            print(e, end=" ")
        try:
            print(u16(x), i16(x), end=" ")
        except OverflowError as e:
            print(e, end=" ")
        try:
            print(u32(x), end=" ")
        except OverflowError as e:
            print(e, end=" ")
        try:
            print(i32(x), i64(x), end=" ")
        except OverflowError as e:
            print(e, end=" ")
        try:
            print(u64(x), usize(x))
        except OverflowError as e:
            print(e)


def main() -> None:
    table("u8", [u8(0), u8(1), u8(7), u8(127), u8(128), u8(255)])
    table("u16", [u16(0), u16(1), u16(255), u16(256), u16(32768), u16(65535)])
    table("u32", [u32(0), u32(1), u32(65536), u32(2147483648), u32(4294967295)])
    table("u64", [u64(0), u64(1), u64(4294967296), u64(9223372036854775808), u64(18446744073709551615)])
    table("i8", [i8(0), i8(1), i8(-1), i8(7), i8(-128), i8(127)])
    table("i16", [i16(0), i16(1), i16(-1), i16(255), i16(-32768), i16(32767)])
    table("i32", [i32(0), i32(1), i32(-1), i32(65536), i32(-2147483648), i32(2147483647)])
    table("i64", [i64(0), i64(1), i64(-1), i64(3037000500), i64(-9223372036854775807 - 1), i64(9223372036854775807)])
    print(power(u8(0), 9), power(u8(3), 5), power(u8(3), 7), power(u8(255), 80), power(u8(2), 7), power(u8(2), 8))
    print(power_i64(i64(-2), 63), power_i64(i64(-2), 64), power_i64(i64(3037000500), 2), power_i64(i64(10), 18))
    conversions([0, 1, -1, 127, 128, 255, 256, -128, -129, 32767, 32768, 65535, 65536, -32769, 2147483647, 2147483648,
                 4294967295, 4294967296, -2147483649, 9223372036854775807, -9223372036854775807 - 1])
