"""A table that no board has room for."""

from rumpk import Array, u8

TABLE: Array[u8, 1_000_000_000] = Array[u8, 1_000_000_000]()


def main() -> int:
    n = len(input())
    TABLE[n] = u8(1)
    return int(TABLE[n * n])


if __name__ == "__main__":
    raise SystemExit(main())
