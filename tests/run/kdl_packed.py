"""Nodes as bytes: what is packed unpacks as itself, from whole streams and from pieces; damaged streams are errors."""

import random
from zlib import crc32

from lib.kdl.document import Kind, Node, Value
from lib.kdl.packed import MOST_LEVELS, Packer, pack
from lib.kdl.printer import to_text
from lib.kdl.rows import PackedError, Row, Unpacker, row_of, unpack

TEXTS = ["", "a", "size", "größe", "ノード", "😀 x", "a\0b\n", "x" * 127, "y" * 128, "two words", "#null", "12"]
NUMBERS = ["1.5", "-0.0", "1.0E+22", "#inf", "#-inf", "#nan", "123456789012345678901234567890", "-1E-5", "9223372036854775808"]
INTS = [0, 1, -1, 127, 128, -128, -129, 16383, 16384, 2**31, -(2**31), 2**62, 9223372036854775807, -9223372036854775807 - 1]


def value_of(r: random.Random) -> Value:
    which = r.randrange(6)
    if which == 0:
        value = Value.null()
    elif which == 1:
        value = Value.of_bool(r.randrange(2) == 1)
    elif which == 2:
        value = Value(Kind.NUMBER, r.choice(NUMBERS))
    elif which == 3:
        value = Value.of_int(r.choice(INTS))
    elif which == 4:
        value = Value.of_int(r.randrange(-1000, 100000))
    else:
        value = Value.of_text(r.choice(TEXTS))
    if r.randrange(5) == 0:
        value.note = r.choice(TEXTS)
    return value


def node_of(r: random.Random, level: int) -> Node:
    node = Node(r.choice(TEXTS))
    if r.randrange(4) == 0:
        node.note = r.choice(TEXTS)
    for _ in range(r.randrange(4)):
        node.args.append(value_of(r))
    for _ in range(r.randrange(5)):
        node.props[r.choice(TEXTS)] = value_of(r)
    if level < 3:
        for _ in range(r.randrange(3)):
            node.children.append(node_of(r, level + 1))
    return node


def by_pieces(stream: bytes, r: random.Random) -> list[Node]:
    """The nodes of a stream that arrives in pieces."""
    unpacker = Unpacker()
    out: list[Node] = []
    at = 0
    while at < len(stream):
        end = at + r.choice([0, 1, 2, 5, 17, 300])
        unpacker.feed(stream[at:end])
        at = end
        row = unpacker.row()
        while row is not None:
            out.append(row.node())
            row = unpacker.row()
    unpacker.finish()
    return out


def identity() -> None:
    """Random documents, there and back."""
    r, digest = random.Random(6), 0
    for _ in range(60):
        nodes = [node_of(r, 0) for _ in range(r.randrange(4))]
        stream = pack(nodes)
        assert unpack(stream) == nodes and by_pieces(stream, r) == nodes
        assert to_text(unpack(stream)) == to_text(nodes)
        digest = crc32(stream, digest)
    print(f"streams {digest:08x}")


def parts() -> None:
    """What a row finds without decoding the rest."""
    node = Node("file", [Value.of_int(7), Value.of_text("b")], {"größe": Value.of_int(-5), "t": Value(Kind.TEXT, "x", 0, "kind")},
                [Node("inner")], "note")
    row = row_of(node)
    print(row.name(), row.node_note(), row.argument(2), row.property(b"none"), row.property(b""))
    for at in (row.argument(0), row.argument(1), row.property("größe".encode()), row.property(b"t")):
        print(row.value(at), row.tag(at)[0], row.note(at))
    print(row.count(row.children())[0], row.frame() == pack([node]), row.frame()[:1].hex(), len(row.frame()))
    print(Row(row.frame(), 0, row.end, 0).node() == node)


def outcome(stream: bytes) -> str:
    """What becomes of a stream that may be damaged."""
    try:
        return to_text(unpack(stream))
    except PackedError as error:
        assert 0 <= error.place <= len(stream), (error.place, len(stream))
        return str(error)


def damage() -> None:
    """Bytes changed, lost and added: nodes or an error that names the place, never anything else."""
    r, digest, refused = random.Random(7), 0, 0
    for _ in range(300):
        stream = bytearray(pack([node_of(r, 1) for _ in range(1 + r.randrange(2))]))
        for _ in range(1 + r.randrange(3)):
            at = r.randrange(len(stream))
            what = r.randrange(4)
            if what == 0:
                stream[at] = r.randrange(256)
            elif what == 1:
                stream[at] ^= 1 << r.randrange(8)
            elif what == 2 and len(stream) > 1:
                del stream[at]
            else:
                stream.insert(at, r.choice([0, 1, 0x7F, 0x80, 0xFF]))
        result = outcome(bytes(stream))
        refused += 1 if result.startswith("byte ") else 0
        digest = crc32(result.encode(), digest)
    print(f"damaged: {refused} refused, {digest:08x}")


def errors() -> None:
    """Each error once."""
    good = pack([Node("n", [Value.of_int(1)])])
    for stream in (b"text", good[:3], good[:-1], good + b"\xff", b"\xff\0\0\0\x01", b"\xff\xff\xff\xff\xff", b"\xff\0\0\0\0",
                   b"\xff\x01\0\0\0\x09", b"\xff\x04\0\0\0\0\x01\xc3\0", b"\xff\x06\0\0\0\0\0\0\0\0\0",
                   b"\xff\x0e\0\0\0\0\0" + b"\xff" * 9 + b"\x01\0\0", b"\xff\x06\0\0\0\0\0\x01\x07\0\0",
                   b"\xff\x08\0\0\0\0\0\x01\x05\x01\x78\0\0", b"\xff\x05\0\0\0\0\x7fabc", b"\xff\x05\0\0\0\0\0\0\0\x05"):
        print(stream.hex(), "|", outcome(stream).rstrip())
    deep = Node("last")
    for _ in range(MOST_LEVELS):
        deep = Node("d", [], {}, [deep])
    print(unpack(pack([deep])) == [deep])
    packer = Packer()
    for node in (Node("d", [], {}, [deep]), Node("x" * 1_100_000)):
        try:
            packer.node(node)
        except ValueError as error:
            print(error)
    packer = Packer()
    packer.node(Node("a"))
    print(packer.take().hex(), packer.take())


def main() -> None:
    identity()
    parts()
    damage()
    errors()


if __name__ == "__main__":
    main()
