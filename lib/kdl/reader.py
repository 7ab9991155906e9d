"""KDL 2.0 text becomes nodes.

Source: the KDL Document Language, version 2.0.0, section "Full Grammar"; the functions have the grammar's names.
"""

from lib.kdl.characters import BANNED, IN_NAME, NEWLINE, SUSPECT, is_keyword, looks_like_number
from lib.kdl.cursor import Cursor, KdlError
from lib.kdl.document import Kind, Node, Value
from lib.kdl.numbers import SAFE_DIGITS, number
from lib.kdl.strings import quoted, raw

MOST_LEVELS = 64                        # children of children: each level costs stack
KEYWORDS = {"null": 0, "true": 1, "false": 2}
REALS = ("inf", "-inf", "nan")


def parse(text: str) -> list[Node]:
    """The nodes of a document; KdlError with line and column where it is none."""
    here = Cursor(text)
    out = _nodes(here, 0)
    if not here.ended():
        raise here.error("there is no `{` for this `}`")
    return out


def _nodes(here: Cursor, level: int) -> list[Node]:
    """Nodes up to the end or a `}`, which is left."""
    out: list[Node] = []
    while True:
        here.line_space()
        if here.ended() or here.peek() == 0x7D:
            return out
        dropped = _slashdash(here)
        node = _node(here, level)
        if not dropped:
            out.append(node)
        _terminator(here)


def _slashdash(here: Cursor) -> bool:
    """Passes a `/-`, which makes what follows a comment."""
    if here.peek() != 0x2F or here.peek(1) != 0x2D:
        return False
    here.at += 2
    here.line_space()
    return True


def _terminator(here: Cursor) -> None:
    if here.peek() == 0x3B:
        here.at += 1
    elif not (here.ended() or here.peek() == 0x7D or here.newline() or here.line_comment()):
        raise _unexpected(here, "a new line or `;` ends a node")


def _unexpected(here: Cursor, wanted: str) -> KdlError:
    if here.kind() & BANNED != 0 or here.peek() == 0 and not here.ended():
        return here.banned()
    return here.error(wanted)


def _node(here: Cursor, level: int) -> Node:
    note = _type(here)
    here.node_space()
    node = Node(_name(here, "the name of a node is expected here"), note=note)
    closed = children = False           # a `{…}` was there, one that counts was
    while True:
        spaced = here.node_space()
        byte = here.peek()
        if byte == 0x3B or byte == 0x7D or here.ended() or here.kind() & NEWLINE != 0:
            return node
        if byte == 0x2F and here.peek(1) == 0x2F:
            return node
        dropped = _slashdash(here)
        if here.peek() == 0x7B:
            if children and not dropped:
                raise here.error("a node has its children in one `{…}`")
            inner = _children(here, level)
            closed = True
            if not dropped:
                node.children, children = inner, True
        elif closed:
            raise _unexpected(here, "arguments and properties go before the children")
        elif not spaced and not dropped:
            raise _unexpected(here, "white space is missing here")
        elif dropped:
            _entry(here, Node(""))
        else:
            _entry(here, node)


def _children(here: Cursor, level: int) -> list[Node]:
    start = here.at
    if level >= MOST_LEVELS:
        raise here.error(f"children are nested in {MOST_LEVELS} levels at most")
    here.at += 1
    out = _nodes(here, level + 1)
    if here.ended():
        raise here.error("this `{` is never closed", start)
    here.at += 1
    return out


def _type(here: Cursor) -> str | None:
    """`(name)`, where one stands here."""
    if here.peek() != 0x28:
        return None
    here.at += 1
    here.node_space()
    name = _name(here, "the name of a type is expected here")
    here.node_space()
    if here.peek() != 0x29:
        raise _unexpected(here, "`)` is missing behind the type")
    here.at += 1
    return name


def _entry(here: Cursor, node: Node) -> None:
    """An argument or a property, which goes into `node`."""
    if not _begins_string(here):
        node.args.append(_value(here))
        return
    text = _name(here, "a value is expected here")
    end = here.at
    here.node_space()
    if here.peek() != 0x3D:
        here.at = end
        node.args.append(Value(Kind.TEXT, text))
        return
    here.at += 1
    here.node_space()
    node.props[text] = _value(here)


def _begins_string(here: Cursor) -> bool:
    byte = here.peek()
    if byte == 0x23:                    # raw strings, but not keywords
        ahead = 1
        while here.peek(ahead) == 0x23:
            ahead += 1
        return here.peek(ahead) == 0x22
    if byte == 0x2B or byte == 0x2D:
        byte = here.peek(1)
    return byte != 0x28 and not 0x30 <= byte <= 0x39


def _name(here: Cursor, wanted: str) -> str:
    """A string of any form."""
    byte = here.peek()
    if byte == 0x22:
        return quoted(here)
    if byte == 0x23 and _begins_string(here):
        return raw(here)
    start = here.at
    text = here.name()
    if text == "":
        raise _unexpected(here, wanted)
    if SUSPECT[here.data[start]] == 0:
        return text
    if is_keyword(text):
        raise here.error(f"`{text}` is no name: write `#{text}` for the value, or `\"{text}\"` for the text", start)
    if looks_like_number(text):
        raise here.error(f"`{text}` begins like a number: names that do go in quotes", start)
    return text


def _value(here: Cursor) -> Value:
    note = _type(here)
    here.node_space()
    if _begins_string(here):
        return Value(Kind.TEXT, _name(here, "a value is expected here"), 0, note)
    value = _keyword(here) if here.peek() == 0x23 else _number(here)
    value.note = note
    return value


def _keyword(here: Cursor) -> Value:
    start = here.at
    here.at += 1
    word = here.name()
    if word in REALS:
        return Value(Kind.NUMBER, "#" + word)
    if word not in KEYWORDS:
        raise here.error(f"there is no `#{word}`: the keywords are #true #false #null #inf #-inf #nan", start)
    which = KEYWORDS[word]
    return Value.null() if which == 0 else Value.of_bool(which == 1)


def _short_number(here: Cursor) -> Value | None:
    """A whole number of decimal digits alone, which most are; otherwise None, and nothing is passed."""
    data, start = here.data, here.at
    first = start + 1 if data[start] == 0x2D else start
    at, total = first, 0
    while 0x30 <= data[at] <= 0x39 and at - first < SAFE_DIGITS:
        total = total * 10 + data[at] - 0x30
        at += 1
    if at == first or IN_NAME[data[at]] != 0 or data[at] >= 0x80:
        return None
    here.at = at
    return Value(Kind.INT, "", total if first == start else -total)


def _number(here: Cursor) -> Value:
    start = here.at
    short = _short_number(here)
    if short is not None:
        return short
    token = here.name()
    value = number(token)
    if value is None:
        if token == "":
            raise _unexpected(here, "a value is expected here")
        raise here.error(f"`{token}` is no number", start)
    return value
