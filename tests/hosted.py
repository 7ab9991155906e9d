"""Programs on the host CPU, many runs of one object: `host_server.py` has loaded it, and each run is a process of its own."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from qemu import ROOT, Result

PASSED_ON = "RUMPK_"            # variables that a run sees
MOST_SERVERS = 2                # the levels of one batch: tests come batch by batch
_servers: dict[Path, subprocess.Popen[str]] = {}


def run(image: Path, stdin: bytes, timeout: float) -> Result:
    """One run of `image` in a folder of its own; the test fails when it takes longer than `timeout` seconds."""
    with tempfile.TemporaryDirectory(prefix="rumpkc-run-") as folder, tempfile.TemporaryDirectory() as cwd:
        files = {name: str(Path(folder) / name) for name in ("stdin", "stdout", "stderr")}
        for name, path in files.items():
            Path(path).write_bytes(stdin if name == "stdin" else b"")
        passed = {name: value for name, value in os.environ.items() if name.startswith(PASSED_ON)}
        code = _ask(image, json.dumps({**files, "cwd": cwd, "set": passed}), timeout)
        stdout, stderr = (Path(files[name]).read_bytes() for name in ("stdout", "stderr"))
    return Result(128 - code if code < 0 else code, stdout, stderr.decode(errors="replace"))


def _ask(image: Path, request: str, timeout: float) -> int:
    """The exit status that the server of `image` answers."""
    if image not in _servers:
        while len(_servers) >= MOST_SERVERS:
            _end(next(iter(_servers)))
        own = {name: value for name, value in os.environ.items() if not name.startswith(PASSED_ON)}     # of one run
        environment = {**own, "PYTHONPATH": str(ROOT / "compiler"), "PYTHONDONTWRITEBYTECODE": "1"}
        _servers[image] = subprocess.Popen([sys.executable, str(ROOT / "tests" / "host_server.py"), str(image)], text=True,
                                           stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
                                           env=environment)
    process = _servers[image]
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(request + "\n")
    process.stdin.flush()
    if not select.select([process.stdout], [], [], timeout)[0]:
        _end(image)
        pytest.fail(f"no end after {timeout} s: {image}", pytrace=False)
    return int(process.stdout.readline())


def _end(image: Path) -> None:
    """Kill a server, and a run that is under way with it."""
    process = _servers.pop(image)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
