"""spawn [--pledge promises] command …: run a command with fewer promises than it declares."""

from typing import Final

from npl.nipbox.command import ALL, STDIO, Arguments, Command, promises_of
from npl.nipbox.io import Io

COMMAND: Final = Command("spawn", pledge=STDIO, usage="[--pledge PROMISES] COMMAND [WORD ...]",
                         summary="run a command with fewer promises",
                         options="-p --pledge PROMISES: what it may do: stdio,rpath",
                         least=1, raw=True)


def run(arguments: Arguments, io: Io) -> int:
    promises = promises_of(arguments.value("--pledge")) if arguments.has("--pledge") else ALL
    io.effect(["run", "spawn", str(promises), "0", *arguments.words])
    return 0
