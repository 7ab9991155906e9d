"""sort [FIELD …]: the nodes in order; the first field counts most."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes import summaries
from npl.nipbox.nodes.stage import MEMORY, of_arguments, stage

COMMAND: Final = Command("sort", pledge=STDIO, usage="[-r] [FIELD ...]",
                         summary="nodes in the order of fields; lines (@0), where none is named", memory=MEMORY,
                         options="-r --reverse: the greatest first")


def run(arguments: Arguments, io: Io) -> int:
    words = arguments.words if len(arguments.words) > 0 else ["@0"]
    keys = [of_arguments([word]) for word in words]
    backwards = [arguments.has("-r") for _ in keys]
    return stage(io, lambda given, out: summaries.sort(given, out, keys, backwards))
