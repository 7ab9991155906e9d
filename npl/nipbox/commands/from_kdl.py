"""from-kdl: KDL text as nodes."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes import filters
from npl.nipbox.nodes.stage import MEMORY, stage

COMMAND: Final = Command("from-kdl", pledge=STDIO, usage="",
                         summary="KDL text as nodes", most=0, memory=MEMORY)


def run(arguments: Arguments, io: Io) -> int:
    return stage(io, filters.from_kdl)
