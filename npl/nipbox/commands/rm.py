"""rm [-r] path …: names go, and what nobody else names."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, WPATH, Arguments, Command
from npl.nipbox.copying import remove
from npl.nipbox.files import absolute, fail
from npl.nipbox.io import Io

COMMAND: Final = Command("rm", pledge=STDIO | RPATH | WPATH, usage="[-rf] PATH ...", summary="remove files",
                         options="-rR --recursive: folders with all that is in them\n"
                                 "-f --force: what is not there is well", least=1,
                         memory=1 << 22)


def run(arguments: Arguments, io: Io) -> int:
    status = 0
    for name in arguments.words:
        path = absolute(io, name)
        if path == "/":
            io.error("/: the root stays")
            status = 1
            continue
        try:
            if arguments.has("--recursive") and os.path.isdir(path):
                remove(path)
            elif os.path.exists(path) or not arguments.has("--force"):
                os.unlink(path)
        except OSError as error:
            fail(io, name, error)
            status = 1
    return status
