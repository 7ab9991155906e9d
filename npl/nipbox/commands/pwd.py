"""pwd: where paths begin."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io

COMMAND: Final = Command("pwd", pledge=STDIO, usage="", summary="print the folder where paths begin", most=0)


def run(arguments: Arguments, io: Io) -> int:
    io.print(io.directory)
    return 0
