"""Streams of nodes: rows out of bytes, and nodes into bytes, KDL text or a table.

    bytes that begin with ff        packed nodes (lib/kdl/packed.py), as they come
    other bytes                     text: a node `line "…"` for each line

A writer keeps what it is given until there is a piece of it, and writes the rest at its end. Where nobody reads any
more, `write` raises BrokenPipeError, which goes through here: it ends the command that writes.
"""

from collections.abc import Callable, Iterator
from enum import IntEnum
from typing import Final

from lib.kdl.document import Kind, Node, Value
from lib.kdl.packed import MARK, MOST_BYTES, Packer
from lib.kdl.printer import string, to_text, value_text
from lib.kdl.rows import Row, Unpacker
from npl.nipbox.render import Table

PIECE: Final = 4096                     # bytes that are read or written at once


class NodeInput:
    """Rows from `read`, which gives some bytes, at most as many as asked for, and none at the end."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._unpacker: Unpacker = Unpacker()
        self._begun: bool = False
        self._ended: bool = False
        self.is_text: bool = False
        self._text: bytes = b""         # of a stream of text: what was read,
        self._at: int = 0               # and where the next line begins

    def begin(self) -> None:
        """Look at the first bytes, which tell what the stream holds."""
        if self._begun:
            return
        self._begun = True
        piece = self._read(PIECE)
        self._ended = len(piece) == 0
        self.is_text = self._ended or piece[0] != MARK
        if self.is_text:
            self._text = piece
        else:
            self._unpacker.feed(piece)

    def next(self) -> Row | None:
        """The next row; None at the end. PackedError where the stream is damaged."""
        row = self._unpacker.row()
        if row is not None:
            return row
        if not self._begun:
            self.begin()
            return self.next()
        if self.is_text:
            return self._line_row()
        while row is None and not self._ended:
            piece = self._read(PIECE)
            self._ended = len(piece) == 0
            self._unpacker.feed(piece)
            row = self._unpacker.row()
        if row is None:
            self._unpacker.finish()
        return row

    def _line_row(self) -> Row | None:
        line = self._line()
        if line is None:
            return None
        packer = Packer()
        start = packer.begin()
        packer.head("line", None)
        packer.count(1)
        packer.value(Value(Kind.TEXT, line.decode("utf-8", "replace")))
        packer.count(0)
        packer.count(0)
        packer.end(start)
        data = packer.take()
        return Row(data, 0, len(data), 0)

    def _line(self) -> bytes | None:
        """The next line of text without its end; None at the end."""
        end = self._text.find(b"\n", self._at)
        if end < 0:
            rest = self._text[self._at :]
            pieces, size = [rest], len(rest)
            self._at, self._text = 0, b""
            while not self._ended and end < 0:
                piece = self._read(PIECE)
                self._ended = len(piece) == 0
                end = piece.find(b"\n")
                size += len(piece)
                if size > MOST_BYTES:
                    raise ValueError(f"a line of more than {MOST_BYTES} bytes")
                pieces.append(piece)
            self._text = b"".join(pieces)
            if end < 0:
                line, self._text = self._text, b""
                return line if len(line) > 0 else None
            end = size - len(pieces[-1]) + end
        line = self._text[self._at : end]
        self._at = end + 1
        return line.removesuffix(b"\r")

    def rows(self) -> Iterator[Row]:
        """All rows."""
        row = self.next()
        while row is not None:
            yield row
            row = self.next()

    def nodes(self) -> Iterator[Node]:
        """All nodes."""
        row = self.next()
        while row is not None:
            yield row.node()
            row = self.next()

    def lines(self) -> Iterator[str]:
        """What a command for text reads: lines of text as they are, nodes as KDL, a line each."""
        self.begin()
        if self.is_text:
            line = self._line()
            while line is not None:
                yield line.decode("utf-8", "replace")
                line = self._line()
            return
        row = self.next()
        while row is not None:
            yield on_one_line(row.node())
            row = self.next()

    def all_text(self) -> str:
        """The rest of a stream of text. UnicodeDecodeError where it is not UTF-8."""
        self.begin()
        pieces = [self._text[self._at :]]
        while not self._ended:
            piece = self._read(PIECE)
            self._ended = len(piece) == 0
            pieces.append(piece)
        self._text, self._at = b"", 0
        return b"".join(pieces).decode()


class Form(IntEnum):
    """How nodes are written."""

    PACKED = 0                          # into a pipe
    KDL = 1                             # into a file
    TABLE = 2                           # to a terminal


class NodeOutput:
    """Nodes, or text, to `write`; `columns` are those of the terminal that a table is for."""

    def __init__(self, write: Callable[[bytes], None], form: Form = Form.PACKED, columns: int = 80) -> None:
        self._write = write
        self.form = form
        self.packer: Packer = Packer()  # what is not written yet,
        self._run: bytes = b""          # and behind it rows that lie one behind the other: of these bytes
        self._from: int = 0             # from here
        self._to: int = 0               # to here
        self._table: Table = Table(self._draw, columns)

    def row(self, row: Row) -> None:
        """A row as it came."""
        if self.form != Form.PACKED:
            self.node(row.node())
            return
        if row.data is self._run and row.start == self._to:
            self._to = row.end
        else:
            self._end_run()
            self._run, self._from, self._to = row.data, row.start, row.end
        if self._to - self._from + len(self.packer.out) >= PIECE:
            self.flush()

    def _end_run(self) -> None:
        """The run goes behind what is not written yet."""
        if self._to > self._from:
            self.packer.out += self._run[self._from : self._to]
            self._from = self._to

    def node(self, node: Node) -> None:
        """One more node."""
        if self.form == Form.TABLE:
            self._table.add(node)
            return
        self._end_run()
        if self.form == Form.PACKED:
            self.packer.node(node)
        else:
            self.packer.out += to_text([node]).encode()
        self.flush(PIECE)

    def built(self) -> None:
        """A whole frame was put into `packer` by parts."""
        if self.form == Form.PACKED:
            self.flush(PIECE)
            return
        frame = self.packer.take()
        self.node(Row(frame, 0, len(frame), 0).node())

    def by_parts(self) -> Packer:
        """Where a frame is built by parts: `begin`, `end`, then `built()` here."""
        if self.form != Form.PACKED:
            self.flush(1)
        self._end_run()
        return self.packer

    def line(self, text: str) -> None:
        """A line of text, of a command that gives text instead of nodes."""
        self._end_run()
        self.packer.out += text.encode()
        self.packer.out.append(0x0A)
        self.flush(PIECE)

    def flush(self, least: int = 1) -> None:
        """Write what there is, if it is so much."""
        self._end_run()
        if len(self.packer.out) >= least:
            self._write(self.packer.take())

    def finish(self) -> None:
        """The end: everything is written."""
        self._table.finish()
        self.flush()

    def _draw(self, line: str) -> None:
        self.packer.out += line.encode()
        self.flush(PIECE)


def on_one_line(node: Node) -> str:
    """A node as KDL in one line, children included."""
    parts = [_head(node)]
    for value in node.args:
        parts.append(value_text(value))
    for name, value in node.props.items():
        parts.append(f"{string(name)}={value_text(value)}")
    if len(node.children) > 0:
        parts.append("{ " + "; ".join([on_one_line(child) for child in node.children]) + " }")
    return " ".join(parts)


def _head(node: Node) -> str:
    return string(node.name) if node.note is None else f"({string(node.note)}){string(node.name)}"
