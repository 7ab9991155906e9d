"""cp from … to: copies of files and folders."""

from typing import Final

from npl.nipbox.command import RPATH, STDIO, WPATH, Arguments, Command
from npl.nipbox.copying import Copier, Manner, targets
from npl.nipbox.io import Io

COMMAND: Final = Command("cp", pledge=STDIO | RPATH | WPATH, usage="[-rapfinv] FROM ... TO",
                         summary="copy files", least=2, memory=1 << 23,
                         options="-rR --recursive: folders with all that is in them\n"
                                 "-a --archive: -r and -p\n"
                                 "-p --preserve: times and rights, too\n"
                                 "-f --force: what is there is replaced, as it is anyway\n"
                                 "-i --interactive: only if you say yes\n"
                                 "-n --no-clobber: what is there stays\n"
                                 "-v --verbose: tell what is done")


def run(arguments: Arguments, io: Io) -> int:
    whole = arguments.has("-a")
    manner = Manner(io, arguments, arguments.has("-i"), arguments.has("-n"), whole or arguments.has("-p"))
    copier = Copier(manner, whole or arguments.has("-r"), "")
    for place, (target, shown) in enumerate(targets(io, arguments.words)):
        copier.copy(arguments.words[place], target, shown)
    return copier.status
