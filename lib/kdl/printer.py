"""Nodes become KDL 2.0 text in its normal form: 4 spaces a level, strings without quotes where they can be."""

from lib.kdl.characters import BANNED, NEWLINE, classes, is_plain
from lib.kdl.document import Kind, Node, Value

INDENT = "    "
ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def to_text(nodes: list[Node], by_name: bool = False) -> str:
    """The text of a document; `by_name` sorts the properties, otherwise they keep their order."""
    out: list[str] = []
    _nodes(nodes, "", by_name, out)
    if not out:
        return "\n"
    return "".join(out)


def _nodes(nodes: list[Node], indent: str, by_name: bool, out: list[str]) -> None:
    for node in nodes:
        out.append(indent)
        _line(node, by_name, out)
        if len(node.children) > 0:
            out.append(" {\n")
            _nodes(node.children, indent + INDENT, by_name, out)
            out.append(indent + "}\n")
        else:
            out.append("\n")


def _line(node: Node, by_name: bool, out: list[str]) -> None:
    """A node without its children."""
    out.append(_note(node.note) + string(node.name))
    for value in node.args:
        out.append(" " + value_text(value))
    for name in sorted(node.props) if by_name else list(node.props):
        out.append(f" {string(name)}={value_text(node.props[name])}")


def _note(note: str | None) -> str:
    return "" if note is None else f"({string(note)})"


def value_text(value: Value) -> str:
    """A value, with its type if it has one."""
    note = _note(value.note)
    if value.kind == Kind.TEXT:
        return note + string(value.text)
    if value.kind == Kind.INT:
        return note + str(value.number)
    if value.kind == Kind.NUMBER:
        return note + value.text
    if value.kind == Kind.NULL:
        return note + "#null"
    return note + ("#true" if value.number != 0 else "#false")


def string(text: str) -> str:
    """A text as a name, or in quotes."""
    if is_plain(text):
        return text
    out = ['"']
    for char in text:
        if char in ESCAPED:
            out.append(ESCAPED[char])
        elif classes(ord(char)) & (BANNED | NEWLINE) != 0:
            out.append(f"\\u{{{ord(char):x}}}")
        else:
            out.append(char)
    out.append('"')
    return "".join(out)
