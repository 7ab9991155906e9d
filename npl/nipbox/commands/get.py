"""get FIELD …: the values of fields as text."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes import filters
from npl.nipbox.nodes.stage import FLOW, fields, stage

COMMAND: Final = Command("get", pledge=STDIO, usage="FIELD ...",
                         summary="values of fields as text", least=1, memory=FLOW)


def run(arguments: Arguments, io: Io) -> int:
    chosen = fields(arguments.words)
    return stage(io, lambda given, out: filters.get(given, out, chosen))
