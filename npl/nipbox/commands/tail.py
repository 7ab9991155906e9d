"""tail [-f] [-n count] [-c count] [file …]: the last lines, or bytes. `-n +5`: from the fifth on. `-f`: the rest."""

import os
from typing import Final

from lib.worker import sleep_us
from npl.nipbox.command import RPATH, STDIO, TIME, Arguments, Command
from npl.nipbox.commands.head import OPTIONS, End, ends
from npl.nipbox.files import PIECE, Input, absolute
from npl.nipbox.io import Io

COMMAND: Final = Command("tail", pledge=STDIO | RPATH | TIME, usage="[-f] [-n [+]COUNT] [-c [+]COUNT] [FILE ...]",
                         summary="the last lines of files; with a plus, from there on",
                         options=OPTIONS + "\n-f --follow: and what is written from then on, until Ctrl-C",
                         memory=1 << 20)
PAUSE: Final = 100_000                  # microseconds between two looks at what is followed


def run(arguments: Arguments, io: Io) -> int:
    end = End(arguments)
    taken: list[int] = []               # how much of each file was shown

    def show(file: Input) -> None:
        if end.sign == "+":
            show_from(file, end, io)
        else:
            show_last(file, end, io)
        taken.append(file.taken)

    status = ends(arguments, io, show)
    names = [name for name in arguments.words if name != "-"]
    if arguments.has("-f") and status == 0 and len(names) == len(taken):
        follow([os.open(absolute(io, name), os.O_RDONLY) for name in names], names, taken, io)
    return status


def follow(files: list[int], names: list[str], taken: list[int], io: Io) -> None:
    """What is written to files behind what was shown of them, for ever; a file that became shorter is shown anew."""
    last = len(files) - 1
    while True:
        for i, file in enumerate(files):
            size = os.fstat(file).st_size
            if size < taken[i]:
                io.error(f"{names[i]}: file truncated")
                taken[i] = 0
            if size > taken[i] and i != last:
                io.print(f"\n==> {names[i]} <==")
                last = i
            os.lseek(file, taken[i], os.SEEK_SET)
            while size > taken[i]:
                piece = os.read(file, min(PIECE, size - taken[i]))
                if len(piece) == 0:
                    break
                io.write_bytes(piece)
                taken[i] += len(piece)
        sleep_us(PAUSE)


def show_last(file: Input, end: End, io: Io) -> None:
    """Not much more is held than is shown."""
    held, most = b"", PIECE
    piece = file.read()
    while len(piece) > 0:
        held += piece
        if len(held) > most:
            held = end.last(held)
            most = 2 * len(held) + PIECE
        piece = file.read()
    io.write_bytes(end.last(held))


def show_from(file: Input, end: End, io: Io) -> None:
    """All but what stands in front of the first one, which is 1."""
    count = end.count
    end.count = max(count - 1, 0)
    piece = file.read()
    while len(piece) > 0:
        io.write_bytes(piece[len(end.first(piece)):] if end.count > 0 else piece)
        piece = file.read()
    end.count = count
