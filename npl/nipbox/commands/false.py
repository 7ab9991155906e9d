"""false: the status 1."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io

COMMAND: Final = Command("false", pledge=STDIO, usage="", summary="do nothing, badly")


def run(arguments: Arguments, io: Io) -> int:
    return 1
