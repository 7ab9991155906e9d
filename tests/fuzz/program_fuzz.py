"""Random typed programs of classes, closures, generators, exceptions and containers: what is compiled does what CPython does.

    python -m tests.fuzz.program_fuzz --seed 7 --count 20000                    # on the host
    python -m tests.fuzz.program_fuzz --seed 7 --count 2000 --target riscv64    # on a board, many programs in a boot
    python -m tests.fuzz.program_fuzz --only 7/123                              # shows one program

Stdout must be the same byte for byte, and so must the exit status and the last line of the traceback of what ends a file.
A mismatch is made small and written to tests/regress/. What the compiler refuses is dropped and counted (`--refused`).
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from rumpkc.diagnostics import CompileError
from tests.fuzz.programs import machines
from tests.fuzz.programs.machines import Outcome
from tests.fuzz.programs.oracle import OUT_OF_RANGE
from tests.fuzz.programs.shrink import shrunk
from tests.fuzz.programs.unit import MARK, Unit, file, unit

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent.parent
REGRESS = ROOT / "tests" / "regress"
NO_PROGRAM = ("SyntaxError", "NameError", "UnboundLocal", "TypeError", "AttributeError", "ImportError")  # shrinking went too far
UNITS = {"host": 200, "riscv64": 100, "aarch64": 100}          # programs in one file


@dataclass(slots=True)
class Campaign:
    """Compiles and compares files of programs in a folder of its own."""

    folder: Path
    target: str = "host"
    opt_level: int = 0
    small: bool = True
    tried: int = 0
    compared: int = 0
    exhausted: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    troubles: dict[str, str] = field(default_factory=dict)     # program -> its small text
    times: Counter[str] = field(default_factory=Counter)

    def run(self, units: list[Unit]) -> None:
        """Compare the programs of one file."""
        self.tried += len(units)
        units, image = self.compiled(units)
        if not units or image is None:
            return
        path = self.folder / "program.py"
        wanted = self.timed("CPython", lambda: machines.cpython(path))
        got = self.timed("run", lambda: machines.executed(image, self.target))
        if machines.LATE in (wanted.code, got.code):
            print(f"---- {units[0].name} to {units[-1].name}: out of time (CPython {wanted.code}, compiled {got.code})", flush=True)
            self.troubles[f"{units[0].name} to {units[-1].name}"] = "out of time"
            return
        self.compared += len(units)
        names = differing(wanted, got, [one.name for one in units])
        if any(f"{MARK}{units[-1].name}\n".encode() not in output.stdout for output in (wanted, got)):
            print(f"---- ended early: CPython {wanted.code} {last_line(wanted.stderr)!r}, compiled {got.code} {last_line(got.stderr)!r}", flush=True)
        for one in units:
            if one.name in names:
                self.trouble(one)
        self.exhausted += wanted.stdout.count(b"\nexhausted\n")
        if not names and not same_end(wanted, got):
            self.trouble(units[-1])

    def compiled(self, units: list[Unit]) -> tuple[list[Unit], Path | None]:
        """The programs that the compiler accepts, and their image."""
        path = self.folder / "program.py"
        while units:
            text = file(units, uncaught=True)
            path.write_text(text, encoding="utf-8")
            try:
                return units, self.timed("compile", lambda: machines.compiled(path, self.target, self.opt_level))
            except CompileError as error:
                units = self.accepted(units, text, error)
            except Exception as error:      # noqa: BLE001  (any exception at all is a finding)
                units = self.not_crashing(units, error)
        return units, None

    def accepted(self, units: list[Unit], text: str, error: CompileError) -> list[Unit]:
        """The programs without the ones that the compiler complained about."""
        bad: dict[str, str] = {}
        lines = text.splitlines()
        for diagnostic in error.diagnostics:
            line = diagnostic.span.line if diagnostic.span else 1
            name = owner(lines, line)
            if name is None:
                raise error
            bad.setdefault(name, f"{diagnostic.code} {diagnostic.message}")
            if diagnostic.code.startswith("E09"):
                self.troubles[name] = f"{diagnostic.code} {diagnostic.message}"
                print(f"---- {name}: {diagnostic.code} {diagnostic.message}", flush=True)
            kind = re.sub(r"\b\w*\d+\w*\b|`[^`]*`", "…", bad[name])
            self.examples.setdefault(kind, f"{name}: {lines[line - 1].strip()}   [{diagnostic.message}]")
        for message in bad.values():
            self.refused[re.sub(r"\b\w*\d+\w*\b|`[^`]*`", "…", message)] += 1
        left = [one for one in units if one.name not in bad]
        if len(left) == len(units):
            raise error
        return left

    def not_crashing(self, units: list[Unit], error: Exception) -> list[Unit]:
        """A crash of the compiler is a defect: find the program that it needs."""
        if len(units) == 1:
            kind = f"{type(error).__name__}: {error}"
            print(f"---- {units[0].name} crashes the compiler: {kind}", flush=True)
            self.troubles[units[0].name] = kind
            return []
        path = self.folder / "one.py"
        good = []
        for one in units:
            path.write_text(file([one]), encoding="utf-8")
            try:
                machines.compiled(path, self.target, self.opt_level)
                good.append(one)
            except CompileError:
                pass
            except Exception as crash:      # noqa: BLE001
                self.not_crashing([one], crash)
        return good if len(good) < len(units) else []

    def trouble(self, one: Unit) -> None:
        """Show a program that does something else, made small."""
        text = file([one], uncaught=True)
        path = self.folder / "one.py"

        def differs(smaller: str) -> bool:
            path.write_text(smaller, encoding="utf-8")
            try:
                wanted = machines.cpython(path, timeout=10)
                if last_line(wanted.stderr).startswith(NO_PROGRAM):
                    return False
                got = machines.executed(machines.compiled(path, self.target, self.opt_level), self.target, timeout=10)
            except Exception:               # noqa: BLE001  (a smaller program that is refused, or does not end)
                return False
            return not same_output(wanted.stdout, got.stdout) or not same_end(wanted, got)

        alone = differs(text)
        if alone and self.small:
            text = shrunk(text, differs)
        path.write_text(text, encoding="utf-8")
        wanted = machines.cpython(path)
        try:
            got = machines.executed(machines.compiled(path, self.target, self.opt_level), self.target)
            shown = f"# CPython  {tail(wanted)}\n# compiled {tail(got)}\n"
        except CompileError:
            shown = "# only in company\n"
        self.troubles[one.name] = text
        print(f"---- {one.name}{'' if alone else ' (only in company)'} differs on {self.target} at -O{self.opt_level}\n{shown}{text if alone and self.small else ''}\n", flush=True)
        if alone and self.small and self.target == "host":
            REGRESS.mkdir(exist_ok=True)
            (REGRESS / f"found_{one.name}.py").write_text(text, encoding="utf-8")

    def timed(self, what: str, call: Callable[[], T]) -> T:
        start = time.monotonic()
        try:
            return call()
        finally:
            self.times[what] += time.monotonic() - start


def tail(outcome: Outcome) -> str:
    return f"exit {outcome.code} {outcome.stdout[-200:]!r} {last_line(outcome.stderr)!r}"


def owner(lines: list[str], line: int) -> str | None:
    """The program that a line of the file belongs to: all its definitions of module level begin with its name."""
    for text in [*reversed(lines[:line]), *lines[line:]]:
        if text[:1].strip() and (match := re.search(r"\b(?:run_)?(p\d+)(?:_|\()", text)):
            return match[1]
    return None


def sections(output: bytes) -> dict[str, str]:
    """What each program printed."""
    parts = re.split(rf"^{MARK}(p\d+)\n", output.decode("utf-8", "backslashreplace"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def differing(wanted: Outcome, got: Outcome, names: list[str]) -> list[str]:
    """The programs whose output differs; where the file ended early, only the first that is missing."""
    theirs, ours = sections(wanted.stdout), sections(got.stdout)
    out = []
    for name in names:
        if not same_output(theirs.get(name, "").encode(), ours.get(name, "<nothing>").encode()):
            out.append(name)
            if name not in ours or name not in theirs:
                break
    return out


def same_output(wanted: bytes, got: bytes) -> bool:
    """Equal, but for the words of an integer that is too large."""
    if wanted == got or OUT_OF_RANGE.encode() not in wanted:
        return wanted == got
    pattern = b".*".join(re.escape(part) for part in wanted.split(OUT_OF_RANGE.encode()))
    return re.fullmatch(pattern, got) is not None


def last_line(text: bytes) -> str:
    lines = [line for line in text.decode(errors="replace").splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def same_end(wanted: Outcome, got: Outcome) -> bool:
    """The exit status, and the last line of the traceback."""
    if wanted.code != got.code:
        return False
    line = last_line(wanted.stderr) if b"Traceback" in wanted.stderr else ""
    return OUT_OF_RANGE in line or not line or any(line == text.strip() for text in got.stderr.decode(errors="replace").splitlines())


def cpu_seconds() -> float:
    """Of this process and those that it started."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def campaign(seed: int, count: int, budget: float, work: Campaign, first: int = 0) -> None:
    """Files of programs until the time is over or `count` are done; the same ones for the same seed."""
    end = time.monotonic() + budget
    size = UNITS[work.target]
    for start in range(first, first + count, size):
        if time.monotonic() > end:
            break
        numbers = range(start, min(start + size, first + count))
        work.run(work.timed("write", lambda: [unit(f"{seed}/{n}", f"p{n}") for n in numbers]))
        print(f"up to {numbers[-1]}: {work.compared} compared, {sum(work.refused.values())} refused, {len(work.troubles)} differ", flush=True)


