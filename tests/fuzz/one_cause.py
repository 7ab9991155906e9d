"""One mistake in a program that is right: whatever is said is said of that mistake.

    from heapqq import heappush     every error is about `heapqq`; nothing follows from it
    def totall(xs): …               every error is about `total`, which is used
    async def total(xs): …          the one error is E0430

    python -m tests.fuzz.one_cause --seconds 600 --seed 7
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import time
from pathlib import Path

from rumpkc.diagnostics import Diagnostic
from tests.fuzz.check_fuzz import ROOT, Checker

IMPORT = re.compile(r"^from (\w+)", re.MULTILINE)
NAMED = re.compile(r"^(?:def|class) (\w+)", re.MULTILINE)
FUNCTION = re.compile(r"^ *(?=def (\w+))", re.MULTILINE)
AT_COMPILE_TIME = "E0490"               # a body of a module runs without what the mistake took away


def broken(text: str, rng: random.Random) -> tuple[str, str] | None:
    """`text` with one mistake, and the word that every error has to mention; None where it has no place for one."""
    kind = rng.choice((IMPORT, NAMED, FUNCTION))
    places = [m for m in kind.finditer(text) if m[1] not in ("__future__", "rumpk", "main", "_")
              and (kind is not NAMED or len(re.findall(rf"\b{m[1]}\b", text)) > 1)]
    if not places:
        return None
    place = rng.choice(places)
    if kind is FUNCTION:
        return f"{text[:place.end()]}async {text[place.end():]}", "async"
    return f"{text[:place.end()]}zq{text[place.end():]}", place[1]


def others(found: list[Diagnostic], word: str) -> list[Diagnostic]:
    """The errors that are about something else."""
    return [d for d in found if d.is_error and word not in d.message and d.code != AT_COMPILE_TIME]


def campaign(seed: int, seconds: float, count: int) -> tuple[dict[str, list[Diagnostic]], int]:
    """Programs of tests/run with a mistake each: those of which something else is said, and how many were tried."""
    rng = random.Random(seed)
    files = sorted((ROOT / "tests" / "run").glob("*.py"))
    found: dict[str, list[Diagnostic]] = {}
    tried, end = 0, time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        checker = Checker(Path(folder))
        while tried < count and time.monotonic() < end:
            path = rng.choice(files)
            made = broken(path.read_text(encoding="utf-8"), rng)
            if made is None:
                continue
            tried += 1
            more = others(checker.diagnostics(made[0]), made[1])
            if more:
                found[f"{path.name}: {made[1]}"] = more
    return found, tried


def main() -> int:
    """The command line: what was found, and 1 if anything was."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=random.randrange(10**6))
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--count", type=int, default=10**9)
    args = options.parse_args()
    print(f"seed {args.seed}")
    found, tried = campaign(args.seed, args.seconds, args.count)
    for name, more in found.items():
        print(name, *(f"    {d.span.line}: {d.code} {d.message}" for d in more), sep="\n")
    print(f"{tried} programs, {len(found)} with something else")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
