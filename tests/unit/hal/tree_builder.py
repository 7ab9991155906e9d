"""Writes flattened device trees, so that tests can say what is wrong with each."""

import struct
from dataclasses import dataclass, field


@dataclass
class TreeNode:
    """A node: properties by name (bytes), children in order."""

    name: str
    properties: dict[str, bytes] = field(default_factory=dict)
    children: list["TreeNode"] = field(default_factory=list)


def cells(*words: int) -> bytes:
    """32-bit big-endian numbers."""
    return struct.pack(f">{len(words)}I", *words)


def text(value: str) -> bytes:
    """A NUL-terminated string."""
    return value.encode() + b"\0"


def padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def structure_of(node: TreeNode, strings: bytearray) -> bytes:
    """The node's tokens; property names are appended to `strings`."""
    out = cells(1) + padded(text(node.name))
    for name, content in node.properties.items():
        offset = strings.find(b"\0" + text(name)) + 1 if (b"\0" + text(name)) in strings else len(strings)
        if offset == len(strings):
            strings += text(name)
        out += cells(3, len(content), offset) + padded(content)
    return out + b"".join(structure_of(child, strings) for child in node.children) + cells(2)


def blob(root: TreeNode, end: bytes = cells(9)) -> bytearray:
    """The whole tree: header, empty reservation map, structure, strings."""
    strings = bytearray()
    structure = structure_of(root, strings) + end
    at = 40 + 16
    header = cells(0xD00DFEED, at + len(structure) + len(strings), at, at + len(structure), 40, 17, 16, 0,
                   len(strings), len(structure))
    return bytearray(header + bytes(16) + structure + bytes(strings))


def board(bootargs: str = "rumpk.frames=1", *extra: TreeNode) -> TreeNode:
    """A small board: 128 MiB at 0x8000_0000, 10 MHz."""
    return TreeNode("", {"#address-cells": cells(2), "#size-cells": cells(2)}, [
        TreeNode("chosen", {"stdout-path": text("/soc/serial@10000000"), "bootargs": text(bootargs)}),
        TreeNode("memory@80000000", {"device_type": text("memory"), "reg": cells(0, 0x8000_0000, 0, 0x0800_0000)}),
        TreeNode("cpus", {"#address-cells": cells(1), "timebase-frequency": cells(10_000_000)}, [
            TreeNode("cpu@0", {"reg": cells(0), "timebase-frequency": cells(7)})]),
        *extra])
