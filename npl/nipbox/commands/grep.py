"""grep text [file …]: the lines that have a text in them."""

from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command, Option
from npl.nipbox.files import names_of, open_input
from npl.nipbox.io import Io

COMMAND: Final = Command("grep", pledge=STDIO | RPATH, usage="[-ivq] TEXT [FILE ...]",
                         summary="print the lines that have a text in them",
                         options=[Option("-i", "--ignore-case", "", "capitals or not"),
                                  Option("-v", "--invert", "", "those that have not"),
                                  Option("-q", "--quiet", "", "only the status")], least=1, memory=1 << 20)


def run(arguments: Arguments, io: Io) -> int:
    same, text = arguments.has("-i"), arguments.words[0]
    wanted, found, failed = text.lower() if same else text, False, False
    files = arguments.words[1:]
    for name in names_of(files):
        file = open_input(io, name)
        if file is None:
            failed = True
            continue
        for line in file.lines():
            if (wanted in (line.lower() if same else line)) != arguments.has("-v"):
                found = True
                if not arguments.has("-q"):
                    io.print(f"{name}:{line}" if len(files) > 1 else line)
        file.close()
    return 2 if failed else 0 if found else 1
