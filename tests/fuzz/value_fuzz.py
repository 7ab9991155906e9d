"""Random programs over values, compiled for the host and compared with CPython: what is printed must be the same.

    python -m tests.fuzz.value_fuzz --seconds 600 --seed 7      # a campaign; each mismatch is shown as a program of its own

Trouble is a line that differs, a program that dies, and an error of ours (E09xx). What the compiler refuses is dropped from the
program and counted by its message (`--refused` shows them): a refusal is never wrong, but it may be a gap.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from rumpkc.compilation import Options, new_compilation, open_project
from rumpkc.diagnostics import CompileError
from rumpkc.driver import run_passes
from rumpkc.source import SourceMap
from tests.fuzz.value_programs import IN_LIBRARY, Function, functions, program

ROOT = Path(__file__).resolve().parent.parent.parent
ORACLE = Path(__file__).with_name("value_oracle.py")
TIMEOUT_SECONDS = 60
FUNCTIONS = 60                          # in one program


@dataclass(slots=True)
class Campaign:
    """Compiles and compares programs in a folder of its own."""

    folder: Path
    refused: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    tried: int = 0
    compared: int = 0
    troubles: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        (self.folder / "toolchain.toml").write_text("")

    def run(self, parts: list[Function]) -> None:
        """Compare the functions of one program."""
        self.tried += len(parts)
        path = self.folder / "program.py"
        image = None
        while parts:
            path.write_text(program(parts), encoding="utf-8")
            try:
                image = compiled(path)
                break
            except CompileError as error:
                parts = self._accepted(parts, error)
        if image is None:
            return
        wanted, got = self._lines(oracle(path), len(parts)), self._lines(executed(image, self.folder), len(parts))
        for part in parts:
            for number in range(len(part.calls)):
                key = f"{part.name} {number}"
                self.compared += 1
                text = got.get(key, "<nothing: the program died>")
                if not same(wanted.get(key, ""), text) and not out_of_range_inside(part.text, text):
                    self._trouble(part, number, wanted.get(key, ""), got.get(key, "<nothing>"))
                    break

    def _accepted(self, parts: list[Function], error: CompileError) -> list[Function]:
        """The functions that the compiler did not complain about."""
        text = program(parts)
        starts = [text[:text.index(part.text)].count("\n") + 1 for part in parts]
        bad: set[int] = set()
        for diagnostic in error.diagnostics:
            message = f"{diagnostic.code} {diagnostic.message}"
            if diagnostic.code.startswith("E09") or diagnostic.span is None:
                raise error
            line = diagnostic.span.line
            index = max((i for i, start in enumerate(starts) if start <= line), default=None)
            ends = starts[-1] + parts[-1].text.count("\n")
            if index is None or line > ends:
                found = re.findall(r"\bf\d+\b", text.splitlines()[line - 1])
                index = next((i for i, part in enumerate(parts) if part.name in found), None)
            if index is None:
                raise error
            if index not in bad:
                kind = re.sub(r"f\d+|`?\w*_\d+`?", "…", message)
                self.refused[kind] += 1
                self.examples.setdefault(kind, text.splitlines()[line - 1].strip())
            bad.add(index)
        return [part for i, part in enumerate(parts) if i not in bad]

    @staticmethod
    def _lines(output: bytes, count: int) -> dict[str, str]:
        """What each call printed; a line that does not begin like one belongs to the call before."""
        found: dict[str, str] = {}
        key = ""
        for line in output.decode("utf-8", "backslashreplace").split("\n"):
            if match := re.match(r"(f\d+ \d+) ", line):
                key = match[1]
                found[key] = line[match.end():]
            elif key:
                found[key] += "\n" + line
        return {k: v.rstrip("\n") for k, v in found.items()}

    def _trouble(self, part: Function, number: int, wanted: str, got: str) -> None:
        one = Function(part.name, part.text, part.params, [part.calls[number]])
        text = f"# CPython  {wanted!r}\n# compiled {got!r}\n{program([one])}"
        self.troubles[f"{part.text}{part.calls[number]}"] = text
        call = f"{part.name}({', '.join(part.calls[number])})"
        print(f"---- CPython  {wanted!r}\n     compiled {got!r}\n{part.text}    {call}\n", flush=True)


def compiled(path: Path) -> bytes:
    """The host object of a program."""
    sources = SourceMap()
    options = Options("host", opt_level=0, debug=False, use_cache=True)
    c = new_compilation((path,), options, open_project(path.parent, sources), sources)
    run_passes(c)
    return c.objects[0][1]


def executed(image: bytes, folder: Path) -> bytes:
    """What the object prints, run in a process of its own."""
    place = folder / "program.o"
    place.write_bytes(image)
    return _output([sys.executable, "-m", "rumpkc.targets.host.run", str(place)])


def oracle(path: Path) -> bytes:
    """What CPython prints."""
    return _output([sys.executable, str(ORACLE), str(path)])


def _output(command: list[str]) -> bytes:
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'compiler'}:{ROOT}"}
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT_SECONDS, env=environment, check=False)
    except subprocess.TimeoutExpired as late:
        return late.stdout or b""
    if done.returncode:
        print(f"exit {done.returncode}: {done.stderr.decode(errors='replace')[-600:]}", flush=True)
    return done.stdout


def same(wanted: str, got: str) -> bool:
    """Whether two results agree; what leaves the integers has no text of CPython's."""
    if "<out of range>" in wanted:
        pattern = ".*".join(re.escape(part) for part in wanted.split("<out of range>"))
        return re.fullmatch(pattern, got, re.DOTALL) is not None
    if "complex" in wanted:                             # powers that have no value here
        return "ValueError" in got
    if re.search(r"\bMemoryError\b", wanted):            # of a shift that is out of range anyhow
        return "OverflowError" in got
    return wanted == got


def out_of_range_inside(function: str, got: str) -> bool:
    """Whether an integer that only the library sees has left its range: fractions and spreads compute with large ones."""
    return got.endswith("OverflowError value does not fit int") and any(
        name in function for name in ("fractions.", "statistics.", "timedelta("))


def campaign(seed: int, seconds: float, count: int, folder: Path, library: float = IN_LIBRARY) -> Campaign:
    """Programs until the time is over or `count` are done; the same ones for the same seed."""
    work = Campaign(folder)
    end = time.monotonic() + seconds
    for number in range(count):
        if time.monotonic() > end:
            break
        work.run(functions(random.Random(f"{seed}/{number}"), FUNCTIONS, library))
    return work


def main() -> int:
    """The command; exit status 1 where something differs."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=random.randrange(10**6))
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--count", type=int, default=1_000_000)
    options.add_argument("--refused", action="store_true", help="show what was refused, the most frequent first")
    options.add_argument("--library", type=float, default=IN_LIBRARY, help="the part of the functions that call the library")
    chosen = options.parse_args()
    print(f"seed {chosen.seed}")
    with tempfile.TemporaryDirectory(prefix="rumpkc-values-") as folder:
        work = campaign(chosen.seed, chosen.seconds, chosen.count, Path(folder), chosen.library)
    if chosen.refused:
        for message, times in work.refused.most_common(150):
            print(f"{times:5} {message}\n      {work.examples[message]}")
    print(f"seed {chosen.seed}: {work.tried} functions, {work.compared} calls compared, "
          f"{sum(work.refused.values())} refused, {len(work.troubles)} differ")
    return 1 if work.troubles else 0


if __name__ == "__main__":
    sys.exit(main())
