"""gdb on an image: break at a dialect line, read locals, step, backtrace, on both machines."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import qemu
from qemu import BOARDS, ROOT

from rumpkc.tools.gdb import GDB, gdb_command
from rumpkc.tools.run import end_process

PROGRAM = ROOT / "tests" / "gdb" / "steps.py"
LINES = PROGRAM.read_text().splitlines()
ADD = next(n for n, line in enumerate(LINES, 1) if "total += i + 1" in line)
CALL = next(n for n, line in enumerate(LINES, 1) if "result = triangle(n)" in line)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.skipif(shutil.which(GDB) is None, reason=f"{GDB} is not installed: `apt-get install -y gdb-multiarch`")
@pytest.mark.parametrize("machine", BOARDS)
@pytest.mark.board
def test_break_step_print_backtrace(machine: str) -> None:
    image = qemu.build(PROGRAM, machine, opt_level=0, debug=True)
    board = qemu.board(machine).qemu
    assert board is not None
    port = free_port()
    process = subprocess.Popen(board.command(str(image), extra=("-S", "-gdb", f"tcp:127.0.0.1:{port}")),
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True)
    script = ["set pagination off", "set confirm off", f"break tests/gdb/steps.py:{ADD}", "continue", "continue",
              "print i", "print total", "print n", "next", "info line", "backtrace", "delete", "finish", "next",
              "print result", "kill"]
    command = gdb_command(image, ROOT, port)
    command[1:1] = ["-batch", "-nx"]
    command[-1:-1] = [part for line in script for part in ("-ex", line)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=90, cwd=ROOT, check=False)
    except subprocess.TimeoutExpired as late:
        pytest.fail(f"gdb did not end; it said:\n{late.stdout}")
    finally:
        end_process(process)
    said = done.stdout
    assert f"steps.py:{ADD}" in said, said + done.stderr
    assert "total += i + 1" in said, said                                # the source is found
    assert "$1 = 1\n$2 = 1\n$3 = 5\n" in said, said                      # second round: i, total, n
    frames = [line for line in said.splitlines() if line.startswith("#")]
    assert "triangle" in frames[0] and "steps.py" in frames[0], said
    assert "work" in frames[1] and f"steps.py:{CALL}" in frames[1], said
    assert "main" in frames[2], said
    assert "Value returned" in said or "Run till exit" in said, said
    assert "$5 = 15" in said or "$4 = 15" in said, said


@pytest.mark.skipif(shutil.which(GDB) is None, reason=f"{GDB} is not installed: `apt-get install -y gdb-multiarch`")
@pytest.mark.board("riscv64")
def test_the_verb_stops_at_reset() -> None:
    """`rumpkc gdb`: gdb is attached, the program has not begun, `main` is a place; QEMU ends with gdb."""
    done = subprocess.run([sys.executable, "-m", "rumpkc.cli", "gdb", "apps/hello.py"], capture_output=True, text=True,
                          input="info registers pc\nbreak main\ncontinue\nlist 5,5\nkill\nquit\n", timeout=120,
                          cwd=ROOT, check=False)
    assert "0x1000" in done.stdout, done.stdout + done.stderr           # QEMU's reset vector
    assert "Breakpoint 1, " in done.stdout, done.stdout + done.stderr
    assert 'print("Hello from Rumpk.")' in done.stdout, done.stdout
    assert "Hello from Rumpk.\n" not in done.stdout.replace('print("Hello', "")


@pytest.mark.board("riscv64")
def test_without_gdb_the_commands_are_printed(tmp_path: Path) -> None:
    (tmp_path / "qemu-system-riscv64").symlink_to(str(shutil.which("qemu-system-riscv64")))
    done = subprocess.run([sys.executable, "-m", "rumpkc.cli", "gdb", "apps/hello.py"], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=120, cwd=ROOT, check=False,
                          env={**os.environ, "PATH": str(tmp_path)})
    first, second = done.stdout.splitlines()
    assert first.startswith("qemu-system-riscv64 ") and " -S " in f"{first} "
    assert second.startswith(f"{GDB} ") and "target remote" in second
    assert "apt-get install -y gdb-multiarch" in done.stderr
    assert done.returncode == 1
