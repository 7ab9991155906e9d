"""Runs one host object many times, each time in a fork of a process that has loaded it: what loading costs is paid once.

    python tests/host_server.py FILE.o      answers what `fork_server.py` says
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from fork_server import next_run
from rumpkc.targets.host.run import load_object


def main() -> None:
    call = load_object(Path(sys.argv[1]).read_bytes())
    next_run()
    os._exit(call() & 0xFF)


if __name__ == "__main__":
    main()
