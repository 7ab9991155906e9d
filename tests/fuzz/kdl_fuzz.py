"""Mutated KDL documents, parsed by the compiled library on the host CPU, and by CPython where both are asked for.

    python -m tests.fuzz.kdl_fuzz --count 1000000             # compiled only
    python -m tests.fuzz.kdl_fuzz --count 20000 --both        # the digests must be equal
"""

from __future__ import annotations

import argparse
import random
import sys
import time

from tests import qemu

PROGRAM = qemu.ROOT / "tests" / "programs" / "kdl_mutants.py"


def compiled(seed: int, count: int, timeout: float) -> qemu.Result:
    return qemu.run(qemu.build(PROGRAM, "host", 2), "host", f"{seed} {count}\n".encode(), timeout)


def by_cpython(seed: int, count: int, timeout: float) -> qemu.Result:
    command = [sys.executable, str(qemu.ROOT / "tests" / "cpython_main.py"), str(PROGRAM)]
    return qemu.execute(command, f"{seed} {count}\n".encode(), timeout)


def main() -> int:
    """The command; exit status 1 where a document breaks the parser, or the two differ."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=random.randrange(10**6))
    options.add_argument("--count", type=int, default=100_000)
    options.add_argument("--both", action="store_true", help="let CPython parse the same documents")
    options.add_argument("--budget", type=float, default=3600, help="seconds")
    chosen = options.parse_args()
    start = time.monotonic()
    got = compiled(chosen.seed, chosen.count, chosen.budget)
    print(f"seed {chosen.seed}, {chosen.count} documents in {time.monotonic() - start:.1f} s: {got.stdout.decode().strip()}")
    same = not chosen.both or by_cpython(chosen.seed, chosen.count, chosen.budget).stdout == got.stdout
    print(got.stderr, end="", file=sys.stderr)
    return 0 if got.code == 0 and same else 1


if __name__ == "__main__":
    sys.exit(main())
