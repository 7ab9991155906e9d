from typing import Final

from rumpk import u8, u64, w64

BOTH: Final = 2**63


def of_int(n: int, keys: list[int]) -> None:
    print(2**63, n & 0xFFFF_FFFF_FFFF_FFFF, n % 2**64, 2**63 >> n, -(2**63) - 1)
    x = BOTH
    rows = [2**63 for _ in range(3)]
    f = lambda: 2**64
    print(x, rows, f(), sum(2**63 + i for i in range(3)), {"a": 2**63}, f"{2**63}", n if n else 2**63)


def main() -> None:
    of_int(5, [])


if __name__ == "__main__":
    main()
