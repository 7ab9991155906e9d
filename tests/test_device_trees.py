"""Device trees that are missing or nonsense, on the boards: the machine boots with what every board has, and says why."""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import qemu
from qemu import BOARDS, ROOT

HEADER = struct.Struct(">10I")                  # Devicetree Specification 0.4, 5.2
PROPERTY, UNKNOWN = 3, 7                        # tokens of the structure block
LEAST = "going on with the least that every board has"


class Tree:
    """QEMU's own tree of a machine, to be damaged."""

    def __init__(self, machine: str, image: Path, folder: Path) -> None:
        path = folder / f"{machine}.dtb"
        board = qemu.board(machine).qemu
        assert board is not None
        subprocess.run(board.command(str(image), extra=("-machine", f"dumpdtb={path}")), check=True,
                       stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        self.bytes = bytearray(path.read_bytes())
        _, _, self.nodes, self.names, _, _, _, _, names_bytes, nodes_bytes = HEADER.unpack_from(self.bytes)
        self.end = self.nodes + nodes_bytes
        del self.bytes[max(self.end, self.names + names_bytes):]
        self.bytes[4:8] = struct.pack(">I", len(self.bytes))

    def word(self, at: int, value: int) -> None:
        self.bytes[at:at + 4] = struct.pack(">I", value)


def unknown_token(tree: Tree) -> None:
    tree.word(tree.end - 4, UNKNOWN)


def endless_property(tree: Tree) -> None:
    tree.word(tree.bytes.rfind(struct.pack(">I", PROPERTY), tree.nodes, tree.end) + 4, 0x7FFF_FFFF)


def many_cells(tree: Tree) -> None:
    """Addresses of 77 words: nothing can be read that way."""
    name = tree.bytes.find(b"#address-cells\0", tree.names) - tree.names
    tree.word(tree.bytes.find(struct.pack(">III", PROPERTY, 4, name), tree.nodes) + 12, 77)


def nameless(tree: Tree) -> None:
    """The name of a property lies beyond the block of names."""
    tree.word(tree.bytes.rfind(struct.pack(">I", PROPERTY), tree.nodes, tree.end) + 8, 0x7FFF_FFFF)


def no_memory(tree: Tree) -> None:
    at = tree.bytes.find(b"memory@", tree.nodes)
    tree.bytes[at:at + 6] = b"mxmory"


DAMAGES: dict[Callable[[Tree], None], str] = {
    unknown_token: "device tree: unknown token", endless_property: "device tree: property beyond its block",
    many_cells: "", nameless: "device tree: property beyond its block", no_memory: ""}
REFUSED = {("aarch64", unknown_token), ("aarch64", endless_property), ("aarch64", many_cells)}     # by QEMU itself


@pytest.mark.parametrize("machine", BOARDS)
@pytest.mark.board
def test_damaged_trees(machine: str, tmp_path: Path) -> None:
    """hello says hello with each of them; the log names what is broken."""
    image = qemu.build(ROOT / "apps" / "hello.py", machine)
    board = qemu.board(machine).qemu
    assert board is not None
    for damage, fault in DAMAGES.items():
        if (machine, damage) in REFUSED:
            continue
        tree = Tree(machine, image, tmp_path)
        damage(tree)
        path = tmp_path / "damaged.dtb"
        path.write_bytes(tree.bytes)
        with qemu.Guest(board.command(str(image), extra=("-dtb", str(path))), 60, framed=False) as guest:
            code = guest.wait()
        said = guest.program.decode()
        assert code == 0 and "Hello from Rumpk." in said, (damage.__name__, said)
        assert f"{fault}: {LEAST}" in said if fault else "MiB free" in said, (damage.__name__, said)
