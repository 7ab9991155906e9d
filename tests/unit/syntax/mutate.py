"""Random damage to good programs: CPython's verdict and tree must be ours.

    python -m tests.unit.syntax.mutate --seed 7 --count 2000
"""

from __future__ import annotations

import argparse
import ast
import random
import re
import sys
import warnings
from pathlib import Path

from rumpkc.diagnostics import CompileError
from rumpkc.source import Source
from rumpkc.syntax.parse import parse_module
from tests.unit.syntax.compare import Comparer, Disagreement
from tests.unit.syntax.programs import programs
from tests.unit.syntax.stdlib_check import corpus

# What gets inserted: every keyword and mark, and a few values.
VOCABULARY = """False None True and as assert async await break class continue def del elif else except finally for from
global if import in is lambda nonlocal not or pass raise return try while with yield match case _ x f 1 0.5 2j 'a'
f'{x}' b'c' ( ) [ ] { } , : ; . ... = -> := + - * / ** @ | ~ // % << >> & ^ < > == != <= >= +=
** * \\ # ! $ ' " f"{ \t""".split()
_PIECES = re.compile(r"\w+|[ \t]+|\n|[^\w\s]")
MAX_LINES = 40


def corner(random_: random.Random) -> str:
    """One or a few neighbouring lines of the corner cases, which are denser than real code."""
    lines = random_.choice(programs("good_programs.txt")).split("\n")
    at = random_.randrange(len(lines))
    return "\n".join(lines[at:at + random_.choice((1, 1, 2, 5))]) + "\n"


def excerpt(paths: list[Path], random_: random.Random) -> str:
    """A random top-level statement of a random file, cut after MAX_LINES."""
    while True:
        try:
            text = random_.choice(paths).read_text("utf-8")
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                body = ast.parse(text).body
        except (UnicodeError, SyntaxError):
            continue
        if body:
            lines = text.split("\n")
            node = random_.choice(body)
            first = node.lineno - 1
            return "\n".join(lines[first:min(node.end_lineno or 0, first + MAX_LINES)]) + "\n"


def damage(text: str, random_: random.Random) -> str:
    """One to three small changes."""
    pieces = _PIECES.findall(text)
    for _ in range(random_.randint(1, 3)):
        if not pieces:
            break
        at = random_.randrange(len(pieces))
        kind = random_.randrange(7)
        if kind == 0:
            del pieces[at]
        elif kind == 1:
            pieces.insert(at, pieces[at])
        elif kind == 2:
            other = random_.randrange(len(pieces))
            pieces[at], pieces[other] = pieces[other], pieces[at]
        elif kind == 3:
            pieces.insert(at, random_.choice(VOCABULARY))
        elif kind == 4:
            pieces[at] = random_.choice(VOCABULARY)
        elif kind == 5:
            pieces.insert(at, f" {random_.choice(VOCABULARY)} ")
        else:
            pieces[at] = pieces[at][:-1]
    return "".join(pieces)


def verdict(text: str) -> str:
    """Empty where we agree with CPython on `text`; else what is wrong."""
    theirs = reason = None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            theirs = ast.parse(text)
            compile(theirs, "<mutant>", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError) as error:
            reason = error
    try:
        ours = parse_module(Source("<mutant>", text))
    except CompileError as error:
        return "" if reason is not None else f"we refuse what CPython compiles: {error}"
    except Exception as error:  # noqa: BLE001  (whatever it is, it is a bug, and the mutant must be shown)
        return f"crash: {error!r}"
    if theirs is None:
        return "" if has_new_syntax(text) else f"we accept what CPython refuses: {reason}"
    try:
        Comparer(text.replace("\r\n", "\n").replace("\r", "\n")).module(ours, theirs)
    except Disagreement as error:
        return str(error)
    return ""


def has_new_syntax(text: str) -> bool:
    """Whether the text may use PEP 695, which 3.11 does not know."""
    return re.search(r"\b(?:def|class)\s+\w+\s*\[|\btype\s+\w+\s*[\[=]", text) is not None


def run(seed: int, count: int) -> list[tuple[str, str]]:
    """Try `count` mutants; those on which we disagree, with the reason."""
    random_ = random.Random(seed)
    paths = corpus()
    failures = []
    for _ in range(count):
        whole = corner(random_) if random_.random() < 0.5 else excerpt(paths, random_)
        text = damage(whole, random_)
        problem = verdict(text)
        if problem:
            failures.append((problem, text))
    return failures


def main() -> int:
    """The command; exit status 1 where a mutant shows a disagreement."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=1000)
    chosen = options.parse_args()
    failures = run(chosen.seed, chosen.count)
    for problem, text in failures:
        print(f"---- {problem}\n{text}")
    print(f"seed {chosen.seed}: {chosen.count} mutants, {len(failures)} disagreements")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
