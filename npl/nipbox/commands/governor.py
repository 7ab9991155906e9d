"""governor: how devices are served. This kernel has no governor yet, and the command says so."""

from typing import Final

from lib.kdl.document import Node, Value
from lib.kdl.reader import parse
from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import whole_text
from npl.nipbox.io import Io
from npl.nipbox.nodes.stage import output

COMMAND: Final = Command("governor", pledge=STDIO | RPATH, usage="", summary="show how devices are served", most=0,
                         output="irq mode fid")
FAILED: Final = 1


def run(arguments: Arguments, io: Io) -> int:
    out = output(io)
    for node in parse(whole_text("/proc/irq")):
        if node.name == "listener":
            out.node(Node("queue", [], {"irq": node.props["irq"], "mode": Value.of_text("interrupts"),
                                        "fid": node.props["fid"]}))
    out.finish()
    io.error("there is no governor in this kernel: devices always interrupt, none is polled, nothing can be set")
    return FAILED
