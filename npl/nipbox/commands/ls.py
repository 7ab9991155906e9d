"""ls [-la] [path …]: nodes for the names in folders; names only, where a person or `$(…)` reads them."""

import os
from typing import Final

from lib.kdl.packed import NATURAL, NOTED, TEXT, Packer, packed_text
from npl.nipbox.command import RPATH, STDIO, Arguments, Command, Option
from npl.nipbox.complete import Candidate, listing
from npl.nipbox.files import absolute, fail, kind_name, moment
from npl.nipbox.io import TERMINAL, TEXT as WORDS, Io
from npl.nipbox.nodes.stage import output
from npl.nipbox.nodes.stream import NodeOutput

COMMAND: Final = Command("ls", pledge=STDIO | RPATH, usage="[-la] [PATH ...]", summary="list the names in folders",
                         options=[Option("-l", "--long", "", "with sizes and times, on a terminal too"),
                                  Option("-a", "--all", "", "those with a dot, too")],
                         output="name kind size modified", memory=1 << 20)


def run(arguments: Arguments, io: Io) -> int:
    words = arguments.words if len(arguments.words) > 0 else ["."]
    plain = not arguments.has("--long") and (io.output == TERMINAL or io.output == WORDS)
    out = output(io)
    listed, status = Listing(out), 0
    for name in words:
        try:
            path, title = absolute(io, name), ""
            found, folder = [name], io.directory
            if kind_name(os.stat(path).st_mode) == "folder":
                found, folder = names_in(path, arguments.has("--all")), path
                title = name if len(words) > 1 else ""
            if plain:
                show(found, folder, io, title)
                continue
            folder, title = os.path.join(folder, ""), os.path.join(title, "")
            for entry in found:
                listed.give(entry if entry.startswith("/") else folder + entry, title + entry)
        except OSError as error:
            fail(io, name, error)
            status = 1
    out.finish()
    return status


def names_in(folder: str, hidden: bool) -> list[str]:
    """In order; those that begin with a dot only if they are asked for."""
    return sorted([name for name in os.listdir(folder) if hidden or not name.startswith(".")])


def show(names: list[str], folder: str, io: Io, title: str) -> None:
    """Names, with a slash behind those of folders: across the terminal, or a line each."""
    if title != "":
        io.print(f"{title}:")
    shown = [name + "/" if os.path.isdir(os.path.join(folder, name)) else name for name in names]
    if io.output == TERMINAL and len(shown) > 0:
        shown = listing([Candidate(name, "") for name in shown], io.columns)
    for line in shown:
        io.print(line)


class Listing:
    """The nodes of names, built by parts: a folder may have thousands."""

    def __init__(self, out: NodeOutput) -> None:
        self._out: NodeOutput = out
        self._second: int = -1
        self._modified: bytes = b""     # the end of a node that was modified in that second

    def give(self, path: str, name: str) -> None:
        """The node of one name. Only a file has a size."""
        facts = os.stat(path)
        kind = kind_name(facts.st_mode)
        packer = self._out.by_parts()
        start = packer.begin()
        if kind == "file":
            packer.out += FILE
            packer.text(name)
            packer.out += SIZE
            packer.count(facts.st_size)
        else:
            packer.out += OTHER
            packer.text(name)
            packer.out += KIND
            packer.text(kind)
        packer.out += self._end(facts.st_mtime_ns // 1_000_000_000)
        packer.end(start)
        self._out.built()

    def _end(self, second: int) -> bytes:
        """The last property and no children. Names that follow each other are often of one second."""
        if second != self._second:
            self._second, self._modified = second, MODIFIED + packed_text(moment(second)) + b"\0"
        return self._modified


def beginning(properties: int) -> bytes:
    """A node `entry` with so many properties, up to the value of its name."""
    packer = Packer()
    packer.head("entry", None)
    packer.count(0)
    packer.count(properties)
    return packer.take() + before("name", TEXT, "")


def before(name: str, tag: int, note: str) -> bytes:
    """A property up to its value, which has a type unless that is empty."""
    packer = Packer()
    packer.text(name)
    packer.out.append(tag if note == "" else tag | NOTED)
    if note != "":
        packer.text(note)
    return packer.take()


FILE: Final = beginning(4)
OTHER: Final = beginning(3)
KIND: Final = before("kind", TEXT, "")
SIZE: Final = KIND + packed_text("file") + before("size", NATURAL, "B")
MODIFIED: Final = before("modified", TEXT, "date-time")
