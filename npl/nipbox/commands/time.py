"""time command …: how long a command takes."""

from typing import Final

from npl.nipbox.command import ALL, STDIO, Arguments, Command
from npl.nipbox.io import Io

COMMAND: Final = Command("time", pledge=STDIO, usage="COMMAND [WORD ...]",
                         summary="run a command, and show how long it took", least=1, raw=True)


def run(arguments: Arguments, io: Io) -> int:
    io.effect(["run", "time", str(ALL), "0", *arguments.words])
    return 0
