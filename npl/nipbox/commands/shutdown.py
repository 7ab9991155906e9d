"""shutdown: the machine ends, with code 0."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io

COMMAND: Final = Command("shutdown", pledge=STDIO, usage="", summary="end the machine", most=0)


def run(arguments: Arguments, io: Io) -> int:
    io.effect(["power", "off"])
    return 0
