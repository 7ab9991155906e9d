"""head [-n count] [file …]: the first lines."""

from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command, Option
from npl.nipbox.files import Input, each_input
from npl.nipbox.io import Io

COMMAND: Final = Command("head", pledge=STDIO | RPATH, usage="[-n COUNT] [FILE ...]",
                         summary="the first lines of files",
                         options=[Option("-n", "--lines", "COUNT", "how many lines (10)")])


def run(arguments: Arguments, io: Io) -> int:
    count = arguments.number("-n", 10)
    return 0 if each_input(io, arguments.words, lambda file: show(file, count, io)) else 1


def show(file: Input, count: int, io: Io) -> None:
    """Reads no more than it has to."""
    held, left = b"", count
    while left > 0:
        piece = file.read()
        if len(piece) == 0:
            if len(held) > 0:
                io.print(held.decode("utf-8", "replace"))
            return
        held += piece
        end = held.find(b"\n")
        while end >= 0 and left > 0:
            io.print(held[:end].decode("utf-8", "replace"))
            held = held[end + 1:]
            left -= 1
            end = held.find(b"\n")
