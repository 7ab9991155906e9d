"""select FIELD …: nodes with these fields only."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes import filters
from npl.nipbox.nodes.stage import FLOW, fields, stage

COMMAND: Final = Command("select", pledge=STDIO, usage="FIELD ...",
                         summary="nodes with these fields only", least=1, memory=FLOW)


def run(arguments: Arguments, io: Io) -> int:
    chosen = fields(arguments.words)
    return stage(io, lambda given, out: filters.select(given, out, chosen))
