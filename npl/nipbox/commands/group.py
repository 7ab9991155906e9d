"""group EXPRESSION: a node for each of its values, with how many nodes have it."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes import summaries
from npl.nipbox.nodes.stage import MEMORY, of_arguments, stage
from npl.nipbox.nodes.tree import Field

COMMAND: Final = Command("group", pledge=STDIO, usage="[-n] [-s FIELD] EXPRESSION",
                         summary="a node for each value", least=1, memory=MEMORY,
                         expression=True, options="-n --nodes: with the nodes as children\n"
                                                  "-s --sum FIELD: with the sum of a field")


def run(arguments: Arguments, io: Io) -> int:
    key = of_arguments(arguments.words)
    name = key.name if isinstance(key, Field) else "value"
    total = of_arguments([arguments.value("-s")]) if arguments.has("-s") else None
    with_nodes = arguments.has("-n")
    return stage(io, lambda given, out: summaries.group(given, out, key, name, total, with_nodes))
