"""jobs: what runs behind the prompt."""

from typing import Final

from lib.kdl.document import Node, Value
from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io
from npl.nipbox.nodes.stage import output
from npl.nipbox.state import unflat

COMMAND: Final = Command("jobs", pledge=STDIO, usage="", summary="show what was started with &", most=0, wants="jobs",
                         output="job line")


def run(arguments: Arguments, io: Io) -> int:
    out = output(io)
    for number, line in [(int(job[0]), job[1]) for job in unflat(arguments.extra)]:
        out.node(Node("job", [], {"job": Value.of_int(number), "line": Value.of_text(line)}))
    out.finish()
    return 0
