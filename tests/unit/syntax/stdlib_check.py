"""The running CPython's own library as a corpus: what `ast.parse` accepts, we accept with an equal tree, and what it
rejects, we reject.

    python -m tests.unit.syntax.stdlib_check --jobs 2 [--limit N | --sample N] [--site]
"""

from __future__ import annotations

import argparse
import ast
import multiprocessing
import random
import sys
import sysconfig
import time
import warnings
from dataclasses import dataclass
from pathlib import Path

from rumpkc.diagnostics import CompileError
from rumpkc.syntax.encoding import decode_source
from rumpkc.syntax.parse import parse_module
from tests.unit.syntax.compare import Comparer, Disagreement

SAMPLE_SEED = 20231


@dataclass(frozen=True)
class Result:
    """What became of one file: `problem` is empty where we agree with CPython."""

    path: str
    accepted: bool
    lines: int
    nodes: int
    formatted: int
    seconds: float
    problem: str


def corpus(site: bool = False) -> list[Path]:
    """Every .py file of the standard library, tests included; with `site` also the installed packages."""
    root = Path(sysconfig.get_paths()["stdlib"])
    return sorted(path for path in root.rglob("*.py") if site or "site-packages" not in path.parts)


def check_file(path: Path) -> Result:
    """Parse one file with both parsers and compare."""
    data = path.read_bytes()
    theirs = None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            theirs = ast.parse(data)
        except (SyntaxError, ValueError):
            pass
        started = time.perf_counter()
        problem, ours, text = "", None, ""
        try:
            source = decode_source(str(path), data)
            text = source.text.replace("\r\n", "\n").replace("\r", "\n")
            ours = parse_module(source)
        except CompileError as error:
            where = error.diagnostics[0].span
            problem = f"refused: {where.line}:{where.col}: {error}" if theirs is not None else ""
        seconds = time.perf_counter() - started
        comparer = Comparer(text)
        if ours is not None and theirs is None:
            problem = "accepted, but CPython refuses it"
        elif ours is not None and theirs is not None:
            try:
                comparer.module(ours, theirs)
            except Disagreement as error:
                problem = str(error)
    return Result(str(path), theirs is not None, text.count("\n"), comparer.nodes, comparer.formatted, seconds, problem)


def check(paths: list[Path], jobs: int) -> list[Result]:
    """Check files on `jobs` processes; results in the order of `paths`."""
    sys.setrecursionlimit(20_000)
    if jobs <= 1:
        return [check_file(path) for path in paths]
    with multiprocessing.Pool(jobs) as pool:
        return pool.map(check_file, paths, chunksize=20)


def summary(results: list[Result]) -> str:
    """One line of counts."""
    accepted = sum(result.accepted for result in results)
    lines, seconds = sum(r.lines for r in results), sum(r.seconds for r in results)
    nodes, formatted = sum(r.nodes for r in results), sum(r.formatted for r in results)
    return (f"{len(results)} files ({accepted} accepted by ast.parse, {len(results) - accepted} refused), "
            f"{lines:,} lines, {nodes:,} nodes, {formatted:,} f-string expressions compared; "
            f"{sum(bool(r.problem) for r in results)} disagreements; "
            f"{lines / max(seconds, 1e-9):,.0f} lines/s a process")


def main() -> int:
    """The command; exit status 1 where a file disagrees."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--limit", type=int, help="the first N files")
    options.add_argument("--sample", type=int, help="N files, the same ones every time")
    options.add_argument("--site", action="store_true", help="installed packages too")
    chosen = options.parse_args()
    paths = corpus(chosen.site)
    if chosen.sample:
        paths = sorted(random.Random(SAMPLE_SEED).sample(paths, min(chosen.sample, len(paths))))
    results = check(paths[:chosen.limit], chosen.jobs)
    for result in results:
        if result.problem:
            print(f"{result.path}: {result.problem}")
    print(summary(results))
    return 1 if any(result.problem for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
