"""mv from … to: another name; from one file system to another, a copy."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, WPATH, Arguments, Command
from npl.nipbox.copying import Copier, remove, targets
from npl.nipbox.files import absolute, fail
from npl.nipbox.io import Io

COMMAND: Final = Command("mv", pledge=STDIO | RPATH | WPATH, usage="[-fn] FROM ... TO",
                         summary="give files another name, or place", least=2, memory=1 << 22,
                         options="-f --force: what is there is replaced, as it is anyway\n"
                                 "-n --no-clobber: what is there stays")
OTHER_FILE_SYSTEM: Final = 18           # errno.EXDEV


def run(arguments: Arguments, io: Io) -> int:
    status = 0
    for place, target in enumerate(targets(io, arguments.words)):
        name = arguments.words[place]
        keeps = arguments.has("--no-clobber") and os.path.exists(target)
        if not keeps and not moved(io, name, target, arguments.words[-1]):
            status = 1
    return status


def moved(io: Io, name: str, target: str, shown: str) -> bool:
    """Whether it went well; a message where it did not."""
    path = absolute(io, name)
    try:
        os.rename(path, target)
        return True
    except OSError as error:
        if error.errno != OTHER_FILE_SYSTEM:
            fail(io, name, error)
            return False
    copier = Copier(io, True, False)
    copier.copy(name, target, shown)
    try:
        if copier.status == 0:
            remove(path)
    except OSError as error:
        fail(io, name, error)
        return False
    return copier.status == 0
