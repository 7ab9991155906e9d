"""uniq [-cdu] [FIELD …]: the nodes that are like none before."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes import filters
from npl.nipbox.nodes.stage import MEMORY, fields, stage

COMMAND: Final = Command("uniq", pledge=STDIO, usage="[-cdu] [FIELD ...]",
                         summary="nodes that are like none before", memory=MEMORY,
                         options="-c --count: with how many there are\n"
                                 "-d --repeated: only those of which there are several\n"
                                 "-u --unique: only those of which there is one")


def run(arguments: Arguments, io: Io) -> int:
    chosen = fields(arguments.words)
    least, most = 2 if arguments.has("-d") else 1, 1 if arguments.has("-u") else filters.ANY
    return stage(io, lambda given, out: filters.uniq(given, out, chosen, arguments.has("-c"), least, most))
