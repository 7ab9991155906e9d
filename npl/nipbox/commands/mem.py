"""mem: what /proc/memory says, a node for each kind of memory."""

from typing import Final

from lib.kdl.document import Kind, Node, Value
from lib.kdl.reader import parse
from npl.nipbox.command import RPATH, STDIO, Arguments, Command
from npl.nipbox.files import whole_text
from npl.nipbox.io import Io
from npl.nipbox.nodes.stage import output
from npl.nipbox.nodes.stream import NodeOutput

COMMAND: Final = Command("mem", pledge=STDIO | RPATH, usage="", summary="show the use of memory", most=0,
                         output="what size free")


def run(arguments: Arguments, io: Io) -> int:
    out = output(io)
    page = 0
    for node in parse(whole_text("/proc/memory")):
        values = {name: value.number for name, value in node.props.items()}
        if node.name == "memory":
            for name, size in values.items():
                give(out, name, size, -1)
        elif node.name == "pages":
            page = values["size"]
            give(out, "pages", values["count"] * page, values["free"] * page)
        else:
            give(out, "files", values["quota"] * page, (values["quota"] - values["used"]) * page)
    out.finish()
    return 0


def give(out: NodeOutput, what: str, size: int, free: int) -> None:
    """A node; `free` is -1 where there is no such number."""
    fields = {"what": Value.of_text(what), "size": Value(Kind.INT, "", size, "B")}
    if free >= 0:
        fields["free"] = Value(Kind.INT, "", free, "B")
    out.node(Node("memory", [], fields))
