"""The loop of a server for `forked.py`: it has loaded what many runs need, and each run is a fork of it.

A line on its standard input, JSON {"stdin", "stdout", "stderr", "cwd": paths, "set": variables, "program": what to run}, asks for
a run; the line that answers has the run's exit status. The fork returns from `next_run` and ends like any process; its
standard files are those of the run, and `sys.stdin` and the others, which nothing has used yet, are as at a process's start.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

STANDARD = ("stdin", "stdout", "stderr")


def next_run() -> str:
    """The program to run, in a fork made for it. The server itself stays in here, and ends when its input does."""
    asked = b""
    while True:
        while not asked.endswith(b"\n"):
            part = os.read(0, 65536)
            if not part:
                sys.exit(0)
            asked += part
        run = json.loads(asked)
        asked = b""
        child = os.fork()
        if child == 0:
            _become(run)
            return run["program"]
        os.write(1, b"%d\n" % os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _become(run: dict[str, Any]) -> None:
    """The files, the folder and the environment of this run."""
    for number, name in enumerate(STANDARD):
        file = os.open(run[name], os.O_RDONLY if number == 0 else os.O_WRONLY)
        os.dup2(file, number)
        os.close(file)
    os.chdir(run["cwd"])
    os.environ.update(run["set"])
