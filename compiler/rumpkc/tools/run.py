"""`rumpkc run`: boots an image in QEMU, or runs a host program, as if it were a program of this machine.

Program output goes to stdout byte for byte, everything else to stderr, stdin to the program; the exit status is the
program's. QEMU's process is ours to end, whatever happens: Ctrl-C, a closed pipe, a signal.
"""

from __future__ import annotations

import os
import re
import select
import shlex
import shutil
import signal
import struct
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from rumpkc.diagnostics import fail
from rumpkc.targets.target import SERIAL_FOR_TERMINAL, Target
from rumpkc.tools.places import Places
from rumpkc.tools.serial import END_OF_INPUT, KERNEL, PROGRAM, Deframer, frame_input
from rumpkc.tools.symbolize import PanicNotes

FRAMES = ("-append", "rumpk.frames=1")      # the kernel's argument that turns framing on
CHUNK = 65536
PT_LOAD = 1                                 # ELF: a segment that lies in memory
INTERRUPTED, BROKEN_PIPE = 128 + signal.SIGINT, 128 + signal.SIGPIPE


def check_qemu(target: Target) -> None:
    """E0720 where the target's QEMU is missing, with the command that installs it."""
    if target.qemu is not None and shutil.which(target.qemu.program) is None:
        raise fail("E0720", f"`{target.qemu.program}` is not installed: it runs images for {target.name}",
                   help=f"`{install_command(target.qemu.package)}`, or `--target host` to run on this machine")


def install_command(*packages: str) -> str:
    """The command that installs Debian packages, ready to paste."""
    sudo = "" if os.geteuid() == 0 else "sudo "
    return f"{sudo}apt-get install -y {' '.join(packages)}"


def run_image(image: Path, target: Target, *, extra: tuple[str, ...] = (), verbose: bool = False,
              terminal: bool = False) -> int:
    """Run a finished build; the program's exit status. `terminal`: a person at the serial line, no framing."""
    if target.qemu is None:
        if extra:
            raise fail("E0717", "what stands behind `--` is for QEMU, and the host target runs without it",
                       help="leave it out, or choose `--target riscv64` or `--target aarch64`")
        command = host_command(image)
    elif terminal:
        check_memory(image, target, extra)
        command = target.qemu.command(str(image), extra=extra, serial=SERIAL_FOR_TERMINAL)
    else:
        check_memory(image, target, extra)
        command = target.qemu.command(str(image), extra=with_frames(extra))
    if verbose:
        print(shlex.join(command), file=sys.stderr, flush=True)
    if target.qemu is None or terminal:
        return _run_attached(command)
    return _run_framed(command, image)


def run_command(image: Path, target: Target) -> str:
    """The command that runs an image at a terminal, ready to paste."""
    command = host_command(image) if target.qemu is None else \
        target.qemu.command(os.path.relpath(image), serial=SERIAL_FOR_TERMINAL)
    return shlex.join(command)


def check_memory(image: Path, target: Target, extra: tuple[str, ...]) -> None:
    """E0604 where `-m` behind `--` gives less memory than the image reaches over: such a machine only hangs."""
    asked = [re.fullmatch(r"(?:size=)?(\d+)([MG]?)", size) for word, size in pairwise(extra) if word == "-m"]
    if not asked or asked[-1] is None or target.qemu is None or target.memory is None:
        return
    mib = int(asked[-1][1]) << (10 if asked[-1][2] == "G" else 0)
    start = target.memory.end - (target.qemu.memory_mib << 20)
    need = (_end_of(image.read_bytes()) - start + (1 << 20) - 1) >> 20
    if mib < need:
        raise fail("E0604", f"`-m {mib}M` is less memory than the image needs", help=f"give it {need} MiB or more")


def _end_of(elf: bytes) -> int:
    """The address behind the last byte of the image's segments (ELF64, "Program Header")."""
    table, size, count = (*struct.unpack_from("<Q", elf, 32), *struct.unpack_from("<HH", elf, 54))
    headers = [struct.unpack_from("<IIQQQQQ", elf, table + size * n) for n in range(count)]
    return max((at + length for kind, _, _, at, _, _, length in headers if kind == PT_LOAD), default=0)


