"""pledge [command]: what commands have promised."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command, promise_names
from npl.nipbox.commands.help import declaration
from npl.nipbox.io import Io

COMMAND: Final = Command("pledge", pledge=STDIO, usage="[COMMAND]",
                         summary="show the promises of one command, or of all", most=1)
WIDTH: Final = 10


def run(arguments: Arguments, io: Io) -> int:
    if len(arguments.words) == 1:
        io.print(promise_names(declaration(arguments.words[0], arguments.entries).pledge))
        return 0
    for entry in arguments.entries:
        io.print(f"{entry.command.name:<{WIDTH}} {promise_names(entry.command.pledge)}")
    return 0
