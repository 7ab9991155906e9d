"""`rumpkc run` as a user sees it: streams kept apart byte for byte, stdin, exit status, Ctrl-C, the QEMU line."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from qemu import ROOT

TARGETS = ("host", "riscv64", "aarch64")
RUMPKC = [sys.executable, "-m", "rumpkc.cli"]
PROGRAMS = "tests/programs"


def run(*arguments: str, stdin: bytes = b"", timeout: float = 90,
        **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*RUMPKC, *arguments], input=stdin, capture_output=True, timeout=timeout, cwd=ROOT,
                          check=False, env={**os.environ, **environment})


@pytest.mark.quick
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.board
def test_hello(target: str) -> None:
    done = run("run", "--target", target, "apps/hello.py")
    assert (done.returncode, done.stdout) == (0, b"Hello from Rumpk.\n"), done.stderr.decode()


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.board
def test_stdin_reaches_the_program(target: str) -> None:
    text = "one\n\ntwo \x10 words\näöü\n".encode()
    done = run("run", "--target", target, f"{PROGRAMS}/echo.py", stdin=text)
    assert done.stdout.decode() == "1: one\n2: \n3: two \x10 words\n4: äöü\nend after 4\n", done.stderr.decode()
    assert done.returncode == 4


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.board
def test_packages(target: str) -> None:
    """Which module is `__main__`, and the others' names, are CPython's."""
    home = ROOT / PROGRAMS / "packages"
    told = subprocess.run([sys.executable, "main.py"], cwd=home, capture_output=True, check=True,
                          env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    done = run("run", "--target", target, f"{PROGRAMS}/packages/main.py")
    assert (done.stdout, done.returncode) == (told.stdout, 0), done.stderr.decode()


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.board
def test_much_input(target: str) -> None:
    """More than any FIFO or pipe holds; nothing may be lost."""
    lines = [f"line {i} {'x' * 60}" for i in range(200)]
    done = run("run", "--target", target, f"{PROGRAMS}/echo.py", stdin="\n".join(lines).encode())
    wanted = "".join(f"{i}: {line}\n" for i, line in enumerate(lines, 1)) + "end after 200\n"
    assert done.stdout.decode() == wanted, done.stderr.decode()
    assert done.returncode == 200


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.board
def test_closed_stdin_is_end_of_input(target: str) -> None:
    done = subprocess.run([*RUMPKC, "run", "--target", target, f"{PROGRAMS}/echo.py"], stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=90, cwd=ROOT, check=False)
    assert (done.returncode, done.stdout) == (0, b"end after 0\n"), done.stderr.decode()


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.board
def test_uncaught_exception(target: str) -> None:
    done = run("run", "--target", target, f"{PROGRAMS}/uncaught.py")
    assert (done.returncode, done.stdout) == (1, b"before\n"), done.stderr.decode()
    said = done.stderr.decode()
    assert "Traceback (most recent call last):\n" in said
    assert "IndexError: list index out of range\n" in said
    if target != "host":                # the table of call sites is the linker's, and host programs are not linked
        assert f'  File "{PROGRAMS}/uncaught.py", line 14, in <module>\n' in said
        assert f'  File "{PROGRAMS}/uncaught.py", line 10, in main\n' in said
        assert f'  File "{PROGRAMS}/uncaught.py", line 5, in inner\n' in said


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.board
def test_interrupt(target: str) -> None:
    """Ctrl-C ends the program and leaves no QEMU behind."""
    process = subprocess.Popen([*RUMPKC, "run", "-v", "--target", target, f"{PROGRAMS}/forever.py"], cwd=ROOT,
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               start_new_session=True,
                               # tests that a shell started in the background inherit a SIGINT that is ignored
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == b"begun\n"
        os.killpg(process.pid, signal.SIGINT)                   # as a terminal does
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 130, err.decode()
    assert b"Traceback" not in err
    assert b"terminating on signal" not in err                  # QEMU's own words are not the user's business


@pytest.mark.parametrize("target", ("riscv64", "aarch64"))
@pytest.mark.board
def test_terminated(target: str) -> None:
    """A SIGTERM to rumpkc ends QEMU too."""
    process = subprocess.Popen([*RUMPKC, "run", "--target", target, f"{PROGRAMS}/forever.py"], cwd=ROOT,
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    children = children_of(process.pid)
    process.terminate()
    assert process.wait(60) == 128 + signal.SIGTERM
    deadline = time.monotonic() + 60
    while any(os.path.exists(f"/proc/{child}/exe") for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(os.path.exists(f"/proc/{child}/exe") for child in children)
    process.stdout.close()


def children_of(pid: int) -> list[int]:
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(word) for word in file.read().split()]


@pytest.mark.parametrize("target", ("riscv64", "aarch64"))
@pytest.mark.board
def test_verbose_line_can_be_pasted(target: str) -> None:
    done = run("run", "-v", "--target", target, "apps/hello.py", "--", "-name", "a b")
    line = next(line for line in done.stderr.decode().splitlines() if line.startswith("qemu-system"))
    words = shlex.split(line)
    assert words[-2:] == ["-name", "a b"]
    again = subprocess.run(["sh", "-c", line], stdin=subprocess.DEVNULL, capture_output=True, timeout=60, cwd=ROOT,
                           check=False)
    assert again.returncode == 0
    assert b"Hello from Rumpk.\n" in again.stdout


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("redirect, code", [("<&-", 0), (">&-", 0), ("2>&-", 0), ("<&- >&- 2>&-", 0), (">/dev/full", 1)])
@pytest.mark.board
def test_odd_streams(target: str, redirect: str, code: int) -> None:
    """Closed standard streams are empty ones; a full disk is an error."""
    command = f"{shlex.join(RUMPKC)} run --target {target} apps/hello.py {redirect}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=90, cwd=ROOT, check=False)
    assert done.returncode == code, done.stderr.decode()
    assert b"internal error" not in done.stderr and b"Traceback" not in done.stderr
    if code:
        assert b"No space left on device" in done.stderr


@pytest.mark.parametrize("target", ("host", "riscv64"))
@pytest.mark.board
def test_files_named_like_modules(target: str, tmp_path: Path) -> None:
    """What lies beside the program cannot hide a module that the compiler or the host's runner needs."""
    for name in ("app", "json", "os", "ctypes", "enum", "typing", "llvmlite", "rumpk", "kernel", "signal"):
        (tmp_path / f"{name}.py").write_text('def main() -> int:\n    print("it runs")\n    return 3\n')
    for name in ("app", "json", "enum", "rumpk"):
        done = subprocess.run([Path(sys.executable).with_name("rumpkc"), "run", "--target", target, f"{name}.py"], stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=90, cwd=tmp_path, check=False)
        assert (done.returncode, done.stdout) == (3, b"it runs\n"), done.stderr.decode()


