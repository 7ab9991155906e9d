"""trace [-n count]: the last events of the kernel, the oldest first: workers, faults, interrupts, other harts."""

from typing import Final

from lib.kdl.reader import parse
from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import snapshot
from npl.nipbox.io import Io
from npl.nipbox.nodes.stage import output

COMMAND: Final = Command("trace", pledge=STDIO | RPATH, usage="[-n COUNT]", summary="show the kernel's last events",
                         options="-n --last COUNT: only so many (20)", most=0,
                         output="number time-us hart what first second", memory=1 << 20)


def run(arguments: Arguments, io: Io) -> int:
    out = output(io)
    lines = snapshot("/proc/events").splitlines()
    for line in lines[max(len(lines) - arguments.number("--last", 20), 0):]:
        for node in parse(line):
            out.node(node)
    out.finish()
    return 0
