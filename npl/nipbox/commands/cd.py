"""cd [folder]: where paths begin; `cd -`: where they began before."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import absolute
from npl.nipbox.io import Io
from npl.nipbox.state import unflat

COMMAND: Final = Command("cd", pledge=STDIO | RPATH, usage="[FOLDER | -]", wants="variables",
                         summary="go to a folder; the root, where none is named; - back", most=1)


def run(arguments: Arguments, io: Io) -> int:
    name = arguments.words[0] if len(arguments.words) > 0 else "/"
    if name == "-":
        before = [values for values in unflat(arguments.extra) if values[0] == "OLDPWD" and len(values) == 2]
        if len(before) == 0:
            io.error("there is no folder before this one")
            return 1
        name = before[0][1]
        io.print(name)
    path = absolute(io, name)
    if not os.path.isdir(path):
        io.error(f"{name}: {'Not a directory' if os.path.exists(path) else 'No such file or directory'}")
        return 1
    io.effect(["cd", path])
    return 0