@pytest.mark.parametrize("append", (["foo"], ["a=1", "b=2"]))
@pytest.mark.board("riscv64")
def test_arguments_of_the_kernel(append: list[str]) -> None:
    """`-append` behind `--` does not take the framing away, which is asked for in the same way."""
    words = [word for value in append for word in ("-append", value)]
    done = run("run", "-v", "apps/hello.py", "--", *words)
    assert (done.returncode, done.stdout) == (0, b"Hello from Rumpk.\n")
    assert f"-append 'rumpk.frames=1 {' '.join(append)}'" in done.stderr.decode()


def test_the_host_takes_no_arguments_for_qemu() -> None:
    done = run("run", "-t", "host", "apps/hello.py", "--", "-smp", "4")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "error[E0717]" in done.stderr.decode()


@pytest.mark.quick
def test_missing_qemu_is_said_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Before anything is compiled: even a file that does not exist is not looked at."""
    empty = tmp_path_factory.mktemp("bin")
    done = run("run", "apps/no_such_file.py", PATH=str(empty))
    assert done.returncode == 1
    assert done.stdout == b""
    assert "error[E0720]: `qemu-system-riscv64` is not installed" in done.stderr.decode()
    assert "apt-get install -y qemu-system-misc" in done.stderr.decode()


@pytest.mark.board("riscv64")
def test_closed_stdout(tmp_path_factory: pytest.TempPathFactory) -> None:
    """`rumpkc run … | head` ends quietly."""
    command = f"{shlex.join(RUMPKC)} run {PROGRAMS}/echo.py | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], input=b"line\n" * 5000, capture_output=True, timeout=90, cwd=ROOT,
                          check=False)
    assert done.stdout == b"1: line\n"
    assert b"Traceback" not in done.stderr
