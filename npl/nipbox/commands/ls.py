"""ls [-laiF] [path …]: nodes for the names in folders; names only, where a person or `$(…)` reads them."""

import os
from typing import Final

from lib.kdl.packed import HEAD, NATURAL, NOTED, TEXT, Packer, packed_text
from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.complete import Candidate, listing
from npl.nipbox.files import absolute, fail, kind_name, moment
from npl.nipbox.io import TERMINAL, TEXT as WORDS, Io
from npl.nipbox.nodes.stage import output
from npl.nipbox.nodes.stream import NodeOutput

COMMAND: Final = Command("ls", pledge=STDIO | RPATH, usage="[-laAdRtSri1Fh] [PATH ...]",
                         summary="list the names in folders",
                         options="-l --long: with sizes and times, on a terminal too\n"
                                 "-aA --all: those with a dot, too\n"
                                 "-d --directory: folders themselves, not what is in them\n"
                                 "-R --recursive: what is in folders below, too\n"
                                 "-t --time: the newest first\n"
                                 "-S --size: the largest first\n"
                                 "-r --reverse: in the other order\n"
                                 "-i --inode: with the numbers of files\n"
                                 "-F --classify: * behind what may be run; / behind folders, as anyway\n"
                                 "-1 --lines: a line for each name\n"
                                 "-h --human: sizes in the unit that fits, as in tables anyway",
                         output="name kind size modified", memory=1 << 23)


def run(arguments: Arguments, io: Io) -> int:
    lister = Lister(arguments, io)
    for name in arguments.words if len(arguments.words) > 0 else ["."]:
        try:
            lister.path(name)
        except OSError as error:
            fail(io, name, error)
            lister.status = 1
    lister.out.finish()
    return lister.status


class Lister:
    """How one `ls` lists, and where that goes."""

    def __init__(self, arguments: Arguments, io: Io) -> None:
        self._io = io
        self._arguments = arguments
        self._plain: bool = not arguments.has("--long") and (io.output == TERMINAL or io.output == WORDS)
        self._deep: bool = arguments.has("--recursive")
        self.out: NodeOutput = output(io)
        self._nodes: Listing = Listing(self.out, arguments.has("--inode"))
        self.status: int = 0

    def path(self, name: str) -> None:
        """What a word names."""
        path = absolute(self._io, name)
        facts = os.stat(path)
        if kind_name(facts.st_mode) == "folder" and not self._arguments.has("--directory"):
            self._folder(path, name if self._deep or len(self._arguments.words) > 1 else "")
        elif self._plain:
            self._show([name], [facts])
        else:
            self._nodes.give(name, facts)

    def _folder(self, path: str, title: str) -> None:
        """What is in a folder, in order."""
        entries = self._in_order([entry for entry in os.scandir(path)
                                  if self._arguments.has("--all") or not entry.name.startswith(".")])
        if self._plain:
            if title != "":
                self._io.print(f"{title}:")
            self._show([entry.name for entry in entries], [entry.stat() for entry in entries])
        else:
            before = os.path.join(title, "")
            for entry in entries:
                self._nodes.give(before + entry.name if before != "" else entry.name, entry.stat())
        for entry in entries if self._deep else []:
            if entry.is_dir():
                self._folder(entry.path, os.path.join(title, entry.name))

    def _in_order(self, entries: list[os.DirEntry]) -> list[os.DirEntry]:
        """By name; what is equal in another order stays so."""
        backwards = self._arguments.has("--reverse")
        if self._arguments.has("--time") or self._arguments.has("--size"):
            entries.sort(key=lambda entry: entry.name, reverse=backwards)
            by_time = self._arguments.has("--time")
            entries.sort(key=lambda entry: entry.stat().st_mtime_ns if by_time else entry.stat().st_size,
                         reverse=not backwards)
        else:
            entries.sort(key=lambda entry: entry.name, reverse=backwards)
        return entries

    def _mark(self, mode: int) -> str:
        """What stands behind a name."""
        kind = kind_name(mode)
        return "/" if kind == "folder" else "*" if self._arguments.has("-F") and kind == "file" and mode & RUN else ""

    def _show(self, names: list[str], facts: list[os.stat_result]) -> None:
        """Names across the terminal, or a line each."""
        names = [name + self._mark(facts[i].st_mode) for i, name in enumerate(names)]
        if self._arguments.has("--inode"):
            numbers = [str(one.st_ino) for one in facts]
            width = max([0, *[len(number) for number in numbers]])
            names = [f"{numbers[i]:>{width}} {name}" for i, name in enumerate(names)]
        if self._io.output == TERMINAL and len(names) > 0 and not self._arguments.has("--lines"):
            names = listing([Candidate(name, "") for name in names], self._io.columns)
        for line in names:
            self._io.print(line)


class Listing:
    """The nodes of names, built by parts: a folder may have thousands."""

    def __init__(self, out: NodeOutput, numbered: bool) -> None:
        self._out: NodeOutput = out
        self._numbered = numbered
        self._second: int = -1
        self._modified: bytes = b""     # the end of a node that was modified in that second

    def give(self, name: str, facts: os.stat_result) -> None:
        """The node of one name. Only a file has a size."""
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
        if self._numbered:
            packer.out[start + HEAD + PROPERTIES_AT] += 1
            packer.out += NUMBER
            packer.count(facts.st_ino)
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


RUN: Final = 0o111                      # rights of a file that may be run
FILE: Final = beginning(4)
PROPERTIES_AT: Final = len(FILE) - len(before("name", TEXT, "")) - 1    # of a node: how many it has
NUMBER: Final = before("number", NATURAL, "")
OTHER: Final = beginning(3)
KIND: Final = before("kind", TEXT, "")
SIZE: Final = KIND + packed_text("file") + before("size", NATURAL, "B")
MODIFIED: Final = before("modified", TEXT, "date-time")
