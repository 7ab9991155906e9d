"""sum EXPRESSION: the sum over all nodes."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes import summaries
from npl.nipbox.nodes.stage import FLOW, of_arguments, stage
from npl.nipbox.nodes.values import shown

COMMAND: Final = Command("sum", pledge=STDIO, usage="EXPRESSION",
                         summary="the sum of a field over all nodes", least=1, expression=True, memory=FLOW)


def run(arguments: Arguments, io: Io) -> int:
    part = of_arguments(arguments.words)
    return stage(io, lambda given, out: out.line(shown(summaries.total(given, part))))
