"""Reads packed nodes (packed.py). A row decodes what it is asked for, and can be passed on as it came.

A stream is not to be trusted: whatever is not as packed.py says is a `PackedError`, which names the byte.
"""

from typing import Final

from lib.kdl.document import Kind, Node, Value
from lib.kdl.packed import (
    HAS_NOTE, HEAD, MARK, MOST_BYTES, MOST_LEVELS, NATURAL, NEGATIVE, NOTED, NULL, NUMBER, TEXT, TRUE, pack,
)

MOST_COUNT_BITS: Final = 56             # of the bits of a count before its last byte


class PackedError(ValueError):
    """What is wrong in a stream, and at which of its bytes."""

    def __init__(self, message: str, place: int) -> None:
        super().__init__(f"byte {place} of the nodes: {message}")
        self.message = message
        self.place = place


class Row:
    """One node of a stream: the frame of `data` from `start` to `end`. Places are indices of `data`; none is -1."""

    def __init__(self, data: bytes, start: int, end: int, base: int) -> None:
        self.data = data
        self.start = start
        self.end = end
        self.base = base                # where in the stream `data` begins

    def bad(self, message: str, at: int) -> PackedError:
        return PackedError(message, self.base + min(at, self.end))

    def frame(self) -> bytes:
        """The frame as it came."""
        return self.data[self.start : self.end]

    # Steps over parts: each takes a place and gives the next one, which is in the frame or its end.

    def count(self, at: int) -> tuple[int, int]:
        """The count at a place, and the place behind it."""
        if at >= self.end:
            raise self.bad("the node ends too early", at)
        byte = self.data[at]
        if byte < 0x80:
            return byte, at + 1
        return self._long_count(at)

    def _long_count(self, at: int) -> tuple[int, int]:
        number = bits = 0
        while at < self.end:
            byte = self.data[at]
            at += 1
            number |= (byte & 0x7F) << bits
            if byte < 0x80:
                return number, at
            bits += 7
            if bits > MOST_COUNT_BITS:
                raise self.bad("a count of more than 63 bits", at)
        raise self.bad("the node ends too early", at)

    def after_text(self, at: int) -> int:
        """The place behind the text, or the child, at a place."""
        size, at = self.count(at)
        if size > self.end - at:
            raise self.bad("the node ends too early", at)
        return at + size

    def after_value(self, at: int) -> int:
        """The place behind the value at a place."""
        tag, next_ = self.tag(at)
        if tag >= NUMBER:
            return self.after_text(next_)
        if tag >= NATURAL:
            return self.count(next_)[1]
        return next_

    def tag(self, at: int) -> tuple[int, int]:
        """What the value at a place is, and the place behind its type."""
        if at >= self.end:
            raise self.bad("the node ends too early", at)
        tag = self.data[at]
        if tag <= TEXT:
            return tag, at + 1
        if tag & ~NOTED > TEXT:
            raise self.bad(f"there is no value 0x{tag:02x}", at)
        return tag & ~NOTED, self.after_text(at + 1)

    def text(self, at: int) -> str:
        """The text at a place."""
        size, at = self.count(at)
        if size > self.end - at:
            raise self.bad("the node ends too early", at)
        try:
            return self.data[at : at + size].decode()
        except UnicodeDecodeError:
            raise self.bad("a text is not UTF-8", at) from None

    def note(self, at: int) -> str | None:
        """The type of the value at a place."""
        return self.text(at + 1) if self.data[at] & NOTED != 0 else None

    # The parts of the node

    def _flags(self) -> int:
        at = self.start + HEAD
        if at >= self.end:
            raise self.bad("the node ends too early", at)
        if self.data[at] > HAS_NOTE:
            raise self.bad(f"there is no flag 0x{self.data[at]:02x}", at)
        return self.data[at]

    def name(self) -> str:
        """The node's name."""
        return self.text(self.start + HEAD + 1)

    def node_note(self) -> str | None:
        """The node's type."""
        return self.text(self.after_text(self.start + HEAD + 1)) if self._flags() == HAS_NOTE else None

    def arguments(self) -> int:
        """The place of the count of the arguments."""
        flags = self._flags()
        at = self.after_text(self.start + HEAD + 1)
        return self.after_text(at) if flags == HAS_NOTE else at

    def properties(self) -> int:
        """The place of the count of the properties."""
        count, at = self.count(self.arguments())
        while count > 0:
            at = self.after_value(at)
            count -= 1
        return at

    def children(self) -> int:
        """The place of the count of the children."""
        count, at = self.count(self.properties())
        while count > 0:
            at = self.after_value(self.after_text(at))
            count -= 1
        return at

    def argument(self, index: int) -> int:
        """The place of an argument's value, which is counted from 0."""
        count, at = self.count(self.arguments())
        if index >= count:
            return -1
        while index > 0:
            at = self.after_value(at)
            index -= 1
        return at

    def property(self, name: bytes) -> int:
        """The place of a property's value. The one loop that every stage runs: short counts are read in line."""
        data, end, length = self.data, self.end, len(name)
        first = name[0] if length > 0 else 0
        count, at = self.count(self.properties())
        while count > 0:
            if at >= end:
                raise self.bad("the node ends too early", at)
            size = data[at]
            if size < 0x80:
                at += 1
            else:
                size, at = self._long_count(at)
            if size >= end - at:
                raise self.bad("the node ends too early", at)
            if size == length and (length == 0 or data[at] == first) and data.startswith(name, at):
                return at + size
            at += size
            if data[at] == TEXT and at + 1 < end and data[at + 1] < 0x80:
                at += 2 + data[at + 1]
            else:
                at = self.after_value(at)
            count -= 1
        return -1

    def value(self, at: int) -> Value:
        """The value at a place."""
        tag, next_ = self.tag(at)
        note = self.note(at)
        if tag == TEXT:
            return Value(Kind.TEXT, self.text(next_), 0, note)
        if tag == NUMBER:
            return Value(Kind.NUMBER, self._number(next_), 0, note)
        if tag == NATURAL:
            return Value(Kind.INT, "", self.count(next_)[0], note)
        if tag == NEGATIVE:
            return Value(Kind.INT, "", -1 - self.count(next_)[0], note)
        if tag == NULL:
            return Value(Kind.NULL, "", 0, note)
        return Value(Kind.BOOL, "", 1 if tag == TRUE else 0, note)

    def _number(self, at: int) -> str:
        """The text of a number, which is made of what KDL's numbers are made of."""
        text = self.text(at)
        if text in ("#inf", "#-inf", "#nan"):
            return text
        for char in text:
            if char not in "0123456789+-.E":
                raise self.bad(f"{text!r} is no number", at)
        try:
            float(text)
        except ValueError:
            raise self.bad(f"{text!r} is no number", at) from None
        return text

    # The whole node

    def node(self) -> Node:
        """The node, all of it decoded."""
        node, at = self._node(self.start + HEAD, self.end, 0)
        return node

    def _node(self, at: int, end: int, level: int) -> tuple[Node, int]:
        """The node at a place, which must end at `end`."""
        row = Row(self.data, at - HEAD, end, self.base)
        node = Node(row.name(), note=row.node_note())
        count, at = row.count(row.arguments())
        while count > 0:
            node.args.append(row.value(at))
            at = row.after_value(at)
            count -= 1
        count, at = row.count(at)
        while count > 0:
            name, at = row.text(at), row.after_text(at)
            if name not in node.props:
                node.props[name] = row.value(at)
            at = row.after_value(at)
            count -= 1
        count, at = row.count(at)
        if count > 0 and level >= MOST_LEVELS:
            raise self.bad(f"children are nested in {MOST_LEVELS} levels at most", at)
        while count > 0:
            size, at = row.count(at)
            if size > end - at:
                raise self.bad("the node ends too early", at)
            child, at = self._node(at, at + size, level + 1)
            node.children.append(child)
            count -= 1
        if at != end:
            raise self.bad("bytes that belong to nothing", at)
        return node, at


