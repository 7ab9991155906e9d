"""to-kdl: nodes as KDL text."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes import filters
from npl.nipbox.nodes.stage import FLOW, stage

COMMAND: Final = Command("to-kdl", pledge=STDIO, usage="",
                         summary="nodes as KDL text", most=0, memory=FLOW)


def run(arguments: Arguments, io: Io) -> int:
    return stage(io, filters.to_kdl)
