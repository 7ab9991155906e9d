"""mkdir [-p] folder …: new folders."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, WPATH, Arguments, Command
from npl.nipbox.files import absolute, fail
from npl.nipbox.io import Io

COMMAND: Final = Command("mkdir", pledge=STDIO | RPATH | WPATH, usage="[-p] FOLDER ...", summary="make folders",
                         options="-p --parents: those above, too; none of them new is well", least=1)


def run(arguments: Arguments, io: Io) -> int:
    status = 0
    for name in arguments.words:
        try:
            if arguments.has("--parents"):
                os.makedirs(absolute(io, name), exist_ok=True)
            else:
                os.mkdir(absolute(io, name))
        except OSError as error:
            fail(io, name, error)
            status = 1
    return status
