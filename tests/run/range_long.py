"""Ranges with more items than memory has bytes: their length is a number like any other."""


def describe(r: range) -> str:
    return f"{len(r)} {r[0]} {r[-1]} {len(r) > 1_000_000_000_000_000} {len(r) // 3}"


def main() -> None:
    print(describe(range(4_000_000_000_000_000_000)))
    print(describe(range(-9_000_000_000_000_000_000, 0, 7)))
    print(describe(range(5, -5_000_000_000_000_000_000, -3)))
    seen = 0
    for i in range(9_223_372_036_854_775_800, 9_223_372_036_854_775_807, 5):
        seen += i & 0xFF
    print(seen)


if __name__ == "__main__":
    main()
