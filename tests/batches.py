"""Many programs in one image: the library, the kernel and what LLVM costs are paid once a batch instead of once a program.

Every program still has a run of its own, a fresh machine or process: only the build is shared, and its front end among levels. The image's `main` reads a
line, the program's name, and calls that program's `main`; what is left of the input is the program's. Module bodies run
while compiling, so the other programs are code that nothing calls.
A batch is larger than programs are that the compiler optimises as one module: seven of eight are one all the same, for
shares are made to use several processors, which the tests have in use.

A batch is what the test session selected among neighbours in the list of files: `-k dict` builds just those. A file that says
`# alone: WHY` in its first lines has an image of its own, and those that say the same `# apart: WHY` share one: they change what
is true of a whole program, so that with them the others would be compiled as they never are by themselves. A batch that does
not compile is built without the files that the errors name, which then have images of their own, and a warning says so; where
they name none, in halves.
"""

from __future__ import annotations

import fcntl
import re
import warnings
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from unittest.mock import patch

import forked
import pytest
import qemu
from qemu import ROOT, Result

from rumpkc.build import build_levels
from rumpkc.compilation import Options, open_project
from rumpkc.diagnostics import CompileError, render
from rumpkc.emit import shares
from rumpkc.source import Source, SourceMap
from rumpkc.syntax import tree
from rumpkc.syntax.parse import parse_cached

FOLDER = ROOT / "build" / "tests"
MOST_BYTES = 128_000            # of source text in one batch: most of an image is then programs
HEADER = re.compile(r"# (exit|expected|alone|apart): *(.*\S)")
UNKNOWN_PROGRAM = 98            # exit code of an image that was asked for a program that it does not hold


@cache
def header(path: Path) -> dict[str, str]:
    """What the comments at the head of a file say."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        if match := HEADER.match(line):
            found[match[1]] = match[2]
    return found


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


@dataclass(frozen=True)
class Batch:
    """Programs that share images, and the levels at which the session wants them on each machine."""

    paths: tuple[Path, ...]
    levels: Mapping[str, tuple[int, ...]] = field(hash=False)


def batches_of(items: Sequence[pytest.Item]) -> dict[Path, Batch]:
    """For each program of these tests the batch that it is built with. The tests have a path, a machine and a level."""
    asked = [item.callspec.params for item in items if isinstance(item, pytest.Function) and "batch_of" in item.fixturenames]
    levels = {machine: tuple(sorted({wanted["level"] for wanted in asked if wanted["machine"] == machine}))
              for machine in {wanted["machine"] for wanted in asked}}
    files = sorted({wanted["path"] for wanted in asked})
    groups: dict[str, list[Path]] = {}
    for path in files:
        said = header(path)
        groups.setdefault(path.name if "alone" in said else said.get("apart", ""), []).append(path)
    return {path: Batch(paths, levels) for group in groups.values() for paths in batches(group) for path in paths}


def run(path: Path, batch: Batch, machine: str, opt_level: int, stdin: bytes, timeout: float) -> Result:
    """What `path` does on `machine`, built together with `batch`."""
    while not isinstance(images := _images(batch, machine), dict):
        batch = replace(batch, paths=next(part for part in images if path in part))
    image, together = images[opt_level], len(batch.paths) > 1
    stdin = module_of(path).encode() + b"\n" + stdin if together else stdin
    got = forked.host_object(image, stdin, timeout) if machine == "host" else qemu.run(image, machine, stdin, timeout)
    assert not together or got.code != UNKNOWN_PROGRAM or b"no program" not in got.stdout, got.stdout
    return got


@cache
def _images(batch: Batch, machine: str) -> dict[int, Path] | list[tuple[Path, ...]]:
    """For each level the image of all of them; where they do not compile together, smaller batches."""
    text = source_of(batch.paths)
    stem = f"batch_{zlib.crc32(text.encode()):08x}"
    with _locked(FOLDER / f"{stem}-{machine}.lock"):
        path = batch.paths[0]
        if len(batch.paths) > 1:
            path = FOLDER / f"{stem}.py"
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")
        sources = SourceMap()
        project = open_project(ROOT, sources)
        suffix = "o" if machine == "host" else "elf"
        variants = [Options(machine, level, output=FOLDER / f"{stem}-O{level}-{machine}.{suffix}")
                    for level in batch.levels[machine]]
        most = shares.SHARE_NODES if int(stem[-1], 16) % 8 == 0 else 1 << 60
        try:
            with patch.object(shares, "SHARE_NODES", most):
                return dict(zip(batch.levels[machine], build_levels(path, variants, project, sources), strict=True))
        except CompileError as error:
            if len(batch.paths) == 1:
                pytest.fail("\n".join(render(d, sources) for d in error.diagnostics), pytrace=False)
            return _divided(batch.paths, error)


def _divided(paths: tuple[Path, ...], error: CompileError) -> list[tuple[Path, ...]]:
    """Those that `error` does not name, and each of the others; halves where it names none or all."""
    files = {diagnostic.span.file for diagnostic in error.diagnostics}
    named = [path for path in paths if path.relative_to(ROOT).as_posix() in files]
    warnings.warn(f"{', '.join(path.name for path in named) or 'files of a batch'} cannot share an image: {error}; "
                  "the one that is at fault wants `# alone: WHY`", stacklevel=2)
    if 0 < len(named) < len(paths):
        return [tuple(path for path in paths if path not in named), *((path,) for path in named)]
    half = len(paths) // 2
    return [paths[:half], paths[half:]]


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