def report(work: Campaign, seed: int, seconds: float, with_refused: bool) -> None:
    if with_refused:
        for message, times in work.refused.most_common(60):
            print(f"{times:5} {message}\n      {work.examples.get(message, '')}")
    spent = ", ".join(f"{what} {took:.1f} s" for what, took in work.times.most_common())
    refused = sum(work.refused.values())
    print(f"seed {seed}, {work.target} -O{work.opt_level}: {work.tried} programs, {work.compared} compared, {refused} refused "
          f"({100 * refused / max(work.tried, 1):.1f} %), {work.exhausted} out of fuel, {len(work.troubles)} differ; "
          f"{work.tried / seconds:.1f} programs/s, {work.tried / cpu_seconds():.1f} a second of processor time ({spent})", flush=True)


def main() -> int:
    """The command; exit status 1 where something differs."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=random.randrange(10**6))
    options.add_argument("--count", type=int, default=400)
    options.add_argument("--first", type=int, default=0, help="the number of the first program")
    options.add_argument("--budget", type=float, default=7200, help="seconds")
    options.add_argument("--target", default="host", choices=sorted(UNITS))
    options.add_argument("-O", dest="opt_level", type=int, default=0)
    options.add_argument("--as-is", action="store_true", help="do not make the programs small")
    options.add_argument("--refused", action="store_true", help="show what was refused, the most frequent first")
    options.add_argument("--only", help="print the program SEED/NUMBER as a file of its own")
    chosen = options.parse_args()
    if chosen.only:
        print(file([unit(chosen.only, f"p{chosen.only.split('/')[1]}")], uncaught=True))
        return 0
    print(f"seed {chosen.seed}", flush=True)
    gc.set_threshold(200_000, 20, 100)          # trees and IR are many objects that live long
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="rumpkc-programs-") as folder:
        work = Campaign(Path(folder), chosen.target, chosen.opt_level, not chosen.as_is)
        campaign(chosen.seed, chosen.count, chosen.budget, work, chosen.first)
    report(work, chosen.seed, time.monotonic() - start, chosen.refused)
    return 1 if work.troubles else 0


if __name__ == "__main__":
    sys.exit(main())
