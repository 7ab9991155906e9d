"""The device tree reader: QEMU's own trees, small made-up ones, and every way in which one can be broken."""

import random
import shutil
import subprocess

import pytest

from hal import fdt
from rumpk import Memory, Ptr, u8
from tree_builder import TreeNode, blob, board, cells, text

BASE = 0x8700_0000
RAM = 0x8000_0000


def read(tree: bytes, inside: int = RAM + 0x1000) -> fdt.TreeInfo:
    """Read exactly these bytes: an access beyond them is a MemoryFault."""
    with Memory({BASE: bytes(tree)}):
        return fdt.read_tree(Ptr[u8](BASE), inside)


def arguments(tree: bytes) -> str:
    info = read(tree)
    at = int(info.arguments) - BASE
    return bytes(tree[at:at + info.argument_bytes]).decode()


def test_a_whole_tree():
    info = read(blob(board()))
    assert (info.fault, info.memory_base, info.memory_bytes, info.timebase_hz) == ("", RAM, 128 << 20, 10_000_000)
    assert arguments(blob(board("a=1 b"))) == "a=1 b"


def test_what_is_missing_is_zero():
    info = read(blob(TreeNode("")))
    assert (info.fault, info.memory_bytes, info.argument_bytes, info.timebase_hz) == ("", 0, 0, 0)
    assert read(blob(TreeNode("", {}, [TreeNode("chosen", {"bootargs": b""})]))).argument_bytes == 0


@pytest.mark.parametrize(("inside", "found"), [
    (0x1000, (0, 0x8000)), (0x7FFF, (0, 0x8000)), (0x8000, (0, 0)), (0x1_0000_0000, (0x1_0000_0000, 0x10_0000))])
def test_the_bank_that_holds_the_image(inside, found):
    banks = cells(0, 0, 0, 0x8000) + cells(1, 0, 0, 0x10_0000)
    root = TreeNode("", {"#address-cells": cells(2), "#size-cells": cells(2)}, [TreeNode("memory", {"reg": banks})])
    info = read(blob(root), inside)
    assert (info.memory_base, info.memory_bytes) == found


def test_one_cell_addresses_and_several_memory_nodes():
    root = TreeNode("", {"#address-cells": cells(1), "#size-cells": cells(1)}, [
        TreeNode("memory@0", {"reg": cells(0, 0x1000)}), TreeNode("memory@80000000", {"reg": cells(RAM, 0x10000)}),
        TreeNode("memory-controller", {"reg": cells(RAM, 0x20)})])
    info = read(blob(root))
    assert (info.memory_base, info.memory_bytes) == (RAM, 0x10000)


@pytest.mark.parametrize("count", [0, 3, 0xFFFF_FFFF])
def test_cell_counts_that_no_machine_has(count):
    root = board()
    root.properties["#size-cells"] = cells(count)
    assert read(blob(root)).memory_bytes == 0 and read(blob(root)).fault == ""


def test_addresses_beyond_int():
    root = board()
    root.children[1].properties["reg"] = cells(0x8000_0000, 0, 0, 0x1000) + cells(0, 0, 0xFFFF_FFFF, 0xFFFF_FFFF)
    assert read(blob(root)).memory_bytes == 0


def test_only_direct_children_of_the_root_count():
    nested = TreeNode("soc", {}, [TreeNode("chosen", {"bootargs": text("wrong")}),
                                  TreeNode("memory@0", {"reg": cells(0, RAM, 0, 1 << 30)})])
    tree = blob(board("right", nested))
    assert arguments(tree) == "right" and read(tree).memory_bytes == 128 << 20


def patched(offset: int, value: int) -> bytearray:
    tree = blob(board())
    tree[offset:offset + 4] = cells(value)
    return tree


@pytest.mark.parametrize(("tree", "fault"), [
    (bytes(40), "no device tree"),
    (patched(4, 39), "bad size"),
    (patched(4, fdt.MAX_TREE_BYTES + 1), "bad size"),
    (patched(20, 16), "unknown version"),
    (patched(24, 18), "unknown version"),
    (patched(8, 0xFFFF_FFFC), "bad structure block"),
    (patched(8, 58), "bad structure block"),
    (patched(36, 0xFFFF_FFFF), "bad structure block"),
    (patched(12, 0xFFFF_FFFF), "bad strings block"),
    (patched(32, 0xFFFF_FFFF), "bad strings block"),
    (patched(56, 7), "unknown token"),
    (patched(56, 2), "did not begin"),
    (patched(56, 3), "misplaced property"),
    (patched(56 + 12, 0xFFFF_FFFF), "property beyond its block"),
    (patched(56 + 16, 0xFFFF_FFFF), "property beyond its block"),
    (blob(TreeNode(""), end=b""), "without end"),
    (blob(TreeNode(""), end=cells(1) + b"abcd"), "without end or nodes too deep"),
    (blob(TreeNode(""), end=cells(1, 0) * 40), "too deep"),
])
def test_a_broken_tree_is_a_fault_in_the_result(tree, fault):
    assert fault in read(tree).fault


