"""cp from to: a copy of a file."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, WPATH, Arguments, Command
from npl.nipbox.files import absolute, fail, open_input
from npl.nipbox.io import Io

COMMAND: Final = Command("cp", pledge=STDIO | RPATH | WPATH, usage="FROM TO", summary="copy a file", least=2, most=2)


def run(arguments: Arguments, io: Io) -> int:
    name, to = arguments.words
    target = inside(absolute(io, to), name)
    if absolute(io, name) == target:
        io.error(f"{name}: that is the same file")
        return 1
    file = open_input(io, name)
    if file is None:
        return 1
    try:
        piece = file.read()
        made = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        while len(piece) > 0:
            os.write(made, piece)
            piece = file.read()
        os.close(made)
    except OSError as error:
        fail(io, to, error)
        return 1
    return 0


def inside(target: str, name: str) -> str:
    """A target that is a folder stands for a file of that name in it."""
    return os.path.join(target, os.path.basename(name)) if os.path.isdir(target) else target
