"""tail [-n count] [-c count] [file …]: the last lines, or bytes. `-n +5`: from the fifth on."""

from collections import deque
from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command, whole
from npl.nipbox.commands.head import OPTIONS, count_of, ends
from npl.nipbox.files import Input
from npl.nipbox.io import Io

COMMAND: Final = Command("tail", pledge=STDIO | RPATH, usage="[-n [+]COUNT] [-c COUNT] [FILE ...]",
                         summary="the last lines of files", options=OPTIONS, memory=1 << 20)


def run(arguments: Arguments, io: Io) -> int:
    if arguments.value("-n").startswith("+"):
        first = whole(arguments.value("-n")[1:], "-n")
        return ends(arguments, io, lambda file: show_from(file, first, io))
    count = count_of(arguments)
    return ends(arguments, io, lambda file: show_bytes(file, count, io) if arguments.has("-c") else
                show(file, count, io))


def show(file: Input, count: int, io: Io) -> None:
    """No more lines are held than are shown."""
    kept: deque[str] = deque(maxlen=count)
    for line in file.lines():
        kept.append(line)
    for line in kept:
        io.print(line)


def show_from(file: Input, first: int, io: Io) -> None:
    """All lines from the first one on, which is 1."""
    for line in file.lines():
        first -= 1
        if first <= 0:
            io.print(line)


def show_bytes(file: Input, count: int, io: Io) -> None:
    held = b""
    piece = file.read()
    while len(piece) > 0:
        held = (held + piece)[-count:] if count > 0 else b""
        piece = file.read()
    io.write_bytes(held)
