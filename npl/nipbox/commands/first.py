"""first [COUNT]: the first nodes."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command, whole
from npl.nipbox.io import Io
from npl.nipbox.nodes import filters
from npl.nipbox.nodes.stage import FLOW, stage

COMMAND: Final = Command("first", pledge=STDIO, usage="[COUNT]",
                         summary="the first nodes (1)", most=1, memory=FLOW)


def run(arguments: Arguments, io: Io) -> int:
    count = whole(arguments.words[0], "COUNT") if len(arguments.words) > 0 else 1
    return stage(io, lambda given, out: filters.first(given, out, count))
