"""One instruction in line on riscv64: patch points, written by the linker, read back by a disassembler."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from rumpkc.diagnostics import CompileError
from rumpkc.link.patchpoint import fields_of, patch_id
from tests.unit.link.tools import ir_object, link, need

CSRRW, CSRRS, CSRRC = 0x1073, 0x2073, 0x3073
MSCRATCH, MSTATUS, MIE = 0x340 << 20, 0x300 << 20, 0x304 << 20
WFI, SFENCE, FENCE_I, FENCE = 0x10500073, 0x12000073, 0x0000100F, 0x0330000F
DECLARATIONS = """
declare i64 @llvm.experimental.patchpoint.i64(i64, i32, ptr, i32, ...)
declare void @llvm.experimental.patchpoint.void(i64, i32, ptr, i32, ...)
"""


def patch(result: str, word: int, *arguments: str, number: int | None = None) -> str:
    """The IR of one patch point."""
    kind = "i64" if result else "void"
    tail = "".join(f", i64 {argument}" for argument in arguments)
    call = f"call anyregcc {kind} (i64, i32, ptr, i32, ...) @llvm.experimental.patchpoint.{kind}" \
           f"(i64 {patch_id(word) if number is None else number}, i32 4, ptr null, i32 {len(arguments)}{tail})"
    return f"  {result} = {call}\n" if result else f"  {call}\n"


def listing(ir: str, level: int, folder: Path) -> list[str]:
    """The disassembled image, one instruction a line, without addresses."""
    need("llvm-objdump")
    path = folder / "image.elf"
    path.write_bytes(link([ir_object(DECLARATIONS + ir, "riscv64", level)], "riscv64").elf_bytes)
    text = subprocess.run(["llvm-objdump", "-d", "--no-show-raw-insn", "-M", "no-aliases", path], check=True,
                          capture_output=True, text=True).stdout
    return [" ".join(m[1].split()) for m in re.finditer(r"^\s*[0-9a-f]+:\s+(.*)$", text, re.MULTILINE)]


@pytest.mark.parametrize("level", [0, 2])
def test_every_form(level: int, tmp_path: Path) -> None:
    body = patch("%swap", CSRRW | MSCRATCH, "%a") + patch("%read", CSRRS | MSTATUS) + patch("", CSRRW | MIE, "%b")
    body += patch("%set", CSRRS | MIE, "%swap") + patch("%clear", CSRRC | MIE, "%read") + patch("", CSRRW | MIE, "0")
    body += patch("", WFI) + patch("", SFENCE) + patch("", SFENCE, "%a", "%b") + patch("", FENCE_I) + patch("", FENCE)
    ir = f"define i64 @_start(i64 %a, i64 %b) {{\n{body}  %s = add i64 %set, %clear\n  ret i64 %s\n}}\n"
    found = [line for line in listing(ir, level, tmp_path) if re.match("csr|wfi|sfence|fence", line)]
    patterns = [r"csrrw (\w+), mscratch, (\w+)", r"csrrs (\w+), mstatus, zero", r"csrrw zero, mie, (\w+)",
                r"csrrs (\w+), mie, (\w+)", r"csrrc (\w+), mie, (\w+)", r"csrrw zero, mie, (\w+)", "wfi",
                r"sfence.vma( zero, zero)?", r"sfence.vma (\w+), (\w+)", r"fence.i", "fence rw, rw"]
    assert len(found) == len(patterns)
    for line, pattern in zip(found, patterns, strict=True):
        assert re.fullmatch(pattern, line), line


@pytest.mark.parametrize("level", [0, 2])
def test_under_register_pressure(level: int, tmp_path: Path) -> None:
    """Thirty values live across the instruction: whatever is spilled, the operands are in the registers it names."""
    loads = "".join(f"  %p{i} = getelementptr i64, ptr %p, i64 {i}\n  %v{i} = load volatile i64, ptr %p{i}\n"
                    for i in range(30))
    sums = "  %s0 = add i64 %x, %y\n" + "".join(f"  %s{i} = xor i64 %s{i - 1}, %v{i}\n" for i in range(1, 30))
    ir = f"define i64 @_start(ptr %p) {{\n{loads}{patch('%x', CSRRW | MSCRATCH, '%v29')}" \
         f"{patch('%y', CSRRW | MSCRATCH, '%v0')}{sums}  ret i64 %s29\n}}\n"
    found = [line for line in listing(ir, level, tmp_path) if line.startswith("csr")]
    assert len(found) == 2
    assert all(re.fullmatch(r"csrrw (?!zero)\w+, mscratch, (?!zero)\w+", line) for line in found), found


def test_section_and_slots_are_gone(tmp_path: Path) -> None:
    ir = f"{DECLARATIONS}define void @_start() {{\n{patch('', WFI)}  ret void\n}}\n"
    image = link([ir_object(ir, "riscv64")], "riscv64")
    assert b".llvm_stackmaps" not in image.elf_bytes
    assert image.sizes["text"] == 6 and image.sizes["rodata"] == 0  # wfi and c.jr, nothing else


def test_unreached_function_is_patched_or_gone() -> None:
    ir = f"{DECLARATIONS}define void @_start() section \".text.s\" {{\n  ret void\n}}\n" \
         f"define void @other() section \".text.o\" {{\n{patch('', WFI)}  ret void\n}}\n"
    assert "other" not in link([ir_object(ir, "riscv64")], "riscv64").symbols
    assert "other" in link([ir_object(ir, "riscv64")], "riscv64", keep=("other",)).symbols


def test_foreign_patchpoint_is_refused() -> None:
    ir = f"{DECLARATIONS}define void @_start() {{\n{patch('', WFI, number=7)}  ret void\n}}\n"
    with pytest.raises(CompileError) as caught:
        link([ir_object(ir, "riscv64")], "riscv64")
    assert caught.value.diagnostics[0].code == "E0609"


def test_identifiers() -> None:
    assert patch_id(WFI) & 0xFFFF_FFFF == WFI and patch_id(WFI) < 1 << 63
    with pytest.raises(ValueError):
        patch_id(0x0001)  # a compressed instruction has no place in a slot
    assert fields_of(CSRRS | 0x4000 | MIE | 8 << 15, 1) == (7,) and fields_of(CSRRW | 0x4000 | MIE, 0) == ()
    assert fields_of(CSRRW | MIE, 1) == (15,) and fields_of(CSRRS | MIE, 1) == (7,) and fields_of(SFENCE, 1) == (15,)
