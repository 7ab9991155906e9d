"""ps: what /proc/workers says."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.io import Io

COMMAND: Final = Command("ps", pledge=STDIO | RPATH, usage="", summary="show the workers", most=0)


def run(arguments: Arguments, io: Io) -> int:
    file = os.open("/proc/workers", os.O_RDONLY)
    piece = os.read(file, 4096)
    while len(piece) > 0:
        os.write(1, piece)
        piece = os.read(file, 4096)
    os.close(file)
    return 0
