"""grep text [file …]: the lines that have a text in them."""

from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command, Option
from npl.nipbox.files import Input, each_input
from npl.nipbox.io import Io

COMMAND: Final = Command("grep", pledge=STDIO | RPATH, usage="[-ivq] TEXT [FILE ...]",
                         summary="print the lines that have a text in them",
                         options=[Option("-i", "--ignore-case", "", "capitals or not"),
                                  Option("-v", "--invert", "", "those that have not"),
                                  Option("-q", "--quiet", "", "only the status")], least=1, memory=1 << 20)


def run(arguments: Arguments, io: Io) -> int:
    same, text = arguments.has("-i"), arguments.words[0]
    wanted, found = text.lower() if same else text, False
    names = arguments.words[1:]

    def search(file: Input) -> None:
        nonlocal found
        for line in file.lines():
            if (wanted in (line.lower() if same else line)) != arguments.has("-v"):
                found = True
                if not arguments.has("-q"):
                    io.print(f"{file.name or '-'}:{line}" if len(names) > 1 else line)

    good = each_input(io, names, search)
    return 2 if not good else 0 if found else 1
