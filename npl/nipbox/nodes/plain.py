"""The input of a command over text: bytes as they are, but packed nodes as KDL, a line each."""

from collections.abc import Callable

from lib.kdl.packed import HEAD, MARK, MOST_BYTES
from npl.nipbox.nodes.stream import PIECE, NodeInput, on_one_line


class PlainInput:
    """Bytes of `source`, which gives at most as many as it is asked for, and none at the end."""

    def __init__(self, source: Callable[[int], bytes]) -> None:
        self._source = source
        self._first: bytes = b""
        self._begun: bool = False
        self._nodes: NodeInput | None = None

    def read(self) -> bytes:
        """Some bytes; none at the end. PackedError where the nodes are damaged."""
        if not self._begun:
            self._begun = True
            self._first = self._source(PIECE)
            if is_packed(self._first):
                self._nodes = NodeInput(self._again)
            else:
                return self._first
        nodes = self._nodes
        return self._source(PIECE) if nodes is None else as_text(nodes)

    def _again(self, count: int) -> bytes:
        """What was looked at, then the rest."""
        piece, self._first = self._first, b""
        return piece if len(piece) > 0 else self._source(count)


def is_packed(data: bytes) -> bool:
    """Whether a stream that begins so is one of nodes: other files that begin with FF tell no such size."""
    if len(data) == 0 or data[0] != MARK:
        return False
    return len(data) < HEAD or int.from_bytes(data[1:HEAD], "little") <= MOST_BYTES


def as_text(nodes: NodeInput) -> bytes:
    """About a piece of lines; nothing at the end."""
    out = bytearray()
    while len(out) < PIECE:
        row = nodes.next()
        if row is None:
            break
        out += on_one_line(row.node()).encode()
        out.append(0x0A)
    return bytes(out)
