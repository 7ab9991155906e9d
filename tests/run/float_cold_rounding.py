"""Roundings in functions that LLVM is told to make small."""

import math
import sys

from rumpk import cold


@cold
def rounded(x: float) -> tuple[int, int, int, int, float]:
    return math.floor(x), math.ceil(x), math.trunc(x), round(x), x // 1.0


def main() -> int:
    for x in (2.5, -2.5, 1e15 + 0.5, -0.0, 0.49999999999999994):
        print(rounded(x), x % 1.0, round(x, 1))
    print(math.exp(-740.5), 2.0 ** -1070.3, math.exp2(-1073.5), math.pow(2.0, -1074.0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
