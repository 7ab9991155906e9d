"""nipbox file [word …]: run a script. The shell starts it, as a worker with a shell of its own."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import fail, open_input
from npl.nipbox.io import Io

COMMAND: Final = Command("nipbox", pledge=STDIO | RPATH, usage="FILE [WORD ...]", summary="run a script",
                         least=1, raw=True, memory=1 << 18)
MOST: Final = 1 << 16                   # bytes of a script


def run(arguments: Arguments, io: Io) -> int:
    name = arguments.words[0]
    file = open_input(io, name)
    if file is None:
        return 1
    try:
        text = file.read_all()
    except IsADirectoryError as error:
        fail(io, name, error)
        return 1
    file.close()
    if len(text) > MOST:
        io.error(f"{name}: a script has at most {MOST} bytes")
        return 1
    try:
        io.effect(["script", os.path.basename(name), text.decode(), *arguments.words[1:]])
    except UnicodeDecodeError as error:
        io.error(f"{name}: byte {error.start} is not UTF-8")
        return 1
    return 0
