"""Where a file of random programs runs: CPython, the host CPU, a board in QEMU. All within a time limit."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from rumpkc.compilation import Compilation, Options, new_compilation, open_project
from rumpkc.diagnostics import CompileError
from rumpkc.driver import PASSES
from rumpkc.source import Source, SourceMap
from rumpkc.syntax import tree
from rumpkc.syntax.parse import parse_cached

ROOT = Path(__file__).resolve().parent.parent.parent.parent
TIMEOUT_SECONDS = 300
LATE = -1000                            # the exit status of what did not end in time
TREES: dict[tuple[str, str], tree.Module] = {}      # of the library, which every file needs


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run left."""

    code: int
    stdout: bytes
    stderr: bytes


def compiled(path: Path, target: str, opt_level: int) -> Path:
    """The image of a file, beside it."""
    (path.parent / "toolchain.toml").touch()
    sources = SourceMap()
    options = Options(target, opt_level, debug=False, use_cache=True)
    c = new_compilation((path,), options, open_project(path.parent, sources), sources)
    c.loader.parse = lambda source: _parsed(source, path)
    run_passes(c)
    image = path.with_suffix(f".{target}")
    image.write_bytes(c.objects[0][1] if target == "host" else c.image.elf_bytes)
    return image


def run_passes(c: Compilation) -> None:
    """The passes of the compiler; the IR is verified once, when no pass changes it any more."""
    checks = {step.verify: step.name for step in PASSES if step.verify}
    for step in PASSES:
        try:
            step.run(c)
        except CompileError as error:
            c.diagnostics.add(*error.diagnostics)
        c.stop_on_errors()
        if step.verify and checks[step.verify] == step.name:
            step.verify(c)


def _parsed(source: Source, program: Path) -> tree.Module:
    folder = program.parent / "trees"
    if source.path.endswith(program.name):
        return parse_cached(source, folder)
    key = (source.path, source.text)
    if key not in TREES:
        TREES[key] = parse_cached(source, folder)
    return TREES[key]


def cpython(path: Path, timeout: float = TIMEOUT_SECONDS) -> Outcome:
    return _outcome([sys.executable, "-m", "tests.fuzz.programs.oracle", str(path)], timeout)


def executed(image: Path, target: str, timeout: float = TIMEOUT_SECONDS) -> Outcome:
    if target == "host":
        return _outcome([sys.executable, "-m", "rumpkc.targets.host.run", str(image)], timeout)
    from tests import qemu

    done = qemu.run(image, target, timeout=4 * timeout)
    return Outcome(done.code, done.stdout, done.stderr.encode())


def _outcome(command: list[str], timeout: float) -> Outcome:
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'compiler'}:{ROOT}"}
    try:
        done = subprocess.run(command, capture_output=True, timeout=timeout, env=environment, cwd=ROOT, check=False)
    except subprocess.TimeoutExpired as late:
        return Outcome(LATE, late.stdout or b"", late.stderr or b"")
    code = 128 - done.returncode if done.returncode < 0 else done.returncode
    return Outcome(code, done.stdout, done.stderr)
