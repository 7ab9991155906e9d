"""write [-a] file [word …]: words, or the input where there are none, become what is in a file."""

import os
from typing import Final

from npl.nipbox.command import STDIO, WPATH, Arguments, Command
from npl.nipbox.copying import MODE, replace, write_from
from npl.nipbox.files import absolute, fail
from npl.nipbox.io import Io
from npl.nipbox.nodes.plain import PlainInput
from npl.nipbox.streams import write_all

COMMAND: Final = Command("write", pledge=STDIO | WPATH, usage="[-a] FILE [WORD ...]",
                         summary="put words, or the input, into a file",
                         options="-a --append: behind what it has", least=1, raw=True)


def run(arguments: Arguments, io: Io) -> int:
    name, words = arguments.words[0], arguments.words[1:]
    source = PlainInput(io.read)

    def fill(file: int) -> None:
        if len(words) > 0:
            write_all(file, (" ".join(words) + "\n").encode())
        else:
            write_from(source.read, file)

    try:
        if arguments.has("--append"):
            file = os.open(absolute(io, name), os.O_WRONLY | os.O_CREAT | os.O_APPEND, MODE)
            fill(file)
            os.close(file)
        else:
            replace(absolute(io, name), fill)
    except OSError as error:
        fail(io, name, error)
        return 1
    return 0
