"""tail [-n count] [file …]: the last lines."""

from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command, Option
from npl.nipbox.files import names_of, open_input
from npl.nipbox.io import Io

COMMAND: Final = Command("tail", pledge=STDIO | RPATH, usage="[-n COUNT] [FILE ...]", summary="the last lines of files",
                         options=[Option("-n", "--lines", "COUNT", "how many lines (10)")], memory=1 << 20)


def run(arguments: Arguments, io: Io) -> int:
    status, count = 0, arguments.number("-n", 10)
    for name in names_of(arguments.words):
        file = open_input(io, name)
        if file is None:
            status = 1
            continue
        lines = file.lines()
        file.close()
        for line in lines[max(len(lines) - count, 0):]:
            io.print(line)
    return status
