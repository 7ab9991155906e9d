"""to-text: the values of nodes as text."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes import filters
from npl.nipbox.nodes.stage import FLOW, stage

COMMAND: Final = Command("to-text", pledge=STDIO, usage="",
                         summary="values as text, a line a node, tabs between", most=0, memory=FLOW)


def run(arguments: Arguments, io: Io) -> int:
    return stage(io, filters.to_plain)
