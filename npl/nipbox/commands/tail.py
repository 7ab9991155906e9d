"""tail [-n count] [file …]: the last lines."""

from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command, Option
from npl.nipbox.files import Input, each_input
from npl.nipbox.io import Io

COMMAND: Final = Command("tail", pledge=STDIO | RPATH, usage="[-n COUNT] [FILE ...]", summary="the last lines of files",
                         options=[Option("-n", "--lines", "COUNT", "how many lines (10)")], memory=1 << 20)


def run(arguments: Arguments, io: Io) -> int:
    count = arguments.number("-n", 10)
    return 0 if each_input(io, arguments.words, lambda file: show(file, count, io)) else 1


def show(file: Input, count: int, io: Io) -> None:
    lines = file.lines()
    for line in lines[max(len(lines) - count, 0):]:
        io.print(line)
