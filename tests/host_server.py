"""Runs one host object many times, each time in a fork of a process that has loaded it: what loading costs is paid once.

    python tests/host_server.py FILE.o      each line of stdin, JSON {"stdin", "stdout", "stderr", "cwd": paths, "set": variables},
                                            is answered by a line with the exit status of a run
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from rumpkc.targets.host.run import load_object


def serve(image: Path) -> None:
    """Answer until stdin ends."""
    call = load_object(image.read_bytes())
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if child == 0:
            _become(asked)
            os._exit(call() & 0xFF)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _become(asked: dict[str, Any]) -> None:
    """The files, the folder and the environment of this run."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        file = os.open(asked[name], os.O_RDONLY if number == 0 else os.O_WRONLY)
        os.dup2(file, number)
        os.close(file)
    os.chdir(asked["cwd"])
    os.environ.update(asked["set"])


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
