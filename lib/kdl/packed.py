"""Nodes as bytes, for streams between workers: each is a frame, and a stream is frames one behind the other.

    frame   FF, the number of bytes of its node (u32, little-endian, at most MOST_BYTES), a node that has just so many
    node    flags (1: a type), name text, [type text],
            count, so many values; count, so many (name text, value); count, so many (number of bytes, node)
    value   what it is; NOTED added: a type text; then by its kind
              NULL, FALSE, TRUE   nothing
              NATURAL             an int: count        NEGATIVE    an int: count, which is -1 minus it
              NUMBER              text as KDL writes it: fractions, exponents, #inf, #nan, what has more than 64 bits
              TEXT                text
    text    count of bytes, UTF-8
    count   7 bits a byte, the lowest first; 80 added where more follow; at most 9 bytes, 63 bits

Of two properties with one name the first counts; a packer writes a name once. No UTF-8 has a byte FF, so the first byte
tells a stream of nodes from text. `rows.py` reads.
"""

from typing import Final

from lib.kdl.document import Kind, Node, Value

MARK: Final = 0xFF
HEAD: Final = 5
MOST_BYTES: Final = 1 << 20             # of a node: what a reader must be able to hold
MOST_LEVELS: Final = 64                 # of children, as in text

HAS_NOTE: Final = 1

NULL: Final = 0
FALSE: Final = 1
TRUE: Final = 2
NATURAL: Final = 3
NEGATIVE: Final = 4
NUMBER: Final = 5
TEXT: Final = 6
NOTED: Final = 0x80


class Packer:
    """Frames, one behind the other, in `out`."""

    def __init__(self) -> None:
        self.out: bytearray = bytearray()

    def take(self) -> bytes:
        """The frames since the last call."""
        taken = bytes(self.out)
        self.out.clear()
        return taken

    def node(self, node: Node) -> None:
        """One more node. ValueError where it is too large or too deep."""
        start = self.begin()
        self._node(node, 0)
        self.end(start)

    def begin(self) -> int:
        """The head of a frame whose node follows by parts; its place is for `end`."""
        start = len(self.out)
        self.out += b"\xff\0\0\0\0"
        return start

    def end(self, start: int) -> None:
        """The frame at `start` has its node. ValueError, and no frame, where it is too large."""
        out = self.out
        size = len(out) - start - HEAD
        if size > MOST_BYTES:
            del out[start:]
            raise ValueError(f"a node of {size} bytes is too large: {MOST_BYTES} at most")
        out[start + 1] = size & 0xFF
        out[start + 2] = size >> 8 & 0xFF
        out[start + 3] = size >> 16

    def head(self, name: str, note: str | None) -> None:
        """The beginning of a node: arguments, properties and children follow, each with their count."""
        self.out.append(0 if note is None else HAS_NOTE)
        self.text(name)
        if note is not None:
            self.text(note)

    def _node(self, node: Node, level: int) -> None:
        self.head(node.name, node.note)
        self.count(len(node.args))
        for value in node.args:
            self.value(value)
        self.count(len(node.props))
        for name, value in node.props.items():
            self.text(name)
            self.value(value)
        self.count(len(node.children))
        for child in node.children:
            self._child(child, level + 1)

    def _child(self, child: Node, level: int) -> None:
        if level > MOST_LEVELS:
            raise ValueError(f"children are nested in {MOST_LEVELS} levels at most")
        inner = Packer()
        inner._node(child, level)
        self.count(len(inner.out))
        self.out += inner.out

    def value(self, value: Value) -> None:
        """One value."""
        kind, out = value.kind, self.out
        noted = 0 if value.note is None else NOTED
        if kind == Kind.TEXT:
            tag = TEXT
        elif kind == Kind.INT:
            tag = NATURAL if value.number >= 0 else NEGATIVE
        elif kind == Kind.NUMBER:
            tag = NUMBER
        elif kind == Kind.NULL:
            tag = NULL
        else:
            tag = TRUE if value.number != 0 else FALSE
        out.append(tag | noted)
        if value.note is not None:
            self.text(value.note)
        if tag >= NUMBER:
            self.text(value.text)
        elif tag >= NATURAL:
            self.count(value.number if tag == NATURAL else -1 - value.number)

    def text(self, text: str) -> None:
        """A text with its length."""
        data = text.encode()
        self.count(len(data))
        self.out += data

    def count(self, number: int) -> None:
        """A number that is not negative."""
        out = self.out
        while number >= 0x80:
            out.append(number & 0x7F | 0x80)
            number >>= 7
        out.append(number)


def packed_text(text: str) -> bytes:
    """A text with its length."""
    packer = Packer()
    packer.text(text)
    return packer.take()


def pack(nodes: list[Node]) -> bytes:
    """The nodes as one stream."""
    packer = Packer()
    for node in nodes:
        packer.node(node)
    return packer.take()
