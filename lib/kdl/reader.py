"""KDL 2.0 text becomes nodes.

Source: the KDL Document Language, version 2.0.0, section "Full Grammar"; the functions have the grammar's names.
"""

from lib.kdl.characters import (
    BANNED, BEGINS, DIGITS, END, HASH, LETTER, LOOK, NEWLINE, PARENTHESIS, PLAIN, QUOTE, SIGN, is_keyword,
    looks_like_number,
)
from lib.kdl.cursor import Cursor, KdlError
from lib.kdl.document import Kind, Node, Value
from lib.kdl.numbers import number, short_number
from lib.kdl.strings import quoted, raw
from rumpk import inline

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
    byte = here.data[here.at]
    if byte == 0x0A or byte == 0x3B:
        here.at += 1
    elif not (here.ended() or here.peek() == 0x7D or here.newline() or here.line_comment()):
        raise _unexpected(here, "a new line or `;` ends a node")


def _unexpected(here: Cursor, wanted: str) -> KdlError:
    if here.kind() & BANNED != 0 or here.peek() == 0 and not here.ended():
        return here.banned()
    return here.error(wanted)


def _node(here: Cursor, level: int) -> Node:
    note = _type(here)
    node = Node(_name(here, "the name of a node is expected here"), note=note)
    data = here.data
    closed = children = False           # a `{…}` was there, one that counts was
    spaced = here.node_space()
    while True:
        begins = BEGINS[data[here.at]]
        if begins >= HASH and spaced and not closed:
            spaced = _entry(here, node)
            continue
        if begins == END or _ends(here):
            return node
        dropped = _slashdash(here)
        if here.peek() == 0x7B:
            if children and not dropped:
                raise here.error("a node has its children in one `{…}`")
            inner = _children(here, level)
            closed = True
            if not dropped:
                node.children, children = inner, True
            spaced = here.node_space()
        elif closed:
            raise _unexpected(here, "arguments and properties go before the children")
        elif not spaced and not dropped:
            raise _unexpected(here, "white space is missing here")
        else:
            spaced = _entry(here, Node("") if dropped else node)


def _ends(here: Cursor) -> bool:
    """Whether a node is at its end, for what only a second look shows."""
    return here.kind() & NEWLINE != 0 or here.peek() == 0x2F and here.peek(1) == 0x2F


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


@inline
def _type(here: Cursor) -> str | None:
    """`(name)` and white space behind it, where one stands here."""
    return _some_type(here) if here.data[here.at] == 0x28 else None


def _some_type(here: Cursor) -> str:
    here.at += 1
    here.node_space()
    name = _name(here, "the name of a type is expected here")
    here.node_space()
    if here.peek() != 0x29:
        raise _unexpected(here, "`)` is missing behind the type")
    here.at += 1
    here.node_space()
    return name


def _entry(here: Cursor, node: Node) -> bool:
    """An argument or a property, which goes into `node`; whether there was white space behind it."""
    if not _begins_string(here):
        node.args.append(_value(here))
        return here.node_space()
    text = _name(here, "a value is expected here")
    spaced = here.node_space()
    if here.data[here.at] != 0x3D:
        node.args.append(Value(Kind.TEXT, text))
        return spaced
    here.at += 1
    here.node_space()
    node.props[text] = _value(here)
    return here.node_space()


@inline
def _begins_string(here: Cursor) -> bool:
    begins = BEGINS[here.data[here.at]]
    return begins > SIGN or begins != DIGITS and begins != PARENTHESIS and _may_begin_string(here, begins)


def _may_begin_string(here: Cursor, begins: int) -> bool:
    if begins == HASH:                  # raw strings, but not keywords
        ahead = 1
        while here.peek(ahead) == 0x23:
            ahead += 1
        return here.peek(ahead) == 0x22
    return begins != SIGN or here.data[here.at] == 0x2E or BEGINS[here.peek(1)] != DIGITS


def _name(here: Cursor, wanted: str) -> str:
    """A string of any form."""
    start = here.at
    begins = BEGINS[here.data[start]]
    if begins == PLAIN:
        return here.name()
    if begins == QUOTE:
        return quoted(here)
    if begins == HASH and _begins_string(here):
        return raw(here)
    text = here.name()
    if text == "":
        raise _unexpected(here, wanted)
    if begins != LOOK and is_keyword(text):
        raise here.error(f"`{text}` is no name: write `#{text}` for the value, or `\"{text}\"` for the text", start)
    if begins != LETTER and looks_like_number(text):
        raise here.error(f"`{text}` begins like a number: names that do go in quotes", start)
    return text


def _value(here: Cursor) -> Value:
    note = _type(here)
    if _begins_string(here):
        return Value(Kind.TEXT, _name(here, "a value is expected here"), 0, note)
    value = _keyword(here) if here.data[here.at] == 0x23 else _number(here)
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


def _number(here: Cursor) -> Value:
    start = here.at
    short = short_number(here)
    if short is not None:
        return short
    token = here.name()
    value = number(token)
    if value is None:
        if token == "":
            raise _unexpected(here, "a value is expected here")
        raise here.error(f"`{token}` is no number", start)
    return value
