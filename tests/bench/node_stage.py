"""What a node costs in one stage: from the bytes of a pipe, through `where`, `sort`, `select`, to bytes again.

    rumpkc run tests/bench/node_stage.py -t riscv64 -- -icount shift=0

Prints for each stage how many nodes came out, and the guest instructions that each node that went in took. No pipe and no
worker is in the figures: these are in `kernel_figures.py`.
"""

from collections.abc import Callable

from lib.kdl.document import Node, Value
from lib.kdl.packed import pack
from lib.system import uptime_ns
from npl.nipbox.nodes import filters, summaries
from npl.nipbox.nodes.expression import expression, field
from npl.nipbox.nodes.stream import PIECE, NodeInput, NodeOutput

NODES = 1000


class Source:
    """A stream in memory, read in the pieces of a pipe."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def read(self, count: int) -> bytes:
        piece = self.data[self.at : self.at + min(count, PIECE)]
        self.at += len(piece)
        return piece


class Sink:
    """What comes out."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def write(self, data: bytes) -> None:
        self.pieces.append(data)


def listing() -> list[Node]:
    """Nodes as `ls` gives them."""
    out: list[Node] = []
    for i in range(NODES):
        props = {"name": Value.of_text(f"file{i:04}.txt"), "type": Value.of_text("file" if i % 9 else "dir"),
                 "size": Value.of_int(i * 7919 % 65536), "modified": Value.of_int(1_790_000_000 + i * 61)}
        out.append(Node("entry", [], props))
    return out


def stage(name: str, work: Callable[[NodeInput, NodeOutput], None], data: bytes) -> bytes:
    """Runs one stage over a stream; what it gave."""
    source, sink = Source(data), Sink()
    out = NodeOutput(sink.write)
    start = uptime_ns()
    work(NodeInput(source.read), out)
    out.finish()
    spent = uptime_ns() - start
    given = b"".join(sink.pieces)
    source = Source(given)
    print(f"{name}, {summaries.count(NodeInput(source.read), None)} nodes of {NODES}")
    print(name, spent // NODES)
    return given


def main() -> None:
    nodes = listing()
    start = uptime_ns()
    data = pack(nodes)
    print("pack", len(data), (uptime_ns() - start) // NODES)
    number, text = expression("size > 1KiB"), expression("type == file and name ~ '*.txt'")
    size, name = expression("size"), expression("name")
    fields = [field("name"), field("size")]
    stage("where size", lambda i, o: filters.where(i, o, number), data)
    stage("where text", lambda i, o: filters.where(i, o, text), data)
    stage("sort size", lambda i, o: summaries.sort(i, o, [size], [False]), data)
    stage("sort name", lambda i, o: summaries.sort(i, o, [name], [True]), data)
    stage("select", lambda i, o: filters.select(i, o, fields), data)
    stage("first", lambda i, o: filters.first(i, o, 5), data)
    stage("uniq", lambda i, o: filters.uniq(i, o, []), data)
    stage("group", lambda i, o: summaries.group(i, o, expression("type"), "type"), data)


if __name__ == "__main__":
    main()
