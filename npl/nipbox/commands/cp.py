"""cp from … to: copies of files and folders."""

from typing import Final

from npl.nipbox.command import RPATH, STDIO, WPATH, Arguments, Command
from npl.nipbox.copying import Copier, targets
from npl.nipbox.io import Io

COMMAND: Final = Command("cp", pledge=STDIO | RPATH | WPATH, usage="[-rfn] FROM ... TO",
                         summary="copy files", least=2, memory=1 << 22,
                         options="-rR --recursive: folders with all that is in them\n"
                                 "-f --force: what is there is replaced, as it is anyway\n"
                                 "-n --no-clobber: what is there stays")


def run(arguments: Arguments, io: Io) -> int:
    copier = Copier(io, arguments.has("--recursive"), arguments.has("--no-clobber"))
    for place, target in enumerate(targets(io, arguments.words)):
        copier.copy(arguments.words[place], target, arguments.words[-1])
    return copier.status