@pytest.mark.slow
def test_no_damage_leads_outside_of_the_tree():
    """Random damage: a result or a fault, never an access beyond the bytes (Memory would raise)."""
    chance = random.Random(17)
    whole = blob(board("x" * 40, TreeNode("soc", {"reg": cells(1, 2, 3)}, [TreeNode("uart@1")])))
    faults = 0
    for _ in range(3000):
        tree = bytearray(whole)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(40, len(tree))
            tree[at] = chance.choice([0, 1, 2, 3, 9, 0x7F, 0xFF, chance.randrange(256)])
        faults += read(tree).fault != ""
    assert 300 < faults < 3000


@pytest.mark.parametrize(("machine", "program", "base"), [
    ("virt", "qemu-system-riscv64", 0x8000_0000), ("virt", "qemu-system-aarch64", 0x4000_0000)])
def test_the_trees_of_qemu(tmp_path, machine, program, base):
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    path = tmp_path / "tree.dtb"
    # without a network card: its boot ROM is in a package that QEMU only recommends
    command = [program, "-machine", f"{machine},dumpdtb={path}", "-m", "192M", "-display", "none", "-nic", "none"]
    subprocess.run([*command, "-append", "rumpk.log=quiet", "-kernel", "/dev/null"], check=False, timeout=30,
                   capture_output=True)
    if not path.exists():               # some versions insist on a kernel that they can load before they dump
        subprocess.run(command, check=True, timeout=30, capture_output=True)
    info = read(path.read_bytes(), base + 0x20_0000)
    assert (info.fault, info.memory_base, info.memory_bytes) == ("", base, 192 << 20)
    assert info.timebase_hz == (10_000_000 if "riscv" in program else 0)
    damaged_trees_stay_inside(path.read_bytes(), base + 0x20_0000)


def damaged_trees_stay_inside(whole: bytes, inside: int) -> None:
    """Random damage in a real tree, the header's included: three readers, and none reads beyond the tree's bytes."""
    chance = random.Random(len(whole))
    used = int.from_bytes(whole[8:12], "big") + int.from_bytes(whole[36:40], "big")
    for _ in range(40):
        tree = bytearray(whole[:max(used, int.from_bytes(whole[12:16], "big") + int.from_bytes(whole[32:36], "big"))])
        tree[4:8] = cells(len(tree))
        for _ in range(chance.randint(1, 6)):
            at = chance.choice([chance.randrange(8, 40), chance.randrange(40, len(tree))])
            tree[at] = chance.choice([0, 1, 2, 3, 9, 0x7F, 0xFF, chance.randrange(256)])
        with Memory({BASE: bytes(tree)}):
            fdt.read_tree(Ptr[u8](BASE), inside)
            assert fdt.count_harts(Ptr[u8](BASE)) >= 1
            place, size = fdt.chosen_bytes(Ptr[u8](BASE), b"rng-seed")
            assert size == 0 or BASE <= place and place + size <= BASE + len(tree)


@pytest.mark.parametrize(("line", "name", "wanted", "found"), [
    ("rumpk.frames=1", b"rumpk.frames", b"1", True),
    ("a b rumpk.frames=1 c", b"rumpk.frames", b"1", True),
    ("rumpk.frames=10", b"rumpk.frames", b"1", False),
    ("rumpk.frames=", b"rumpk.frames", b"1", False),
    ("rumpk.frames", b"rumpk.frames", b"1", False),
    ("xrumpk.frames=1", b"rumpk.frames", b"1", False),
    ("", b"rumpk.frames", b"1", False),
    ("rumpk.log=quiet", b"rumpk.log", b"quiet", True),
])
def test_boot_arguments(line, name, wanted, found):
    with Memory({BASE: line.encode() or b"\0"}):
        assert fdt.argument_is(Ptr[u8](BASE), len(line), name, wanted) is found


def harts(tree: bytes) -> int:
    with Memory({BASE: bytes(tree)}):
        return fdt.count_harts(Ptr[u8](BASE))


def test_harts_are_counted_below_cpus_only():
    cpus = TreeNode("cpus", {"#address-cells": cells(1)}, [
        TreeNode("cpu@0", {}, [TreeNode("cpu@9")]), TreeNode("cpu@1"), TreeNode("cpu-map", {}, [TreeNode("cpu@7")])])
    soc = TreeNode("soc", {}, [TreeNode("cpu@5")])
    assert harts(blob(TreeNode("", {}, [soc, cpus, TreeNode("cpu@3")]))) == 2
    assert harts(blob(TreeNode(""))) == 1 and harts(bytes(40)) == 1
    assert harts(blob(TreeNode("", {}, [cpus]), end=b"")) == 1


@pytest.mark.slow
def test_no_damage_makes_harts_or_leads_outside():
    chance = random.Random(5)
    cpus = TreeNode("cpus", {"a": cells(1, 2)}, [TreeNode(f"cpu@{i}", {"reg": cells(i)}) for i in range(4)])
    whole = blob(TreeNode("", {}, [cpus]))
    for _ in range(1000):
        tree = bytearray(whole)
        tree[chance.randrange(40, len(tree))] = chance.choice([0, 1, 2, 3, 9, 0x7F, 0xFF])
        assert 1 <= harts(tree) <= 4
