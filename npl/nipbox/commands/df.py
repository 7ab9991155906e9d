"""df: the file systems that take files, and how much room is left in them."""

from typing import Final

from lib.kdl.document import Kind, Node, Value
from lib.kdl.reader import parse
from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import whole_text
from npl.nipbox.io import Io
from npl.nipbox.nodes.stage import output

COMMAND: Final = Command("df", pledge=STDIO | RPATH, usage="[-h]", summary="show the room for files", most=0,
                         options="-h --human: in the unit that fits, as it is anyway",
                         output="at kind size used free")


def run(arguments: Arguments, io: Io) -> int:
    out = output(io)
    page = 0
    for node in parse(whole_text("/proc/memory")):
        values = {name: value.number for name, value in node.props.items()}
        if node.name == "pages":
            page = values["size"]
        elif node.name == "files":                      # the one of the root; /dev and /proc take none
            quota, used = values["quota"] * page, values["used"] * page
            out.node(Node("files", [], {
                "at": Value.of_text("/"), "kind": Value.of_text("ramfs"), "size": Value(Kind.INT, "", quota, "B"),
                "used": Value(Kind.INT, "", used, "B"), "free": Value(Kind.INT, "", quota - used, "B")}))
    out.finish()
    return 0
