"""clear: an empty screen."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io

COMMAND: Final = Command("clear", pledge=STDIO, usage="", summary="clear the screen", most=0)


def run(arguments: Arguments, io: Io) -> int:
    io.clear()
    return 0
