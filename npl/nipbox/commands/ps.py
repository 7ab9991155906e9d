"""ps: what /proc/workers says."""

from typing import Final

from lib.kdl.reader import parse
from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import snapshot
from npl.nipbox.io import Io
from npl.nipbox.nodes.stage import output

COMMAND: Final = Command("ps", pledge=STDIO | RPATH, usage="", summary="show the workers", most=0,
                         output="fid name parent hart state promises memory used", memory=1 << 20)


def run(arguments: Arguments, io: Io) -> int:
    out = output(io)
    for line in snapshot("/proc/workers").splitlines():
        for node in parse(line):
            node.props["memory"].note = "B"
            node.props["used"].note = "ns"
            out.node(node)
    out.finish()
    return 0