class Unpacker:
    """Rows from pieces of a stream, wherever it was cut. Holds no more than one frame and the last piece."""

    def __init__(self) -> None:
        self._data: bytes = b""
        self._at: int = 0               # the next frame
        self._base: int = 0             # where in the stream `_data` begins
        self._pieces: list[bytes] = []  # behind `_data`, until they make a frame whole
        self._held: int = 0             # their bytes
        self._wanted: int = 1           # of `_data[_at:]` and the pieces, before there is anything to look at

    def feed(self, piece: bytes) -> None:
        """What comes next in the stream."""
        self._pieces.append(piece)
        self._held += len(piece)
        if len(self._data) - self._at + self._held < self._wanted:
            return
        rest = self._data[self._at :]
        self._base += self._at
        self._data = self._pieces[0] if rest == b"" and len(self._pieces) == 1 else rest + b"".join(self._pieces)
        self._at, self._held = 0, 0
        self._pieces.clear()

    def row(self) -> Row | None:
        """The next row; None until more is fed."""
        start, data = self._at, self._data
        left = len(data) - start
        if left == 0:
            self._wanted = 1
            return None
        if data[start] != MARK:
            raise PackedError(f"a node begins with ff, and this is {data[start]:02x}", self._base + start)
        if left < HEAD:
            self._wanted = HEAD
            return None
        size = data[start + 1] | data[start + 2] << 8 | data[start + 3] << 16 | data[start + 4] << 24
        if size > MOST_BYTES:
            raise PackedError(f"a node of {size} bytes: {MOST_BYTES} at most", self._base + start)
        if left < HEAD + size:
            self._wanted = HEAD + size
            return None
        self._at = start + HEAD + size
        return Row(data, start, self._at, self._base)

    def finish(self) -> None:
        """The stream has ended. PackedError where it ended inside a node."""
        left = len(self._data) - self._at + self._held
        if left > 0:
            raise PackedError("the stream ends inside a node", self._base + self._at + left)


def unpack(stream: bytes) -> list[Node]:
    """The nodes of a whole stream."""
    unpacker = Unpacker()
    unpacker.feed(stream)
    out: list[Node] = []
    while True:
        row = unpacker.row()
        if row is None:
            unpacker.finish()
            return out
        out.append(row.node())


def row_of(node: Node) -> Row:
    """A node as a row."""
    data = pack([node])
    return Row(data, 0, len(data), 0)
