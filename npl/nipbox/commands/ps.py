"""ps: what /proc/workers says."""

from typing import Final

from lib.kdl.reader import parse
from npl.nipbox.command import RPATH, STDIO, Arguments, Command, promise_names
from npl.nipbox.files import snapshot
from npl.nipbox.io import TERMINAL, Io
from npl.nipbox.nodes.stage import output

COMMAND: Final = Command("ps", pledge=STDIO | RPATH, usage="", summary="show the workers", most=0,
                         output="fid name parent hart state promises memory used", memory=1 << 20)


def bits(text: str) -> int:
    """`0x…` as promises; all ones are ALL."""
    return -1 if text == "0x" + "f" * 16 else int(text, 16)


def run(arguments: Arguments, io: Io) -> int:
    out = output(io)
    for line in snapshot("/proc/workers").splitlines():
        for node in parse(line):
            node.props["memory"].note = "B"
            node.props["used"].note = "ns"
            promises = node.props["promises"]
            promises.text = promise_names(bits(promises.text))
            if io.output == TERMINAL:               # a row has no place for it
                node.props.pop("parent")
            out.node(node)
    out.finish()
    return 0
