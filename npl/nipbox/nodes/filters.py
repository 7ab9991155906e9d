"""Stages that go by one node: where, select, each, first, last, reverse, uniq, get, to- and from-KDL."""

from collections import deque

from lib.kdl.document import Node, Value
from typing import Final

from lib.kdl.packed import HEAD, TEXT, Packer, packed_text
from lib.kdl.printer import to_text
from lib.kdl.reader import parse
from lib.kdl.rows import Row
from npl.nipbox.nodes.stream import NodeInput, NodeOutput
from npl.nipbox.nodes.tree import Argument, Expression, Field
from npl.nipbox.nodes.values import scalar, shown, value_of

ANY: Final = 1 << 62                    # nodes
MOST_FIELDS: Final = 127                # of `select`: their count is one byte
NAME_BEFORE: Final = packed_text("name") + bytes([TEXT])


def where(given: NodeInput, out: NodeOutput, test: Expression) -> None:
    """The nodes for which the test holds, unchanged."""
    row = given.next()
    while row is not None:
        if test.holds(row):
            out.row(row)
        row = given.next()


def first(given: NodeInput, out: NodeOutput, count: int) -> None:
    """The first nodes; no more than these are read."""
    while count > 0:
        row = given.next()
        if row is None:
            return
        out.row(row)
        count -= 1


def last(given: NodeInput, out: NodeOutput, count: int) -> None:
    """The last nodes."""
    kept: deque[Row] = deque(maxlen=count)
    row = given.next()
    while row is not None:
        kept.append(row)
        row = given.next()
    for row in kept:
        out.row(row)


def reverse(given: NodeInput, out: NodeOutput) -> None:
    """The last node first."""
    rows = all_rows(given)
    rows.reverse()
    for row in rows:
        out.row(row)


def all_rows(given: NodeInput) -> list[Row]:
    """Every node that is left."""
    rows: list[Row] = []
    row = given.next()
    while row is not None:
        rows.append(row)
        row = given.next()
    return rows


def select(given: NodeInput, out: NodeOutput, fields: list[Field]) -> None:
    """Nodes of the same name with these fields only, in this order; a field that a node has not is left out."""
    if len(fields) > MOST_FIELDS:
        raise ValueError(f"{len(fields)} fields: {MOST_FIELDS} at most")
    arguments: list[Field] = [field for field in fields if isinstance(field, Argument)]
    properties = [field for field in fields if not isinstance(field, Argument)]
    row = given.next()
    while row is not None:
        packer = out.by_parts()
        start = packer.begin()
        packer.out += row.data[row.start + HEAD : row.arguments()]
        _put_fields(row, packer, arguments, False)
        _put_fields(row, packer, properties, True)
        packer.count(0)
        packer.end(start)
        out.built()
        row = given.next()


def _put_fields(row: Row, packer: Packer, fields: list[Field], named: bool) -> None:
    """How many of the fields the row has, in one byte, and these."""
    out, count = packer.out, 0
    place = len(out)
    out.append(0)
    for field in fields:
        at = field.place(row)
        if at >= 0:
            if named:
                out += field.packed
            out += row.data[at : row.after_value(at)]
            count += 1
        elif field.is_name:
            out += NAME_BEFORE
            packer.text(row.name())
            count += 1
    out[place] = count


def each(given: NodeInput, out: NodeOutput, result: Expression) -> None:
    """A node `value …` for each node: what the expression comes to."""
    row = given.next()
    while row is not None:
        out.node(Node("value", [value_of(result.value(row))]))
        row = given.next()


def each_with(given: NodeInput, out: NodeOutput, names: list[str], results: list[Expression]) -> None:
    """The nodes with properties set to what expressions come to, which see the node as it came."""
    row = given.next()
    while row is not None:
        node = row.node()
        for index, name in enumerate(names):
            node.props[name] = value_of(results[index].value(row))
        out.node(node)
        row = given.next()


class Like:
    """A node, and how many are like it."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.count = 0


def uniq(given: NodeInput, out: NodeOutput, fields: list[Field], counted: bool = False, least: int = 1,
         most: int = ANY) -> None:
    """The nodes that are like none before: in these fields, or in all that they are where none are named.

    Only those of which there are so many; `counted`: with their number in front. Else each goes on at once.
    """
    at_once = not counted and least == 1 and most == ANY
    seen: dict[bytes, Like] = {}
    row = given.next()
    while row is not None:
        key = row.frame() if len(fields) == 0 else key_of(row, fields)
        if key not in seen:
            seen[key] = Like(row)
            if at_once:
                out.row(row)
        seen[key].count += 1
        row = given.next()
    for one in seen.values():
        if not at_once and least <= one.count <= most:
            node = one.row.node()
            if counted:
                node.props = {"count": Value.of_int(one.count), **node.props}
            out.node(node)


def key_of(row: Row, fields: list[Field]) -> bytes:
    """The values of fields as bytes: equal where they are of equal kind, type and value."""
    key = bytearray()
    for field in fields:
        at = field.place(row)
        if at >= 0:
            key += row.data[at : row.after_value(at)]
        elif field.is_name:
            key += row.name().encode()
        key.append(0xFF)
    return bytes(key)


def get(given: NodeInput, out: NodeOutput, fields: list[Field]) -> None:
    """The values of fields as text: a line a node, a tab between the values, nothing where a node has none."""
    row = given.next()
    while row is not None:
        values = [field.value(row) for field in fields]
        out.line("\t".join(["" if value is None else shown(value) for value in values]))
        row = given.next()


def to_plain(given: NodeInput, out: NodeOutput) -> None:
    """Arguments and properties as text: a line a node, a tab between the values."""
    row = given.next()
    while row is not None:
        node = row.node()
        values = [*node.args, *node.props.values()]
        out.line("\t".join([shown(scalar(value)) for value in values]))
        row = given.next()


def to_kdl(given: NodeInput, out: NodeOutput) -> None:
    """The nodes as KDL text."""
    row = given.next()
    while row is not None:
        out.line(to_text([row.node()]).removesuffix("\n"))
        row = given.next()


def from_kdl(given: NodeInput, out: NodeOutput) -> None:
    """The nodes of KDL text; nodes pass as they are. KdlError where the text is no KDL."""
    given.begin()
    if given.is_text:
        for node in parse(given.all_text()):
            out.node(node)
        return
    row = given.next()
    while row is not None:
        out.row(row)
        row = given.next()
