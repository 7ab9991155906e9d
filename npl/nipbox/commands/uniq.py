"""uniq [FIELD …]: the nodes that are like none before."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes import filters
from npl.nipbox.nodes.stage import MEMORY, fields, stage

COMMAND: Final = Command("uniq", pledge=STDIO, usage="[FIELD ...]",
                         summary="nodes that are like none before", memory=MEMORY)


def run(arguments: Arguments, io: Io) -> int:
    chosen = fields(arguments.words)
    return stage(io, lambda given, out: filters.uniq(given, out, chosen))
