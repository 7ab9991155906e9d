"""clear: an empty screen."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import TERMINAL, Io

COMMAND: Final = Command("clear", pledge=STDIO, usage="", summary="clear the screen", most=0)


def run(arguments: Arguments, io: Io) -> int:
    if io.output == TERMINAL:
        io.write("\x1b[H\x1b[2J")
    return 0
