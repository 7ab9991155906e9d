"""The traceback table: every call of a linked image leads to the lines that its source has."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from elftools.elf.elffile import ELFFile

from rumpkc.asm.assembler import assemble
from rumpkc.diagnostics import CompileError
from rumpkc.link.image import LinkedImage
from rumpkc.link.reader import read_object
from rumpkc.link.tracetable import find, pack_table
from rumpkc.targets.aarch64.calls import return_offsets
from rumpkc.targets.target import target_by_name
from tests.unit.link.tools import BOARDS, c_object, elf_of, link

SOURCE = """extern const unsigned char __traceback_table[];
int leaf(int);
static inline __attribute__((always_inline)) int inner(int x) {
  return leaf(x) + 1;
}
static inline __attribute__((always_inline)) int middle(int x) {
  return inner(x) * 2
    + inner(x + 1);
}
int (*pointer)(int) = leaf;
int _start(int x) {
  int a = middle(x);
  int b = pointer(a);
  return a + leaf(b);
}
__attribute__((noinline)) int leaf(int x) { return x ^ __traceback_table[0]; }
"""
EXPECTED = [[("inner", "c.c", 4), ("middle", "c.c", 7), ("_start", "c.c", 12)],
            [("inner", "c.c", 4), ("middle", "c.c", 8), ("_start", "c.c", 12)],
            [("_start", "c.c", 13)], [("_start", "c.c", 14)]]


def table_of(image: LinkedImage) -> bytes:
    """The bytes of the table, found as the board finds it: by its symbol."""
    section = elf_of(image).get_section_by_name(".rodata")
    return section.data()[image.symbols["__traceback_table"] - section["sh_addr"]:]


def sites(image: LinkedImage) -> dict[int, list]:
    """Every offset of the code from which on the table knows other frames."""
    table, found, before = table_of(image), {}, []
    for offset in range(0, image.sizes["text"] + 2, 2):
        if (frames := find(table, offset)) != before and frames:
            found[offset] = frames
        before = frames
    assert find(table, image.sizes["text"] + 2) == [], "behind the code is nothing"
    return found


@pytest.mark.parametrize("arch", BOARDS)
@pytest.mark.parametrize("version", ["-gdwarf-4", "-gdwarf-5"])
def test_inlined_calls_are_expanded(arch: str, version: str, tmp_path: Path) -> None:
    image = link([c_object(SOURCE, arch, tmp_path, flags=("-O2", version))], arch, trace_table=True)
    assert list(sites(image).values()) == EXPECTED


@pytest.mark.parametrize("arch", BOARDS)
def test_lines_agree_with_pyelftools(arch: str, tmp_path: Path) -> None:
    """The innermost line of each site is the one that another reader of DWARF finds."""
    image = link([c_object(SOURCE, arch, tmp_path, flags=("-O1", "-g"))], arch, trace_table=True)
    dwarf = ELFFile(io.BytesIO(image.elf_bytes)).get_dwarf_info()
    rows = []
    for unit in dwarf.iter_CUs():
        for entry in dwarf.line_program_for_CU(unit).get_entries():
            if entry.state is not None:
                rows.append((entry.state.address, entry.state.end_sequence, entry.state.line))
    rows.sort(key=lambda row: (row[0], not row[1]))
    start = target_by_name(arch).load_address
    for offset, frames in sites(image).items():
        assert [line for address, _, line in rows if address <= start + offset - 1][-1] == frames[0][2]


def test_hidden_files_and_optional_table(tmp_path: Path) -> None:
    obj = c_object(SOURCE, "riscv64", tmp_path)
    assert not sites(link([obj], "riscv64", trace_table=True, trace_hidden=("c.c",)))
    assert not sites(link([obj], "riscv64"))
    assert len(table_of(link([obj], "riscv64"))) < 64
    image = link([obj], "riscv64", trace_table=True, debug=False)
    assert list(sites(image).values()) == EXPECTED and not elf_of(image).has_dwarf_info()
    unused = c_object("int _start(void) { return 1; }", "riscv64", tmp_path)
    assert "__traceback_table" not in link([unused], "riscv64", trace_table=True).symbols


def test_packing_round_trip() -> None:
    """Many sites in several groups, near and far, shared and nested chains, names beyond ASCII."""
    chains = {offset: tuple((f"f{offset % 7}é", f"d/{offset % 3}.py", 1 + (offset * depth) % 60000)
                            for depth in range(1, 2 + offset % 4))
              for offset in [*range(0, 400, 3), *range(65530, 65550), *range(200000, 200100, 2)]}
    chains |= {600: (), 65541: (), 200100: ()}
    table, last = pack_table(chains), ()
    for offset in range(0, 200200):
        last = chains.get(offset, last)
        assert find(table, offset * 2) == list(last)
    assert find(table, 1 << 24) == [] and find(pack_table({}), 0) == []


def test_small() -> None:
    """A site costs two bytes and a half beyond its frame, a frame two bytes beyond its function's name; a site like the one
    before it costs nothing."""
    def length(count: int, lines: int) -> int:
        return len(pack_table({20 * i: (("f", "a.py", i % lines + 1),) for i in range(count)}))
    assert length(96, 2) - length(64, 2) == 32 * 2 + 2 * 8
    assert length(96, 1) == length(64, 1)
    assert length(96, 32) - length(96, 16) == 16 * 2


def test_too_large_is_said() -> None:
    with pytest.raises(CompileError) as caught:
        pack_table({0: (("f", "a.py", 70000),)})
    assert caught.value.diagnostics[0].code == "E0610"


def test_a_shared_prologue_is_no_call() -> None:
    """aarch64: what is called between the frame record and `mov x29, sp` shows in no traceback; other calls do."""
    shared = assembled("stp x29, x30, [sp, #-32]!\nbl 1f\nbl 1f\n1: ret")
    assert list(return_offsets(shared, 0, len(shared))) == [12]
    usual = assembled("stp x29, x30, [sp, #-32]!\nmov x29, sp\nbl 1f\n1: ret")
    assert list(return_offsets(usual, 0, len(usual))) == [12]


def assembled(text: str) -> bytes:
    target = target_by_name("aarch64")
    obj = read_object("t.o", assemble(f".text\n{text}\n", "t.S", target, debug=False).to_elf(), target.elf_machine)
    return next(bytes(s.data) for s in obj.sections if s is not None and s.name == ".text")
