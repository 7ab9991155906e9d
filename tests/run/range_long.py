"""Ranges with more items than memory has bytes: their length is a number like any other."""


def describe(r: range) -> str:
    return f"{len(r)} {r[0]} {r[-1]} {len(r) > 1_000_000_000_000_000} {len(r) // 3}"


def same(x: int) -> int:
    return x


def endless(r: range) -> None:
    """More numbers than an int counts: there is no length, and all else is as ever."""
    try:
        print(len(r))
    except OverflowError as e:
        print("no length:", e)
    print(r[-1], r[5], bool(r), r == range(r.start, r.stop, r.step), r.start in r, r.stop in r, -5 in r, r.count(-6), r.index(r[7]))
    for i in r:
        if i != r.start:
            break
    print(i, next(iter(reversed(r))))


def main() -> None:
    low, high = same(-9_223_372_036_854_775_807), same(2_147_483_647)
    endless(range(low, high))
    endless(range(high, low, -1))
    endless(range(low, -low))
    endless(range(low, -low, 2))
    print(describe(range(4_000_000_000_000_000_000)))
    print(describe(range(-9_000_000_000_000_000_000, 0, 7)))
    print(describe(range(5, -5_000_000_000_000_000_000, -3)))
    seen = 0
    for i in range(9_223_372_036_854_775_800, 9_223_372_036_854_775_807, 5):
        seen += i & 0xFF
    print(seen)


if __name__ == "__main__":
    main()
