"""reboot: the machine starts again. What is in its memory, all files of `/` among it, is lost."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io

COMMAND: Final = Command("reboot", pledge=STDIO, usage="", summary="start the machine again", most=0)


def run(arguments: Arguments, io: Io) -> int:
    io.effect(["power", "reset"])
    return 0
