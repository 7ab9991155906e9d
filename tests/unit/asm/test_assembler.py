"""The assembler's text side: labels, expressions, macros, data, sections, and its error messages."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from elftools.elf.elffile import ELFFile

from rumpkc.asm.assembler import assemble, encode
from rumpkc.diagnostics import CompileError, render
from rumpkc.source import Source, SourceMap
from rumpkc.targets.target import target_by_name

ROOT = Path(__file__).resolve().parents[3]
RISCV, ARM = target_by_name("riscv64"), target_by_name("aarch64")


def section(text: str, name: str = ".text", target=RISCV) -> bytes:
    """The bytes of one section of the assembled text."""
    return bytes(next(s.data for s in assemble(text, "t.S", target, debug=False).sections if s.name == name))


def errors(text: str, target=RISCV) -> list[str]:
    """The rendered messages for text that must be refused."""
    sources = SourceMap()
    sources.add(Source("t.S", text))
    with pytest.raises(CompileError) as caught:
        assemble(text, "t.S", target)
    return [render(d, sources) for d in caught.value.diagnostics]


@pytest.mark.parametrize("expression, value", [
    ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("1 << 4 | 3", 19), ("0xff & ~0xf", 0xF0), ("-5 / 2", -2), ("-5 % 3", -2),
    ("7 - 2 - 1", 4), ("'a'", 97), (r"'\n'", 10), ("' '", 32), ("0b101", 5), ("017", 15), ("3 ^ 5", 6), ("N * 2", 84),
    ("end - start", 8), ("1_000", 1000), ("-(-3)", 3), ("','", 44), ("'#'", 35), ("';'", 59),
])
def test_expressions(expression: str, value: int) -> None:
    text = f".equ N, 42\n.data\nstart: .quad 0\nend: .text\n.quad {expression}\n"
    assert section(text) == (value & (1 << 64) - 1).to_bytes(8, "little")


def test_numbered_labels() -> None:
    """`1b` is the nearest above, `1f` the nearest below, however often `1:` is defined."""
    assert section("1: nop\n j 1b\n j 1f\n1: nop\n j 1b\n") == b"".join(
        encode("riscv64", text) for text in ("nop", "j .-4", "j .+4", "nop", "j .-4"))


def test_macros_and_repetition() -> None:
    text = """
    .macro save reg, slot=1
        sd \\reg, 8*\\slot(sp)
    .endm
    .macro both a, b
        save \\a
        save \\b, slot=7
    .endm
    both s0, s1
    .irp r, t0, t1
        mv \\r, zero
    .endr
    .rept 2
    nop
    .endr
    .if 1 - 1
    ebreak
    .else
    ecall
    .endif
    """
    expected = ["sd s0, 8(sp)", "sd s1, 56(sp)", "mv t0, zero", "mv t1, zero", "nop", "nop", "ecall"]
    assert section(text) == b"".join(encode("riscv64", line) for line in expected)


def test_data() -> None:
    text = r"""
    .data
    .byte 1, -1, 0xff
    .half 0x1234        # comment
    .word 0x12345678    // comment
    .quad -2 /* over
    two lines */ ; .asciz "a\"#;//\x41\101\n"
    .balign 8
    .zero 3
    .skip 2, 7
    .ascii "xy", "z"
    """
    expected = bytes.fromhex("01ffff3412 78563412 feffffffffffffff".replace(" ", "")) + b'a"#;//AA\n\0'
    expected += bytes(-len(expected) % 8) + bytes(3) + b"\7\7xyz"
    assert section(text, ".data") == expected


def test_alignment_in_code_is_nops() -> None:
    assert section("nop\n.balign 16\nret") == encode("riscv64", "nop") * 4 + encode("riscv64", "ret")


def test_literal_pool() -> None:
    """Equal literals share a slot; what a mov can load needs none."""
    text = section("ldr x0, =0x123456789\nldr x1, =0x123456789\nldr x2, =5\nret\n", target=ARM)
    assert len(text) == 4 * 4 + 8
    assert text[8:12] == encode("aarch64", "mov x2, #5")
    assert text[16:] == (0x123456789).to_bytes(8, "little")
    assert text[:4] == encode("aarch64", "ldr x0, .+16")


def test_difference_of_sections() -> None:
    """A distance that only the linker knows becomes relocations."""
    obj = assemble(".text\nf: nop\n.data\nd: .word f - d\n.word f - .\n", "t.S", ARM, debug=False)
    data = next(s for s in obj.sections if s.name == ".data")
    assert data.relocations == [(0, 261, "f", 0), (4, 261, "f", 0)]


def test_object_is_readable() -> None:
    """Sections, flags and symbols as another tool sees them."""
    text = ".section .boot, \"ax\"\n.globl _start\n.type _start, @function\n_start: call f\n" \
           ".size _start, . - _start\n.bss\n.balign 16\nstack: .skip 4096\n.weak f\n"
    image = ELFFile(io.BytesIO(assemble(text, "t.S", RISCV).to_elf()))
    boot, bss = image.get_section_by_name(".boot"), image.get_section_by_name(".bss")
    assert (boot["sh_flags"], boot["sh_addralign"]) == (6, 4)
    assert (bss["sh_type"], bss["sh_size"], bss["sh_addralign"]) == ("SHT_NOBITS", 4096, 16)
    symbols = {s.name: s for s in image.get_section_by_name(".symtab").iter_symbols()}
    assert symbols["_start"]["st_info"] == {"bind": "STB_GLOBAL", "type": "STT_FUNC"}
    assert symbols["_start"]["st_size"] == 8
    assert symbols["f"]["st_info"]["bind"] == "STB_WEAK" and symbols["f"]["st_shndx"] == "SHN_UNDEF"
    assert symbols["stack"]["st_info"]["bind"] == "STB_LOCAL"


@pytest.mark.parametrize("text, code, place, words", [
    ("nop\n  addd a0, a1, a2\n", "E0653", "t.S:2:3", "did you mean `add`?"),
    ("addi a0, a1, 2048\n", "E0652", "t.S:1:14", "2048 is not -2048 to 2047"),
    ("addi a0, b1, 4\n", "E0652", "t.S:1:10", "`b1` is not an integer register"),
    ("add a0, a1\n", "E0652", "t.S:1:1", "takes 3 operands, not 2"),
    ("lw a0, a1\n", "E0652", "t.S:1:8", "needs `offset(register)`"),
    ("beq a0, a1, a2\n", "E0652", "t.S:1:13", "needs a label"),
    ("j 1b\n", "E0652", "t.S:1:3", "no `1:` above"),
    ("j 1f\n", "E0656", "t.S:1:1", "no `1:` below"),
    ("x: nop\nx: nop\n", "E0655", "t.S:2:1", "defined twice"),
    (".wrod 4\n", "E0653", "t.S:1:1", "did you mean `.word`?"),
    (".macro m\nnop\n", "E0651", "t.S:1:1", "never closed"),
    (".byte 256\n", "E0652", "t.S:1:7", "does not fit 1 bytes"),
    (".word 1 +\n", "E0652", "t.S:1:7", "ends too early"),
    (".word 1 / 0\n", "E0652", "t.S:1:7", "division by zero"),
    (".balign 3\n", "E0652", "t.S:1:9", "not a power of two"),
    (".skip x\n", "E0652", "t.S:1:7", "is an address"),
    ("csrw mstatsu, a0\n", "E0652", "t.S:1:6", "mstatsu"),
    ("beq a0, a1, far\n.skip 8192\nfar: nop\n", "E0657", "t.S:1:1", "out of reach"),
    (".macro m\nm\n.endm\nm\n", "E0651", "t.S", "nested too deeply"),
    (".bss\n.word 1\n", "E0654", "t.S:2:1", "only zeros"),
    ("li a0, 1 << 70\n", "E0652", "t.S:1:8", "out of range"),
    (".endm\n", "E0651", "t.S:1:1", "without its beginning"),
    (".ascii 5\n", "E0652", "t.S:1:8", "double quotes"),
    (".section .x, \"q\"\n", "E0652", "t.S:1:14", "unknown section flag"),
])
def test_errors(text: str, code: str, place: str, words: str) -> None:
    found = errors(text)
    assert len(found) == 1, found
    assert found[0].startswith(f"error[{code}]") and f"--> {place}" in found[0] and words in found[0], found[0]


@pytest.mark.parametrize("text, words", [
    ("and x0, x1, #5", "repeated run of ones"), ("mov x0, #0x123456789", "ldr register, ="),
    ("mrs x0, vbar_el9", "not a system register"), ("ldr x0, [x1, #4097]", "is not"),
    ("add x0, w1, x2", "64-bit register"),
    ("tbz w0, #32, .", "32 is not 0 to 31"), ("cset x0, xx", "not a condition"),
    ("stp x0, x1, [sp, #4]", "multiple of 8"),
    ("fmov d0, #0.1", "cannot be a floating point immediate"), ("lsl w0, w1, #32", "is not"),
])
def test_errors_of_aarch64(text: str, words: str) -> None:
    found = errors(text + "\n", ARM)
    assert len(found) == 1 and words in found[0] and "t.S:1:" in found[0], found


def test_all_errors_are_reported() -> None:
    assert len(errors("foo\nbar\naddi a0, a0, 9999\n")) == 3


def test_encode_takes_no_symbols() -> None:
    with pytest.raises(CompileError):
        encode("riscv64", "call somewhere")


DISASSEMBLERS = {"riscv64": ("riscv64-unknown-elf-as", ["-march=rv64imafd_zicsr_zifencei", "-mno-relax"]),
                 "aarch64": ("aarch64-linux-gnu-as", [])}


@pytest.mark.parametrize("path", sorted(p.relative_to(ROOT).as_posix() for p in [*ROOT.glob("boot/*/*.S"), *ROOT.glob("boot/*/*/*.S")]))
def test_boot_files_as_gnu_as(path: str, tmp_path: Path) -> None:
    """The project's own assembly gives the bytes that GNU as makes, fields that are relocated aside."""
    arch = path.split("/")[1]
    program, flags = DISASSEMBLERS[arch]
    text = ".equ USER, 0; " + (ROOT / path).read_text()
    ours = {s.name: s for s in assemble(text, path, target_by_name(arch), debug=False).sections if s.size}
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    subprocess.run([program, *flags, "--defsym", "USER=0", "-o", tmp_path / "real.o", ROOT / path], check=True)
    with open(tmp_path / "real.o", "rb") as file:
        image = ELFFile(file)
        for name, mine in ours.items():
            real = image.get_section_by_name(name)
            assert real["sh_size"] == mine.size, name
            if real["sh_type"] == "SHT_NOBITS":
                continue
            theirs = image.get_section_by_name(f".rela{name}")
            skipped = {r[0] & ~3 for r in mine.relocations} | {
                r["r_offset"] & ~3 for r in (theirs.iter_relocations() if theirs else ())}
            calls = {offset for offset, kind, _, _ in mine.relocations if kind == 19}
            calls |= {r["r_offset"] for r in (theirs.iter_relocations() if theirs else ()) if r["r_info_type"] in (18, 19)}
            skipped |= {offset + 4 for offset in calls}             # CALL and CALL_PLT cover eight bytes
            for at in range(0, mine.size, 4):
                assert at in skipped or mine.data[at:at + 4] == real.data()[at:at + 4], f"{name}+{at:#x}"
