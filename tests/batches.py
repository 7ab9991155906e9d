"""Many programs in one image: the library, the kernel and what LLVM costs are paid once a batch instead of once a program.

Every program still has a run of its own, a fresh machine or process: only the build is shared. The image's `main` reads a
line, the program's name, and calls that program's `main`; what is left of the input is the program's. Module bodies run
while compiling, so the other programs are code that nothing calls.

A batch is what the test session selected among neighbours in the list of files: `-k dict` builds just those. A file that says
`# alone: WHY` in its first lines has an image of its own. A batch that does not compile is halved, down to the file at fault.
"""

from __future__ import annotations

import fcntl
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import qemu
from qemu import ROOT, Result

from rumpkc.build import build_image
from rumpkc.compilation import Options, open_project
from rumpkc.diagnostics import CompileError
from rumpkc.source import Source, SourceMap
from rumpkc.syntax import tree
from rumpkc.syntax.parse import parse_cached

FOLDER = ROOT / "build" / "tests"
MOST_BYTES = 32_000             # of source text in one batch: what both cores build while the other does something else
UNKNOWN_PROGRAM = 98            # exit code of an image that was asked for a program that it does not hold


def batches(paths: Sequence[Path]) -> list[tuple[Path, ...]]:
    """`paths` in their order, cut where the sources of a batch would exceed MOST_BYTES."""
    found: list[list[Path]] = []
    room = 0
    for path in paths:
        size = path.stat().st_size
        if not found or size > room:
            found.append([])
            room = MOST_BYTES
        found[-1].append(path)
        room -= size
    return [tuple(batch) for batch in found]


def run(path: Path, batch: tuple[Path, ...], machine: str, opt_level: int, stdin: bytes, timeout: float) -> Result:
    """What `path` does on `machine`, built together with `batch`."""
    while len(batch) > 1:
        if image := _image(batch, machine, opt_level):
            got = qemu.run(image, machine, module_of(path).encode() + b"\n" + stdin, timeout)
            assert got.code != UNKNOWN_PROGRAM or b"no program" not in got.stdout, got.stdout
            return got
        half = len(batch) // 2
        batch = batch[:half] if path in batch[:half] else batch[half:]
    return qemu.run(qemu.build(path, machine, opt_level), machine, stdin, timeout)


@cache
def _image(batch: tuple[Path, ...], machine: str, opt_level: int) -> Path | None:
    """The image of all of them; None where they do not compile."""
    text = source_of(batch)
    stem = f"batch_{zlib.crc32(text.encode()):08x}"
    with _locked(FOLDER / f"{stem}-{machine}-O{opt_level}.lock"):
        path = FOLDER / f"{stem}.py"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
        sources = SourceMap()
        project = open_project(ROOT, sources)
        suffix = "o" if machine == "host" else "elf"
        options = replace(Options(machine, opt_level), output=FOLDER / f"{stem}-O{opt_level}-{machine}.{suffix}")
        try:
            return build_image(path, options, project, sources)[0]
        except CompileError:
            return None


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Two workers of pytest-xdist do not build the same image: the second waits, and finds it in the cache."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def source_of(batch: Sequence[Path]) -> str:
    """The app that reads a name and runs the program of that name."""
    lines = ['"""Made by tests/batches.py."""']
    cases = []
    for number, path in enumerate(batch):
        package, _, name = module_of(path).rpartition(".")
        lines.append(f"from {package} import {name} as p{number}")
        cases.append(f"    if asked == {module_of(path)!r}:")
        cases += [f"        return p{number}.main()"] if _gives_status(path) else [f"        p{number}.main()", "        return 0"]
    lines += ["", "", "def main() -> int:", "    asked = input()", *cases,
              '    print("no program", asked)', f"    return {UNKNOWN_PROGRAM}"]
    return "\n".join(lines) + "\n"


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def _gives_status(path: Path) -> bool:
    """Whether `main` gives an exit status, which is what its annotation says."""
    for node in parse_cached(Source(str(path), path.read_text(encoding="utf-8"))).body:
        if isinstance(node, tree.FunctionDef) and node.name == "main":
            gives_none = isinstance(node.returns, tree.Constant) and node.returns.value is None
            return node.returns is not None and not gives_none
    pytest.fail(f"{path} has no `main`", pytrace=False)
