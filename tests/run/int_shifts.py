"""Shifts: arithmetic to the right, any amount; a negative amount is an error."""


def main() -> None:
    for value in (1, -1, 5, -5, 255, -256, 9223372036854775807, -9223372036854775807):
        for count in (0, 1, 4, 31, 32, 62, 63, 64, 1000):
            print(value, count, value >> count)
    for count in range(0, 63, 7):
        print(1 << count, -1 << count, 3 << count if count < 61 else 0)
    print(1 << 62, -1 << 63)
    zero = 0
    print(zero << 62, zero << 63, zero << 64, zero << 1000)
    for count in (-1, -64):
        try:
            print(1 << count)
        except ValueError as e:
            print("left", e)
        try:
            print(1 >> count)
        except ValueError as e:
            print("right", e)
    x = 3
    x <<= 4
    print(x)
    x >>= 2
    print(x)
    print(1 << 3 + 1, (1 << 3) + 1, 1 + 2 << 3, 64 >> 2 >> 1)


if __name__ == "__main__":
    raise SystemExit(main())
