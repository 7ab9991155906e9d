"""reverse: the last node first."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes import filters
from npl.nipbox.nodes.stage import MEMORY, stage

COMMAND: Final = Command("reverse", pledge=STDIO, usage="",
                         summary="the last node first", most=0, memory=MEMORY)


def run(arguments: Arguments, io: Io) -> int:
    return stage(io, filters.reverse)
