"""ps: what /proc/workers says."""

from typing import Final

from lib.kdl.reader import parse
from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import whole_text
from npl.nipbox.io import Io
from npl.nipbox.nodes.stage import output

COMMAND: Final = Command("ps", pledge=STDIO | RPATH, usage="", summary="show the workers", most=0,
                         output="fid parent hart state promises memory used-ticks", memory=1 << 20)


def run(arguments: Arguments, io: Io) -> int:
    out = output(io)
    for line in whole_text("/proc/workers").splitlines():
        for node in parse(line):
            node.props["memory"].note = "B"
            out.node(node)
    out.finish()
    return 0
