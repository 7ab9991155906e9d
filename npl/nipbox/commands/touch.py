"""touch [-c] file …: files are there, and were changed now."""

import os
from typing import Final

from npl.nipbox.command import STDIO, WPATH, Arguments, Command
from npl.nipbox.copying import MODE
from npl.nipbox.files import absolute, fail
from npl.nipbox.io import Io

COMMAND: Final = Command("touch", pledge=STDIO | WPATH, usage="[-c] FILE ...",
                         summary="set the time of files to now; make empty ones where there are none",
                         options="-c --no-create: none is made", least=1)


def run(arguments: Arguments, io: Io) -> int:
    status = 0
    for name in arguments.words:
        path = absolute(io, name)
        try:
            if not arguments.has("-c"):
                make(path)
            os.utime(path)
        except FileNotFoundError as error:
            if not arguments.has("-c"):
                fail(io, name, error)
                status = 1
        except OSError as error:
            fail(io, name, error)
            status = 1
    return status


def make(path: str) -> None:
    """A new file, where nothing has the name."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MODE))
    except FileExistsError:
        pass
