"""Bitwise operators on negative numbers work as on two's complement without an end."""


def popcount(x: int) -> int:
    count = 0
    while x:
        x &= x - 1
        count += 1
    return count


def main() -> None:
    values = [0, 1, -1, 2, -2, 5, -6, 255, -256, 0x5555555555555555, -0x5555555555555556]
    for a in values:
        for b in values:
            print(a, b, a & b, a | b, a ^ b)
        print(~a, -a, +a, ~~a == a)
    print(popcount(0), popcount(255), popcount(0x5555555555555555))
    print(0xFF, 0o17, 0b1010, 1_000_000, 0xdead_beef)
    print(6 & 3 | 8 ^ 1, 6 & (3 | 8) ^ 1, 1 | 2 == 2, ~1 & 3)
    x = 0b1100
    x &= 0b0110
    print(x)
    x |= 0b0001
    print(x)
    x ^= 0b1111
    print(x)
    for n in (0, 1, 2, 3, 255, 256, -1, -255, -256, 9223372036854775807):
        print(n, n.bit_length(), n.bit_count())


if __name__ == "__main__":
    raise SystemExit(main())
