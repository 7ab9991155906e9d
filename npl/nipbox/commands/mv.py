"""mv from to: another name."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, WPATH, Arguments, Command
from npl.nipbox.commands.cp import inside
from npl.nipbox.files import absolute, fail
from npl.nipbox.io import Io

COMMAND: Final = Command("mv", pledge=STDIO | RPATH | WPATH, usage="FROM TO",
                         summary="give a file another name", least=2, most=2)


def run(arguments: Arguments, io: Io) -> int:
    name, to = arguments.words
    try:
        os.rename(absolute(io, name), inside(absolute(io, to), name))
    except OSError as error:
        fail(io, name, error)
        return 1
    return 0
