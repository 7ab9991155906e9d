"""history [clear]: the lines that were typed."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command, UsageError
from npl.nipbox.io import Io

COMMAND: Final = Command("history", pledge=STDIO, usage="[clear]",
                         summary="show the lines that were typed, or forget them", most=1,
                         wants="history")


def run(arguments: Arguments, io: Io) -> int:
    if arguments.words == ["clear"]:
        io.effect(["history", "clear"])
        return 0
    if len(arguments.words) > 0:
        raise UsageError(f"history knows clear, not {arguments.words[0]}")
    for i in range(len(arguments.extra)):
        io.print(f"{i + 1:>4}  {arguments.extra[i]}")
    return 0
