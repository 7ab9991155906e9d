"""Integers of different types compared by value, with floats, and the functions of the largest u64."""

from rumpk import i8, i32, i64, u8, u64, usize, w8, w64


def cmp(a: i64, b: u64) -> str:
    return f"{a == b} {a != b} {a < b} {a <= b} {a > b} {a >= b} {b == a} {b < a} {b <= a} {b > a} {b >= a}"


def cmp2(a: int, b: u64) -> str:
    return f"{a == b} {a != b} {a < b} {a <= b} {a > b} {a >= b} {b == a} {b < a} {b <= a} {b > a} {b >= a}"


def cmp3(a: i8, b: u8) -> str:
    return f"{a == b} {a != b} {a < b} {a <= b} {a > b} {a >= b} {b == a} {b < a} {b <= a} {b > a} {b >= a}"


def cmp4(a: i8, b: w64) -> str:
    return f"{a == b} {a != b} {a < b} {a <= b} {a > b} {a >= b} {b == a} {b < a} {b <= a} {b > a} {b >= a}"


def cmp5(a: w8, b: i32) -> str:
    return f"{a == b} {a != b} {a < b} {a <= b} {a > b} {a >= b} {b == a} {b < a} {b <= a} {b > a} {b >= a}"


def cmp6(a: u64, b: float) -> str:
    return f"{a == b} {a != b} {a < b} {a <= b} {a > b} {a >= b} {b == a} {b < a} {b <= a} {b > a} {b >= a}"


def cmp7(a: w64, b: usize) -> str:
    return f"{a == b} {a != b} {a < b} {a <= b} {a > b} {a >= b} {b == a} {b < a} {b <= a} {b > a} {b >= a}"


def main() -> None:
    for a in [i64(-1), i64(0), i64(5), i64(2**63-1), i64(-2**63)]:
        for b in [u64(0), u64(5), u64(2**63-1), u64(2**63), u64(2**64-1)]:
            print(a, b, cmp(a, b))
            print(a, b, cmp2(int(a), b))
            print(a, b, cmp7(w64(a), b))
    for c in [i8(-1), i8(0), i8(5), i8(127), i8(-128)]:
        for d in [u8(0), u8(5), u8(127), u8(128), u8(255)]:
            print(c, d, cmp3(c, d), cmp4(c, w64(d)), cmp5(w8(c), i32(d)))
    for b in [u64(0), u64(5), u64(2**53+1), u64(2**63-1), u64(2**63), u64(2**64-1)]:
        for f in [0.0, -0.5, 5.0, 5.5, 9007199254740992.0, 9007199254740994.0, 2.0**63, 2.0**64, 1e300, -1e300,
                  float("nan"), float("inf")]:
            print(b, f, cmp6(b, f))
    for n in [0, 1, 8, 9, 12]:
        for x in [u64(0), u64(255), u64(2**63-1), u64(2**63), u64(2**64-1)]:
            for s in [False, True]:
                for o in ["big", "little", "x"]:
                    try:
                        print(x.to_bytes(n, o, signed=s))
                    except (OverflowError, ValueError) as e:
                        print(type(e).__name__, e)
            print(x.bit_length(), x.bit_count())
    for p in [u64(0), u64(1), u64(2), u64(3), u64(2**32)]:
        for n in [0, 1, 2, 3, 40, 41, 63, 64]:
            try:
                print(p ** n, p ** u64(n))
            except OverflowError as e:
                print(e)
            print(w64(p) ** n, w64(p) ** w64(n), w8(3) ** u64(2**64 - 1))
    huge = u64(2**64 - 1)
    print(u64(1) ** huge, (-1) ** huge, 0 << huge, u64(7) >> huge, -7 >> huge, w8(9) << huge)
    print(u64("18446744073709551615"), u64(" 1_8 "), u64(1.9e19 / 1.1), huge == 1e30, huge < 1.5, w64(i8(-1)))
    print(2 ** u8(9), pow(u8(200), 1, 255) * 2, 1 << u8(20), w8(200) ** 3, pow(2, u8(3), 5))


if __name__ == "__main__":
    raise SystemExit(main())
