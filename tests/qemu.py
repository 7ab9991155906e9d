"""Runs programs for tests: on a board in QEMU, on the host CPU, under CPython; always with a time limit.

The verdict of a run is its exit code. A panic ends it at once, with the panic's own code; silence fails it.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from rumpkc.build import build_image
from rumpkc.compilation import Options, Project, open_project, target_of
from rumpkc.diagnostics import CompileError, render
from rumpkc.source import SourceMap
from rumpkc.targets.target import Target, target_by_name
from rumpkc.tools.run import FRAMES, end_process
from rumpkc.tools.serial import END_OF_INPUT, KERNEL, PROGRAM, Deframer, frame_input

ROOT = Path(__file__).resolve().parent.parent
BOARDS = ("riscv64", "aarch64")
PANIC = "*** KERNEL PANIC"
PANIC_EXIT = 101
PATIENCE = 20           # seconds that a machine may be silent behind a panic: the host can be busy
ICOUNT = ("-icount", "shift=0")         # the guest's time is its instructions, however busy the host is
# For figures: nobody's idle time, nor that before the first instruction, is the host's, and what names are keyed by (QEMU's random bytes, the
# calendar) is the same in each run, for two names may share a slot of a table, and do so with one key of 180.
COUNTED = ("-icount", "shift=0,sleep=off", "-seed", "1", "-rtc", "base=2026-01-01T00:00:00,clock=vm")


@dataclass(frozen=True)
class Result:
    """What a program left: its exit code, its own output, and everything else."""

    code: int
    stdout: bytes
    stderr: str
    kernel: str = ""        # of a board's stderr: what only the kernel can have said


def build(path: Path, target: str, opt_level: int | None = None, debug: bool = False) -> Path:
    """The finished image (or host object) of `path`; the test fails with the compiler's messages otherwise."""
    sources = SourceMap()
    try:
        project = open_project(path.parent, sources)
        options = Options(target, opt_level, debug=debug)
        stem = path.relative_to(project.root).with_suffix("").as_posix().replace("/", ".")
        variant = f"{stem}-O{project.config.opt_level if opt_level is None else opt_level}{'-g' if debug else ''}"
        name = f"{variant}-{target}.{'o' if target == 'host' else 'elf'}"
        options = replace(options, output=project.build_dir / "tests" / name)
        return build_image(path, options, project, sources)[0]
    except CompileError as error:
        pytest.fail("\n".join(render(d, sources) for d in error.diagnostics), pytrace=False)


def project_of(folder: Path, sources: SourceMap) -> Project:
    """The project in a temporary `folder`, which finds the library's trees where the other tests keep them."""
    return replace(open_project(folder, sources), build_dir=ROOT / "build")


def board(target: str) -> Target:
    """A board as the project configures it."""
    return target_of(Options(target), open_project(ROOT, SourceMap()))


def run(image: Path, target: str, stdin: bytes = b"", timeout: float = 60, extra: tuple[str, ...] = ()) -> Result:
    """Run a finished build; the test fails when it does not end in time."""
    if target == "host":
        return execute_apart([sys.executable, "-m", "rumpkc.targets.host.run", str(image)], stdin, timeout)
    qemu = board(target).qemu
    assert qemu is not None
    with Guest(qemu.command(str(image), extra=(*FRAMES, *extra)), timeout) as guest:
        guest.wait_for_any()
        guest.send(frame_input(stdin) + END_OF_INPUT)
        code = guest.wait()
    return Result(code, guest.program, guest.log.decode(errors="replace"), guest.kernel.decode(errors="replace"))


def run_silently(image: Path, target: str, extra: tuple[str, ...] = (), timeout: float = 60) -> Result:
    """Run an image on a board without typing anything: with `-icount`, each run then takes the same instructions."""
    qemu = board(target).qemu
    assert qemu is not None
    with Guest(qemu.command(str(image), extra=(*FRAMES, *extra)), timeout) as guest:
        code = guest.wait()
    return Result(code, guest.program, guest.log.decode(errors="replace"), guest.kernel.decode(errors="replace"))


