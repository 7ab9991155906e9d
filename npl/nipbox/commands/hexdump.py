"""hexdump [-n count] [-s skip] [file …]: bytes, sixteen a line, as numbers and as characters."""

from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import Input, each_input
from npl.nipbox.io import Io

COMMAND: Final = Command("hexdump", pledge=STDIO | RPATH, usage="[-n COUNT] [-s COUNT] [FILE ...]",
                         summary="show bytes as numbers and characters",
                         options="-n --length COUNT: so many bytes\n"
                                 "-s --skip COUNT: from behind so many")
ROW: Final = 16
HALF: Final = 8
FIRST_SHOWN: Final = 0x20
LAST_SHOWN: Final = 0x7E


def run(arguments: Arguments, io: Io) -> int:
    skip, left = arguments.number("--skip", 0), arguments.number("--length", -1)
    return 0 if each_input(io, arguments.words, lambda file: dump(file, skip, left, io)) else 1


def dump(file: Input, skip: int, left: int, io: Io) -> None:
    """Rows from behind `skip` bytes, of `left` bytes; -1: of all."""
    held, place = b"", skip
    while left != 0:
        piece = file.read()
        if len(piece) == 0:
            break
        passed = min(skip, len(piece))
        skip -= passed
        piece = piece[passed:]
        if left > 0:
            piece = piece[:left]
            left -= len(piece)
        held += piece
        whole = len(held) - len(held) % ROW
        for i in range(0, whole, ROW):
            io.print(row(place + i, held[i:i + ROW]))
        held = held[whole:]
        place += whole
    if len(held) > 0:
        io.print(row(place, held))


def row(place: int, data: bytes) -> str:
    """`00000010  68 65 6c 6c 6f …  |hello…|`"""
    numbers = [f"{byte:02x}" for byte in data]
    text = "".join([chr(byte) if FIRST_SHOWN <= byte <= LAST_SHOWN else "." for byte in data])
    left = f"{' '.join(numbers[:HALF])}  {' '.join(numbers[HALF:])}"
    return f"{place:08x}  {left:<48}  |{text}|"
