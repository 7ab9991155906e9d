"""wc [file …]: how many lines, words and bytes."""

from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import Input, each_input
from npl.nipbox.io import Io

COMMAND: Final = Command("wc", pledge=STDIO | RPATH, usage="[-lwmc] [FILE ...]", summary="count lines, words and bytes",
                         options="-l --lines: only lines\n"
                                 "-w --words: only words\n"
                                 "-m --chars: only characters\n"
                                 "-c --bytes: only bytes")


def run(arguments: Arguments, io: Io) -> int:
    chosen = [arguments.has("-l"), arguments.has("-w"), arguments.has("-m"), arguments.has("-c")]
    if True not in chosen:
        chosen = [True, True, False, True]
    total = [0, 0, 0, 0]

    def count(file: Input) -> None:
        counts = counted(file)
        show(counts, chosen, file.name, io)
        for i in range(4):
            total[i] += counts[i]

    good = each_input(io, arguments.words, count)
    if len(arguments.words) > 1:
        show(total, chosen, "total", io)
    return 0 if good else 1


def counted(file: Input) -> list[int]:
    """Lines, words, characters and bytes."""
    lines, words, characters, size, inside = 0, 0, 0, 0, False
    piece = file.read()
    while len(piece) > 0:
        size += len(piece)
        for byte in piece:
            characters += 1 if byte & 0xC0 != 0x80 else 0
            if byte == 0x20 or 0x09 <= byte <= 0x0D:
                inside = False
                lines += 1 if byte == 0x0A else 0
            elif not inside:
                inside = True
                words += 1
        piece = file.read()
    return [lines, words, characters, size]


def show(counts: list[int], chosen: list[bool], name: str, io: Io) -> None:
    texts = [f"{counts[i]:>7}" for i in range(4) if chosen[i]]
    io.print(" ".join([*texts, name]) if name != "" else " ".join(texts))
