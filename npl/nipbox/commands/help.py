"""help [command]: the list of commands, or one command's arguments."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command, Entry, UsageError
from npl.nipbox.io import Io
from npl.nipbox.suggest import nearest

COMMAND: Final = Command("help", pledge=STDIO, usage="[COMMAND]", summary="list the commands, or explain one", most=1)
WIDTH: Final = 10


def run(arguments: Arguments, io: Io) -> int:
    if len(arguments.words) == 1:
        io.print(declaration(arguments.words[0], arguments.entries).help())
        return 0
    for entry in arguments.entries:
        io.print(f"{entry.command.name:<{WIDTH}} {entry.command.summary}")
    return 0


def declaration(name: str, entries: list[Entry]) -> Command:
    """The declaration of a command. UsageError where there is none."""
    for entry in entries:
        if entry.command.name == name:
            return entry.command
    near = nearest(name, [entry.command.name for entry in entries])
    raise UsageError(f"there is no command {name}" + (f"; did you mean {near}?" if near != "" else ""))
