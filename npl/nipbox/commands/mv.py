"""mv from … to: another name; from one file system to another, a copy."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, WPATH, Arguments, Command
from npl.nipbox.copying import Copier, Manner, Remover, targets
from npl.nipbox.files import absolute, fail, quoted
from npl.nipbox.io import Io

COMMAND: Final = Command("mv", pledge=STDIO | RPATH | WPATH, usage="[-finv] FROM ... TO",
                         summary="give files another name, or place", least=2, memory=1 << 23,
                         options="-f --force: what is there is replaced, as it is anyway\n"
                                 "-i --interactive: only if you say yes\n"
                                 "-n --no-clobber: what is there stays\n"
                                 "-v --verbose: tell what is done")
OTHER_FILE_SYSTEM: Final = 18           # errno.EXDEV


def run(arguments: Arguments, io: Io) -> int:
    manner = Manner(io, arguments, arguments.has("-i") and not arguments.has("-f"), arguments.has("-n"), True)
    status = 0
    for place, (target, shown) in enumerate(targets(io, arguments.words)):
        if not moved(arguments.words[place], target, shown, manner):
            status = 1
    return status


def moved(name: str, target: str, shown: str, manner: Manner) -> bool:
    """Whether it went well; a message where it did not."""
    path = absolute(manner.io, name)
    if path == target:
        manner.io.error(f"{name}: that is the same file")
        return False
    if not manner.replaces(target, shown):
        return True
    try:
        os.rename(path, target)
        manner.tell(f"renamed {quoted(name)} -> {quoted(shown)}")
        return True
    except OSError as error:
        if error.errno != OTHER_FILE_SYSTEM:
            fail(manner.io, name, error)
            return False
    manner.asks = False
    copier, remover = Copier(manner, True, "copied "), Remover(manner)
    copier.copy(name, target, shown)
    if copier.status == 0:
        remover.remove(path, name)
    return copier.status == 0 and remover.status == 0
