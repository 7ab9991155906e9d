"""count [EXPRESSION]: how many nodes there are, or for how many it holds."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes import summaries
from npl.nipbox.nodes.stage import FLOW, of_arguments, stage

COMMAND: Final = Command("count", pledge=STDIO, usage="[EXPRESSION]",
                         summary="how many nodes there are", expression=True, memory=FLOW)


def run(arguments: Arguments, io: Io) -> int:
    test = of_arguments(arguments.words) if len(arguments.words) > 0 else None
    return stage(io, lambda given, out: out.line(str(summaries.count(given, test))))
