"""More of test_numbers.py: `python -m tests.unit.lib.campaign --seed 7 --count 100000 [--target host] [--functions sin cos]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))        # `import qemu`, as in the tests

from tests.unit.lib import compare  # noqa: E402


def main() -> int:
    """0 where nothing differs that may not."""
    parser = argparse.ArgumentParser(description="numbers of compiled programs against CPython")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100000, help="cases of each kind")
    parser.add_argument("--target", default="host")
    parser.add_argument("--functions", nargs="*", default=None, help="only these of math_cases.py")
    options = parser.parse_args()
    print(f"seed {options.seed}")
    wrong, rates = compare.functions(options.target, options.seed, options.count, options.functions)
    if options.functions is None:
        wrong += compare.formats(options.target, options.seed, options.count)
        wrong += compare.reprs(options.target, options.seed, options.count)
    for name, (total, off) in rates.items():
        print(f"{name:10} {total:8} cases, {100 - 100 * off / total:.3f} % equal")
    print(*wrong[:50], f"{len(wrong)} differ that may not", sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
