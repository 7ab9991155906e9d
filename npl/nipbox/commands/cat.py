"""cat [file …]: what is in files, one after the other."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import fail, names_of, open_input
from npl.nipbox.io import Io

COMMAND: Final = Command("cat", pledge=STDIO | RPATH, usage="[FILE ...]", summary="print what is in files")


def run(arguments: Arguments, io: Io) -> int:
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