def host_command(image: Path) -> list[str]:
    """Runs a host object. `-P`: a file in the current folder that is named like a module of Python's stays unseen."""
    return [sys.executable, "-P", "-m", "rumpkc.targets.host.run", str(image)]


def with_frames(extra: tuple[str, ...]) -> tuple[str, ...]:
    """QEMU's further arguments, with framing turned on. QEMU takes the last `-append` only: all are joined."""
    rest, append = list(extra), [FRAMES[1]]
    while "-append" in rest[:-1]:
        at = rest.index("-append")
        append.append(rest[at + 1])
        del rest[at:at + 2]
    return (FRAMES[0], " ".join(append), *rest)


def _run_attached(command: list[str]) -> int:
    """Run with our own stdin, stdout and stderr; Ctrl-C is the program's business."""
    previous = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process = subprocess.Popen(command, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        return _status(process.wait())
    finally:
        signal.signal(signal.SIGINT, previous)


def _status(code: int) -> int:
    """An exit status as a shell shows it: 128 + n for signal n."""
    return 128 - code if code < 0 else code


def _run_framed(command: list[str], image: Path) -> int:
    """Run QEMU with pipes on its serial line, and sort what passes."""
    signal.signal(signal.SIGTERM, _stop)
    # A session and an error stream of its own: Ctrl-C at our terminal is ours to translate, not QEMU's to print about.
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               bufsize=0,
                               start_new_session=True)
    try:
        Wire(process, PanicNotes(Places(image))).pump()
        return _status(process.wait())
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()          # nobody reads: nothing more to say, not even at exit
        return BROKEN_PIPE
    finally:
        end_process(process)


def _stop(*_: object) -> None:
    raise SystemExit(128 + signal.SIGTERM)


def end_process(process: subprocess.Popen[bytes]) -> None:
    """End a child that may still run: politely, then by force."""
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(2)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Wire:
    """Moves bytes between this process's standard streams and the guest's serial line.

    Input is held back until the guest has said something: what arrives before its UART is set up would be lost.
    """

    def __init__(self, process: subprocess.Popen[bytes], notes: PanicNotes) -> None:
        assert process.stdin is not None and process.stdout is not None and process.stderr is not None
        self._to_guest, self._from_guest = process.stdin.fileno(), process.stdout.fileno()
        self._complaints = process.stderr.fileno()      # QEMU's own words
        self._open = [self._from_guest, self._complaints]
        os.set_blocking(self._to_guest, False)
        self._deframer = Deframer()
        self._notes = notes
        self._pending = bytearray()         # framed input that the pipe has not taken yet
        self._input_open = True
        self._ready = False

    def pump(self) -> None:
        """Until QEMU's side closes."""
        while self._open:
            reading = list(self._open)
            if self._ready and self._input_open and len(self._pending) < CHUNK:
                reading.append(0)
            writing = [self._to_guest] if self._pending else []
            readable, writable, _ = select.select(reading, writing, [])
            if self._complaints in readable:
                self._complain()
            if self._from_guest in readable:
                self._receive()
            if 0 in readable:
                self._read_input()
            if writable:
                self._send()

    def _complain(self) -> None:
        data = os.read(self._complaints, CHUNK)
        _write_all(2, data)
        if not data:
            self._open.remove(self._complaints)

    def _receive(self) -> None:
        data = os.read(self._from_guest, CHUNK)
        self._ready = self._ready or bool(data)
        if not data:
            self._open.remove(self._from_guest)
        for channel, run in self._deframer.feed(data):
            if channel == PROGRAM:
                _write_all(1, run)
            else:
                _write_all(2, self._notes.feed(run) if channel == KERNEL else run)

    def _read_input(self) -> None:
        try:
            data = os.read(0, CHUNK)
        except OSError:                     # stdin is closed, or a terminal that we may not read
            data = b""
        self._input_open = bool(data)
        self._pending += frame_input(data) if data else END_OF_INPUT

    def _send(self) -> None:
        try:
            sent = os.write(self._to_guest, self._pending)
        except BrokenPipeError:             # QEMU is ending; its output tells the rest
            sent = len(self._pending)
            self._input_open = False
        del self._pending[:sent]


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view):]