def execute(command: list[str], stdin: bytes = b"", timeout: float = 60, cwd: Path = ROOT) -> Result:
    """Run an ordinary program of this machine."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'compiler'}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=timeout, cwd=cwd, check=False,
                              env=environment)
    except subprocess.TimeoutExpired as late:
        pytest.fail(f"no end after {timeout} s: {' '.join(command)}\n{(late.stdout or b'').decode(errors='replace')}",
                    pytrace=False)
    code = 128 - done.returncode if done.returncode < 0 else done.returncode
    return Result(code, done.stdout, done.stderr.decode(errors="replace"))


def execute_apart(command: list[str], stdin: bytes = b"", timeout: float = 60) -> Result:
    """Run an ordinary program in a folder of its own: the files that it makes meet those of no other test."""
    with tempfile.TemporaryDirectory() as cwd:
        return execute(command, stdin, timeout, Path(cwd))


class Guest:
    """A machine in QEMU with its serial line in our hands. A context manager: it never outlives its block."""

    def __init__(self, command: list[str], timeout: float, framed: bool = True) -> None:
        self._deadline = time.monotonic() + timeout
        self._timeout = timeout
        self._deframer = Deframer() if framed else None
        self.program = b""          # what the program said (all there is, on a plain line)
        self.log = b""              # everything else,
        self.kernel = b""           # … of which the kernel's own
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                         stderr=subprocess.STDOUT, bufsize=0, start_new_session=True)
        assert self._process.stdin is not None and self._process.stdout is not None
        self._in, self._out = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self._in, False)
        self._pending = b""

    def __enter__(self) -> Guest:
        return self

    def __exit__(self, *_: object) -> None:
        end_process(self._process)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def send(self, data: bytes) -> None:
        """Type on the serial line."""
        self._pending += data

    def wait_for(self, text: bytes, start: int = 0) -> int:
        """Until the program has said `text` behind position `start`; the position behind it."""
        while (at := self.program.find(text, start)) < 0:
            if not self._step():
                self._fail(f"the machine ended before it said {text!r}")
        return at + len(text)

    def wait_for_any(self) -> None:
        """Until the machine has said anything: what is typed before its UART is set up would be lost."""
        while not self.program and not self.log and (self._deframer is None or not self._deframer.seen):
            if not self._step():
                return

    def wait(self) -> int:
        """Until the machine ends; its exit code."""
        while self._step():
            pass
        code = self._process.wait()
        return 128 - code if code < 0 else code

    def _step(self) -> bool:
        """Move bytes once. False when the machine's side is closed, or after a panic."""
        if PANIC.encode() in self.kernel or self._deframer is None and PANIC.encode() in self.program:
            return self._after_panic()
        left = self._deadline - time.monotonic()
        if left <= 0:
            self._fail(f"no end after {self._timeout} s")
        writing = [self._in] if self._pending else []
        readable, writable, _ = select.select([self._out], writing, [], left)
        if writable:
            try:
                self._pending = self._pending[os.write(self._in, self._pending):]
            except BrokenPipeError:
                self._pending = b""
        return not readable or self._receive()

    def _receive(self) -> bool:
        data = os.read(self._out, 65536)
        if self._deframer is None:
            self.program += data
        else:
            for channel, part in self._deframer.feed(data):
                if channel == PROGRAM:
                    self.program += part
                else:
                    self.log += part
                    self.kernel += part if channel == KERNEL else b""
        return bool(data)

    def _after_panic(self) -> bool:
        """A machine that panicked ends by itself; it is not waited for much longer."""
        self._deadline = min(self._deadline, time.monotonic() + PATIENCE)
        readable, _, _ = select.select([self._out], [], [], max(0, self._deadline - time.monotonic()))
        return bool(readable) and self._receive()

    def _fail(self, why: str) -> None:
        said = (self.program + b"\n--- log ---\n" + self.log).decode(errors="replace")
        pytest.fail(f"{why}\n--- output so far ---\n{said}", pytrace=False)


def missing(target: str) -> str:
    """Why `target` cannot run here, or empty."""
    import shutil

    qemu = target_by_name(target).qemu
    return "" if qemu is None or shutil.which(qemu.program) else f"{qemu.program} is not installed"
