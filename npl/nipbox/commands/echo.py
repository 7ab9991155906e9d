"""echo [word …]: the words, with one space between them."""

from typing import Final

from npl.nipbox.command import STDIO, Arguments, Command
from npl.nipbox.io import Io

COMMAND: Final = Command("echo", pledge=STDIO, usage="[-n] [WORD ...]", summary="print the words",
                         options="-n: no end of line", loose=True)


def run(arguments: Arguments, io: Io) -> int:
    text = " ".join(arguments.words)
    if arguments.has("-n"):
        io.write(text)
    else:
        io.print(text)
    return 0
