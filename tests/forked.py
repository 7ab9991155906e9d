"""Many runs of what is slow to load: a server (`fork_server.py`) has loaded it, and each run is a process of its own.

    host_object(image, stdin, timeout)      a program on the host CPU
    cpython(program, stdin, timeout)        `cpython_main.py` with a program of the dialect
"""

from __future__ import annotations

import json
import os
import re
import select
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from qemu import ROOT, Result

PASSED_ON = "RUMPK_"            # variables that a run sees
MOST_SERVERS = 4                # CPython with and without the checker, and the levels of one batch: tests come batch by batch
CHECKED = re.compile(r"^\s*(?:from|import) +(?:rumpk|lib|npl|tests|apps)\b", re.MULTILINE)     # what the hook asks the checker about
Command = tuple[str, ...]
_servers: dict[Command, subprocess.Popen[str]] = {}     # who answered last is last


def host_object(image: Path, stdin: bytes, timeout: float) -> Result:
    """One run of `image`."""
    return _run(("host_server.py", str(image)), "", stdin, timeout)


def cpython(program: Path, stdin: bytes, timeout: float) -> Result:
    """One run of a program under CPython."""
    modules = ("rumpkc.tools.conversions",) if CHECKED.search(program.read_text(encoding="utf-8")) else ()
    return _run(("cpython_main.py", "--serve", *modules), str(program), stdin, timeout)


def _run(command: Command, program: str, stdin: bytes, timeout: float) -> Result:
    """One run in a folder of its own; the test fails when it takes longer than `timeout` seconds."""
    with tempfile.TemporaryDirectory(prefix="rumpkc-run-") as folder, tempfile.TemporaryDirectory() as cwd:
        files = {name: str(Path(folder) / name) for name in ("stdin", "stdout", "stderr")}
        for name, path in files.items():
            Path(path).write_bytes(stdin if name == "stdin" else b"")
        passed = {name: value for name, value in os.environ.items() if name.startswith(PASSED_ON)}
        code = _ask(command, json.dumps({**files, "cwd": cwd, "set": passed, "program": program}), timeout)
        stdout, stderr = (Path(files[name]).read_bytes() for name in ("stdout", "stderr"))
    return Result(128 - code if code < 0 else code, stdout, stderr.decode(errors="replace"))


def _ask(command: Command, request: str, timeout: float) -> int:
    """The exit status that the server answers."""
    process = _servers.pop(command, None) or _start(command)
    _servers[command] = process
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(request + "\n")
    process.stdin.flush()
    if not select.select([process.stdout], [], [], timeout)[0]:
        _end(command)
        pytest.fail(f"no end after {timeout} s: {' '.join(command)}\n{request}", pytrace=False)
    return int(process.stdout.readline())


def _start(command: Command) -> subprocess.Popen[str]:
    while len(_servers) >= MOST_SERVERS:
        _end(next(iter(_servers)))
    own = {name: value for name, value in os.environ.items() if not name.startswith(PASSED_ON)}     # others are of one run
    environment = {**own, "PYTHONPATH": f"{ROOT / 'compiler'}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen([sys.executable, str(ROOT / "tests" / command[0]), *command[1:]], text=True,
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True, env=environment)


def _end(command: Command) -> None:
    """Kill a server, and a run that is under way with it."""
    process = _servers.pop(command)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
