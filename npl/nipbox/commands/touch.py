"""touch file …: files are there."""

import os
from typing import Final

from npl.nipbox.command import STDIO, WPATH, Arguments, Command
from npl.nipbox.files import absolute, fail
from npl.nipbox.io import Io

COMMAND: Final = Command("touch", pledge=STDIO | WPATH, usage="FILE ...",
                         summary="make empty files where there are none", least=1)


def run(arguments: Arguments, io: Io) -> int:
    status = 0
    for name in arguments.words:
        try:
            os.close(os.open(absolute(io, name), os.O_WRONLY | os.O_CREAT))
        except OSError as error:
            fail(io, name, error)
            status = 1
    return status
