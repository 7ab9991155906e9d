"""ls [-la] [path …]: nodes for the names in folders; names only, where a person or `$(…)` reads them."""

import os
from typing import Final

from lib.kdl.document import Kind, Node, Value
from npl.nipbox.command import RPATH, STDIO, Arguments, Command, Option
from npl.nipbox.complete import Candidate, listing
from npl.nipbox.files import absolute, fail, kind_name, moment
from npl.nipbox.io import TERMINAL, TEXT, Io
from npl.nipbox.nodes.stage import output
from npl.nipbox.nodes.stream import NodeOutput

COMMAND: Final = Command("ls", pledge=STDIO | RPATH, usage="[-la] [PATH ...]", summary="list the names in folders",
                         options=[Option("-l", "--long", "", "with sizes and times, on a terminal too"),
                                  Option("-a", "--all", "", "those with a dot, too")],
                         output="name kind size modified", memory=1 << 20)


def run(arguments: Arguments, io: Io) -> int:
    words = arguments.words if len(arguments.words) > 0 else ["."]
    plain = not arguments.has("--long") and (io.output == TERMINAL or io.output == TEXT)
    out = output(io)
    status = 0
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
            for entry in found:
                give(os.path.join(folder, entry), os.path.join(title, entry), out)
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


def give(path: str, name: str, out: NodeOutput) -> None:
    """The node of one name; only a file has a size."""
    facts = os.stat(path)
    kind = kind_name(facts.st_mode)
    fields = {"name": Value.of_text(name), "kind": Value.of_text(kind)}
    if kind == "file":
        fields["size"] = Value(Kind.INT, "", facts.st_size, "B")
    fields["modified"] = Value(Kind.TEXT, moment(facts.st_mtime_ns // 1_000_000_000), 0, "date-time")
    out.node(Node("entry", [], fields))
