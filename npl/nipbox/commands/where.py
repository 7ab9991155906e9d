"""where EXPRESSION: the nodes for which it holds."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes import filters
from npl.nipbox.nodes.stage import FLOW, of_arguments, stage

COMMAND: Final = Command("where", pledge=STDIO, usage="EXPRESSION",
                         summary="the nodes for which an expression holds", least=1,
                         expression=True, memory=FLOW)


def run(arguments: Arguments, io: Io) -> int:
    test = of_arguments(arguments.words)
    return stage(io, lambda given, out: filters.where(given, out, test))
