"""Damaged programs against the front end: whatever comes in, out comes IR or an error of the user's.

    python -m tests.fuzz.check_fuzz --seconds 600 --seed 7        # a campaign; each new trouble is shown, made small

Seeds are the programs of tests/run, tests/fail and apps and the examples of the codes' pages. Trouble is any exception
but CompileError, an E09xx diagnostic, a message that shows the checker's own names, endless recursion, and more than TIMEOUT_SECONDS for one program.
"""

from __future__ import annotations

import argparse
import ast
import random
import re
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from rumpkc.comptime import run as comptime_run
from rumpkc.compilation import Options, new_compilation, open_project
from rumpkc.diagnostics import CompileError, Diagnostic, render
from rumpkc.driver import LAST_OF_CHECK, run_passes
from rumpkc.source import Source, SourceMap
from rumpkc.syntax import tree
from rumpkc.syntax.parse import parse_cached
from rumpkc.tools.explain import PAGES
from tests.golden import INTERNALS
from tests.fuzz.mutate_types import expression_pool, mutant
from tests.fuzz.reduce import reduced

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TIMEOUT_SECONDS = 20
MAX_SEED_BYTES = 6000
RECURSION_LIMIT = 6000                  # mutants are never deep; the parser's own limit is far below
OPTIONS = Options("host", app=False, use_cache=False)


class TookTooLong(BaseException):
    """Raised by the alarm; not an Exception, so that nothing on the way takes it for its own."""


@dataclass(slots=True)
class Checker:
    """Runs the front end in this process, in a project of its own; trees of the library are kept between runs."""

    folder: Path
    last: str = LAST_OF_CHECK           # the pass after which to stop
    trees: dict[tuple[str, str], tree.Module] = field(default_factory=dict)

    def __post_init__(self) -> None:
        (self.folder / "toolchain.toml").write_text("")
        comptime_run.TIMEOUT_SECONDS = 5

    def trouble(self, text: str) -> str:
        """Empty where the front end behaves on `text`; else one line that names what went wrong, and where."""
        before = sys.getrecursionlimit()
        sys.setrecursionlimit(RECURSION_LIMIT)
        signal.signal(signal.SIGALRM, _too_long)
        signal.alarm(TIMEOUT_SECONDS)
        try:
            found = self.diagnostics(text)
            return next((_bucket(d) for d in found if d.code.startswith("E09") or _internal(d)), "")
        except TookTooLong:
            return f"no end within {TIMEOUT_SECONDS} s"
        except RecursionError as error:
            return f"endless recursion, {_cycle(error)}"
        except Exception as error:      # noqa: BLE001  (any exception at all is a finding)
            return f"{type(error).__name__} {_innermost(error)}"
        finally:
            signal.alarm(0)
            sys.setrecursionlimit(before)

    def diagnostics(self, text: str) -> list[Diagnostic]:
        """What the front end says of `text`; it can be shown."""
        path = self.folder / "mutant.py"
        path.write_text(text, encoding="utf-8")
        sources = SourceMap()
        c = new_compilation((path,), OPTIONS, open_project(self.folder, sources), sources)
        c.loader.parse = self.parse
        try:
            run_passes(c, self.last)
            found = c.diagnostics.in_order()
        except CompileError as error:
            found = list(error.diagnostics)
        for diagnostic in found:
            render(diagnostic, sources)
        return found

    def parse(self, source: Source) -> tree.Module:
        """The tree of a file; the mutant's is not kept."""
        key = (source.path, source.text)
        if key not in self.trees:
            if source.path == "mutant.py":
                return parse_cached(source, self.folder / "trees")
            self.trees[key] = parse_cached(source, self.folder / "trees")
        return self.trees[key]


def _too_long(signal_number: int, frame: FrameType | None) -> None:
    raise TookTooLong


def _internal(diagnostic: Diagnostic) -> bool:
    """Whether a message shows what only the checker knows of."""
    d = diagnostic
    return any(INTERNALS.search(text) for text in (d.message, d.note, d.help, *(label.text for label in d.labels)))


def _bucket(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.code} " + re.sub(r"`[^`]*`|\d+|<.*?>", "…", diagnostic.message)


def _innermost(error: BaseException) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"in {Path(frame.filename).name}:{frame.name}: {str(error)[:60]}"


def _cycle(error: BaseException) -> str:
    names = sorted({f"{Path(f.filename).stem}.{f.name}" for f in traceback.extract_tb(error.__traceback__)[-60:]})
    return f"through {', '.join(names[:6])}"


def seeds() -> list[str]:
    """The programs to damage, in a fixed order."""
    files = [*sorted((ROOT / "apps").glob("*.py")), *sorted((ROOT / "tests" / "run").glob("*.py")),
             *sorted((ROOT / "tests" / "fail").glob("*.py"))]
    texts = [path.read_text(encoding="utf-8") for path in files]
    for page in sorted(PAGES.glob("*.md")):
        texts += EXAMPLE.findall(page.read_text(encoding="utf-8"))
    return [text for text in texts if len(text) <= MAX_SEED_BYTES and _parses(text)]


def _parses(text: str) -> bool:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    return True


def mutants(seed: int) -> Iterator[str]:
    """Damaged programs without end; the same ones for the same seed."""
    dice = random.Random(seed)
    texts = seeds()
    pool = expression_pool(texts)
    while True:
        yield mutant(dice.choice(texts), dice, pool)


def campaign(seed: int, seconds: float, count: int, small: bool = True,
             last: str = LAST_OF_CHECK) -> tuple[dict[str, str], int]:
    """Try mutants until the time is over or `count` are done; each trouble with a program, and how many were tried."""
    found: dict[str, str] = {}
    tried = 0
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory(prefix="rumpkc-fuzz-") as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")         # CPython warns of `1 is None` and the like while it parses
        checker = Checker(Path(folder), last)
        for text in mutants(seed):
            if time.monotonic() > end or tried >= count:
                break
            tried += 1
            trouble = checker.trouble(text)
            if trouble and trouble not in found:
                if small and not trouble.startswith("no end"):
                    text = reduced(text, lambda t, trouble=trouble: checker.trouble(t) == trouble)
                found[trouble] = text
                print(f"---- {trouble}\n{text.strip()}\n", flush=True)
    return found, tried


def main() -> int:
    """The command; exit status 1 where a mutant found trouble."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--count", type=int, default=1_000_000)
    options.add_argument("--as-is", action="store_true", help="do not make the programs small")
    options.add_argument("--last", default=LAST_OF_CHECK, help="the last pass to run: effects, emit or object")
    chosen = options.parse_args()
    found, tried = campaign(chosen.seed, chosen.seconds, chosen.count, not chosen.as_is, chosen.last)
    print(f"seed {chosen.seed}: {tried} programs, {len(found)} kinds of trouble")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
