"""DWARF 4 for assembly files: which line each instruction came from, so that gdb can show and step it.

One unit with a line program (one sequence a section) and the ranges of its sections. It has no functions: assembly
has no place in a traceback.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.asm.output import AsmSection, AsmSymbol
from rumpkc.link import elf

if TYPE_CHECKING:
    from rumpkc.asm.assembler import Assembler

LANGUAGE_ASSEMBLER = 0x8001
# DW_TAG_compile_unit: stmt_list, ranges: sec_offset; low_pc: addr; name, comp_dir, producer: string; language: data2
ABBREVIATION = bytes([1, 0x11, 0, 0x10, 0x17, 0x55, 0x17, 0x11, 0x01, 0x03, 0x08, 0x1B, 0x08, 0x25, 0x08, 0x13, 0x05, 0,
                      0, 0])
STANDARD_OPCODE_LENGTHS = bytes([0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1])
SET_ADDRESS, END_SEQUENCE, COPY, ADVANCE_PC, ADVANCE_LINE = b"\x00\x09\x02", b"\x00\x01\x01", b"\x01", b"\x02", b"\x03"


def add_line_table(asm: Assembler) -> None:
    """Add the debug sections to a finished assembly, if it has any instruction."""
    code = [section for section in asm.sections.values() if section.lines]
    if not code:
        return
    abbreviations = _section(asm, ".debug_abbrev", ABBREVIATION)
    lines = _section(asm, ".debug_line", b"")
    ranges = _section(asm, ".debug_ranges", b"")
    for section in code:
        start = _label(asm, section)
        _add_sequence(asm, lines, section, start)
        _address(asm, ranges, start, 0)
        _address(asm, ranges, start, section.size)
    ranges.data += bytes(16)
    _finish_line_header(lines, asm.file)
    _add_unit(asm, abbreviations, lines, ranges)


def _section(asm: Assembler, name: str, data: bytes) -> AsmSection:
    section = asm.sections[name] = AsmSection(name, elf.SHT_PROGBITS, 0, data=bytearray(data))
    return section


def _label(asm: Assembler, section: AsmSection) -> str:
    """The name of a local symbol at the start of `section`."""
    name = f".Lstart{section.name}"
    asm.symbols.setdefault(name, AsmSymbol(name, section, 0, True))
    return name


def _address(asm: Assembler, section: AsmSection, symbol: str, addend: int) -> None:
    """Append an eight-byte address."""
    section.relocations.append((len(section.data), asm.isa.data_relocations[8], symbol, addend))
    section.data += bytes(8)


def _offset(asm: Assembler, section: AsmSection, target: AsmSection) -> None:
    """Append the four-byte offset of the start of a debug section."""
    section.relocations.append((len(section.data), asm.isa.data_relocations[4], _label(asm, target), 0))
    section.data += bytes(4)


def uleb(value: int) -> bytes:
    """Unsigned LEB128."""
    out = bytearray()
    while True:
        out.append(value & 0x7F | (0x80 if value > 0x7F else 0))
        value >>= 7
        if not value:
            return bytes(out)


def sleb(value: int) -> bytes:
    """Signed LEB128."""
    out = bytearray()
    while True:
        byte = value & 0x7F
        value >>= 7
        done = value == (-1 if byte & 0x40 else 0)
        out.append(byte | (0 if done else 0x80))
        if done:
            return bytes(out)


def _add_sequence(asm: Assembler, lines: AsmSection, section: AsmSection, start: str) -> None:
    """The rows of one section (DWARF 4, 6.2.5)."""
    lines.data += SET_ADDRESS
    _address(asm, lines, start, 0)
    address, line = 0, 1
    for offset, span in section.lines:
        if span.line != line:
            lines.data += ADVANCE_LINE + sleb(span.line - line)
        if offset != address:
            lines.data += ADVANCE_PC + uleb(offset - address)
        lines.data += COPY
        address, line = offset, span.line
    lines.data += ADVANCE_PC + uleb(section.size - address) + END_SEQUENCE


def _finish_line_header(lines: AsmSection, file: str) -> None:
    """Put the header (6.2.4) in front of the program and move the relocations along."""
    table = b"\0" + file.encode() + b"\0" + bytes(3) + b"\0"
    body = bytes([1, 1, 1, 0xFB, 14, len(STANDARD_OPCODE_LENGTHS) + 1]) + STANDARD_OPCODE_LENGTHS + table
    header = (4).to_bytes(2, "little") + len(body).to_bytes(4, "little") + body
    size = len(header) + len(lines.data)
    front = size.to_bytes(4, "little") + header
    lines.data[:0] = front
    lines.relocations = [(offset + len(front), kind, name, addend)
                         for offset, kind, name, addend in lines.relocations]


def _add_unit(asm: Assembler, abbreviations: AsmSection, lines: AsmSection, ranges: AsmSection) -> None:
    info = _section(asm, ".debug_info", bytes(4) + (4).to_bytes(2, "little"))
    _offset(asm, info, abbreviations)
    info.data += bytes([8, 1])
    _offset(asm, info, lines)
    _offset(asm, info, ranges)
    info.data += bytes(8) + asm.file.encode() + b"\0.\0rumpkc\0" + LANGUAGE_ASSEMBLER.to_bytes(2, "little")
    info.data[:4] = (len(info.data) - 4).to_bytes(4, "little")
