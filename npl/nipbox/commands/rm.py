"""rm [-r] path …: names go, and what nobody else names."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, WPATH, Arguments, Command
from npl.nipbox.copying import Manner, Remover
from npl.nipbox.files import absolute
from npl.nipbox.io import Io

COMMAND: Final = Command("rm", pledge=STDIO | RPATH | WPATH, usage="[-rfiv] PATH ...", summary="remove files",
                         options="-rR --recursive: folders with all that is in them\n"
                                 "-f --force: what is not there is well\n"
                                 "-i --interactive: only if you say yes\n"
                                 "-v --verbose: tell what is done", least=1,
                         memory=1 << 23)


def run(arguments: Arguments, io: Io) -> int:
    remover = Remover(Manner(io, arguments, arguments.has("-i") and not arguments.has("-f"), False, False))
    status = 0
    for name in arguments.words:
        path = absolute(io, name)
        problem = ""
        if path == "/":
            problem = "the root stays"
        elif os.path.basename(name.rstrip("/")) in (".", ".."):
            problem = "a folder is removed by its name"
        elif os.path.isdir(path) and not arguments.has("-r"):
            problem = "Is a directory; -r removes all that is in it"
        if problem != "":
            io.error(f"{name}: {problem}")
            status = 1
        elif not arguments.has("-f") or os.path.exists(path):
            remover.remove(path, name)
    return max(status, remover.status)
