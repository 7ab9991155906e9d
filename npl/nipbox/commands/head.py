"""head [-n count] [-c count] [file …]: the first lines, or bytes."""

from collections.abc import Callable
from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command, whole
from npl.nipbox.files import Input, each_input
from npl.nipbox.io import Io

OPTIONS: Final = "-n --lines COUNT: how many lines (10); -5 is -n 5\n-c --bytes COUNT: how many bytes"
COMMAND: Final = Command("head", pledge=STDIO | RPATH, usage="[-n COUNT] [-c COUNT] [FILE ...]",
                         summary="the first lines of files", options=OPTIONS)


def run(arguments: Arguments, io: Io) -> int:
    count = count_of(arguments)
    return ends(arguments, io, lambda file: show_bytes(file, count, io) if arguments.has("-c") else
                show(file, count, io))


def count_of(arguments: Arguments) -> int:
    """How many lines, or bytes."""
    words = arguments.words
    if len(words) > 0 and len(words[0]) > 1 and words[0].startswith("-"):
        return whole(words.pop(0)[1:], "the count")
    return arguments.number("-c", arguments.number("-n", 10))


def ends(arguments: Arguments, io: Io, show: Callable[[Input], None]) -> int:
    """Each of the files, of several behind its name; the status."""
    shown = 0

    def titled(file: Input) -> None:
        nonlocal shown
        if len(arguments.words) > 1:
            io.print(("\n" if shown > 0 else "") + f"==> {file.name or '-'} <==")
        shown += 1
        show(file)

    return 0 if each_input(io, arguments.words, titled) else 1


def show(file: Input, count: int, io: Io) -> None:
    """Reads no more than it has to."""
    if count == 0:
        return
    for line in file.lines():
        io.print(line)
        count -= 1
        if count == 0:
            return


def show_bytes(file: Input, count: int, io: Io) -> None:
    while count > 0:
        piece = file.read()[:count]
        if len(piece) == 0:
            return
        io.write_bytes(piece)
        count -= len(piece)
