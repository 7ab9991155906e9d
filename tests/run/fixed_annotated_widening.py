"""A fixed-width operand beside an `int` variable widens to `int`; a literal takes the fixed type."""

from rumpk import u8, u32


def difference(x: u32, n: int) -> int:
    return x - n


def doubled(x: u32) -> u32:
    return x * 2


def widened(x: u8) -> int:
    return x


def main() -> None:
    x: u32 = 5
    n = 10
    print(x - n, n - x, x * -n, difference(3, 7))
    try:
        print(x - 10)
    except OverflowError:
        print("a literal takes the type u32")
    small: u8 = 255
    wide: int = small
    print(wide + 1, small + n, doubled(small), widened(small) - 300)
    try:
        print(small + 1)
    except OverflowError:
        print("small is a u8")


if __name__ == "__main__":
    raise SystemExit(main())
