"""man command: what `command --help` shows, and what the command may do and gives."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.commands.help import declaration
from npl.nipbox.io import Io

COMMAND: Final = Command("man", pledge=STDIO, usage="COMMAND", summary="the page of a command", least=1, most=1)


def run(arguments: Arguments, io: Io) -> int:
    command = declaration(arguments.words[0], arguments.entries)
    io.print(f"{command.name}: {command.summary}\n")
    io.print(command.help())
    io.print(f"memory: {command.memory // 1024} KiB")
    if command.output != "":
        io.print(f"gives nodes with: {command.output}")
    return 0
