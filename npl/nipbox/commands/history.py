"""history [count | clear]: the lines that were typed."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command, whole
from npl.nipbox.io import Io

COMMAND: Final = Command("history", pledge=STDIO, usage="[-c] [COUNT | clear]",
                         summary="show the lines that were typed, or forget them", most=1,
                         options="-c --clear: forget them", wants="history")


def run(arguments: Arguments, io: Io) -> int:
    if arguments.has("-c") or arguments.words == ["clear"]:
        io.effect(["history", "clear"])
        return 0
    lines = arguments.extra
    count = whole(arguments.words[0], "COUNT") if len(arguments.words) > 0 else len(lines)
    for i in range(max(len(lines) - count, 0), len(lines)):
        io.print(f"{i + 1:>4}  {lines[i]}")
    return 0
