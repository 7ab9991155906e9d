"""dmesg: the kernel's log, as far as it is kept: nodes, or lines where a person or `$(…)` reads."""

from typing import Final

from lib.kdl.reader import parse
from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import snapshot
from npl.nipbox.io import TERMINAL, TEXT, Io
from npl.nipbox.nodes.stage import output

COMMAND: Final = Command("dmesg", pledge=STDIO | RPATH, usage="", summary="show the kernel's log", most=0,
                         output="@0", memory=1 << 18)


def run(arguments: Arguments, io: Io) -> int:
    plain = io.output == TERMINAL or io.output == TEXT
    out = output(io)
    for line in snapshot("/proc/log").splitlines():
        for node in parse(line):
            if plain:
                io.print(node.args[0].text)
            else:
                out.node(node)
    out.finish()
    return 0
