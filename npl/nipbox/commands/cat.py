"""cat [file …]: what is in files, one after the other."""

from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import Input, each_input
from npl.nipbox.io import PIECE, TERMINAL, TEXT, Io
from npl.nipbox.streams import write_all

COMMAND: Final = Command("cat", pledge=STDIO | RPATH, usage="[-n] [FILE ...]", summary="print what is in files",
                         options="-n --number: with numbers of lines")


def run(arguments: Arguments, io: Io) -> int:
    if arguments.has("-n"):
        return 0 if each_input(io, arguments.words, Numbered(io).show) else 1
    if len(arguments.words) == 0 and io.output != TERMINAL and io.output != TEXT:
        return copy(io)
    return 0 if each_input(io, arguments.words, show) else 1


class Numbered:
    """Lines of all files, numbered through."""

    def __init__(self, io: Io) -> None:
        self._io = io
        self._number: int = 0

    def show(self, file: Input) -> None:
        for line in file.lines():
            self._number += 1
            self._io.print(f"{self._number:>6}  {line}")


def show(file: Input) -> None:
    piece = file.read()
    while len(piece) > 0:
        write_all(1, piece)
        piece = file.read()


def copy(io: Io) -> int:
    """The input as it is: nodes stay nodes where no one looks at them."""
    piece = io.read(PIECE)
    while len(piece) > 0:
        io.write_bytes(piece)
        piece = io.read(PIECE)
    return 0
