"""cat [file …]: what is in files, one after the other."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import fail, names_of, open_input
from npl.nipbox.io import PIECE, TERMINAL, TEXT, Io

COMMAND: Final = Command("cat", pledge=STDIO | RPATH, usage="[FILE ...]", summary="print what is in files")


def run(arguments: Arguments, io: Io) -> int:
    if len(arguments.words) == 0 and io.output != TERMINAL and io.output != TEXT:
        return copy(io)
    status = 0
    for name in names_of(arguments.words):
        file = open_input(io, name)
        if file is None:
            status = 1
            continue
        try:
            piece = file.read()
            while len(piece) > 0:
                os.write(1, piece)
                piece = file.read()
        except IsADirectoryError as error:
            fail(io, name, error)
            status = 1
        file.close()
    return status


def copy(io: Io) -> int:
    """The input as it is: nodes stay nodes where no one looks at them."""
    piece = io.read(PIECE)
    while len(piece) > 0:
        io.write_bytes(piece)
        piece = io.read(PIECE)
    return 0
