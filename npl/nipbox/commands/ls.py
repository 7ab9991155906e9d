"""ls [-la] [path …]: the names in folders."""

import os
from typing import Final

from npl.nipbox.command import RPATH, STDIO, Arguments, Command, Option
from npl.nipbox.files import absolute, fail
from npl.nipbox.io import Io

COMMAND: Final = Command("ls", pledge=STDIO | RPATH, usage="[-la] [PATH ...]", summary="list the names in folders",
                         options=[Option("-l", "--long", "", "with sizes"),
                                  Option("-a", "--all", "", "those with a dot, too")])


def run(arguments: Arguments, io: Io) -> int:
    words = arguments.words if len(arguments.words) > 0 else ["."]
    status = 0
    for name in words:
        try:
            path = absolute(io, name)
            if not os.path.isdir(path):
                show(path, name, arguments, io)
                continue
            if len(words) > 1:
                io.print(f"{name}:")
            for entry in sorted(os.listdir(path)):
                if not entry.startswith(".") or arguments.has("--all"):
                    show(os.path.join(path, entry), entry, arguments, io)
        except OSError as error:
            fail(io, name, error)
            status = 1
    return status


def show(path: str, name: str, arguments: Arguments, io: Io) -> None:
    """A line for one name; folders have a slash behind."""
    size = os.stat(path).st_size
    shown = name + "/" if os.path.isdir(path) else name
    io.print(f"{size:>10} {shown}" if arguments.has("--long") else shown)
