"""each EXPRESSION, each NAME=EXPRESSION …: what an expression comes to for each node."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes import filters
from npl.nipbox.nodes.stage import FLOW, of_arguments, stage

COMMAND: Final = Command("each", pledge=STDIO, usage="EXPRESSION | NAME=EXPRESSION ...",
                         summary="compute a value for each node", least=1,
                         expression=True, memory=FLOW)


def run(arguments: Arguments, io: Io) -> int:
    names = [assigned(word) for word in arguments.words]
    if "" in names:
        result = of_arguments(arguments.words)
        return stage(io, lambda given, out: filters.each(given, out, result))
    results = [of_arguments([word[len(names[index]) + 1 :]]) for index, word in enumerate(arguments.words)]
    return stage(io, lambda given, out: filters.each_with(given, out, names, results))


def assigned(word: str) -> str:
    """The name that `NAME=EXPRESSION` sets, "" where a word is something else."""
    name, sign, rest = word.partition("=")
    return name if sign != "" and not rest.startswith("=") and name.replace("-", "_").isidentifier() else ""
