"""cd [folder]: where paths begin."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import absolute
from npl.nipbox.io import Io

COMMAND: Final = Command("cd", pledge=STDIO | RPATH, usage="[FOLDER]",
                         summary="go to a folder; the root, where none is named", most=1)


def run(arguments: Arguments, io: Io) -> int:
    name = arguments.words[0] if len(arguments.words) > 0 else "/"
    path = absolute(io, name)
    if not os.path.isdir(path):
        io.error(f"{name}: {'Not a directory' if os.path.exists(path) else 'No such file or directory'}")
        return 1
    io.effect(["cd", path])
    return 0
