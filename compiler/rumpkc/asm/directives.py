"""The directives: sections, symbols, data. Those with bodies (`.macro`, `.rept`, `.if`) are in `lines.py`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from rumpkc.asm.expressions import ESCAPES
from rumpkc.asm.table import Mismatch, Operand
from rumpkc.link import elf

if TYPE_CHECKING:
    from rumpkc.asm.assembler import Assembler
    from rumpkc.asm.lines import Statement

Directive = Callable[["Assembler", "Statement"], None]

ALLOC, WRITE, EXEC = elf.SHF_ALLOC, elf.SHF_WRITE, elf.SHF_EXECINSTR
KNOWN_SECTIONS = {".text": (elf.SHT_PROGBITS, ALLOC | EXEC), ".boot": (elf.SHT_PROGBITS, ALLOC | EXEC),
                  ".rodata": (elf.SHT_PROGBITS, ALLOC), ".data": (elf.SHT_PROGBITS, ALLOC | WRITE),
                  ".bss": (elf.SHT_NOBITS, ALLOC | WRITE)}
FLAG_LETTERS = {"a": ALLOC, "w": WRITE, "x": EXEC, "M": elf.SHF_MERGE, "S": elf.SHF_STRINGS, "R": elf.SHF_GNU_RETAIN}


def _section(asm: Assembler, statement: Statement) -> None:
    """`.section name [, "flags" [, @type]]`; a known prefix (`.text.x`, `.bss.y`) gives the flags."""
    if not statement.operands:
        raise Mismatch("needs a name")
    name = statement.operands[0].text.strip('"')
    base = "." + name.lstrip(".").split(".")[0]
    kind, flags = KNOWN_SECTIONS.get(base, (elf.SHT_PROGBITS, 0))
    if len(statement.operands) > 1:
        flags = 0
        for letter in statement.operands[1].text.strip('"'):
            if letter not in FLAG_LETTERS:
                raise Mismatch(f"unknown section flag `{letter}`; known are {' '.join(FLAG_LETTERS)}",
                               statement.operands[1])
            flags |= FLAG_LETTERS[letter]
    if len(statement.operands) > 2:
        kinds = {"progbits": elf.SHT_PROGBITS, "nobits": elf.SHT_NOBITS}
        word = statement.operands[2].text.lstrip("@%")
        if word not in kinds:
            raise Mismatch("the type is @progbits or @nobits", statement.operands[2])
        kind = kinds[word]
    asm.enter(name, kind, flags)


def _known_section(name: str) -> Directive:
    def enter(asm: Assembler, _statement: Statement) -> None:
        asm.enter(name, *KNOWN_SECTIONS[name])

    return enter


def _previous(asm: Assembler, _statement: Statement) -> None:
    asm.section, asm.previous = asm.previous, asm.section


def _bind(bind: int) -> Directive:
    def set_bind(asm: Assembler, statement: Statement) -> None:
        for operand in statement.operands:
            asm.symbol(operand.text).bind = bind

    return set_bind


def _hidden(asm: Assembler, statement: Statement) -> None:
    for operand in statement.operands:
        asm.symbol(operand.text).visibility = elf.STV_HIDDEN


def _type(asm: Assembler, statement: Statement) -> None:
    kinds = {"function": elf.STT_FUNC, "object": elf.STT_OBJECT, "notype": elf.STT_NOTYPE}
    if len(statement.operands) != 2 or (word := statement.operands[1].text.lstrip("@%")) not in kinds:
        raise Mismatch("takes a symbol and @function, @object or @notype")
    asm.symbol(statement.operands[0].text).kind = kinds[word]


def _size(asm: Assembler, statement: Statement) -> None:
    if len(statement.operands) != 2:
        raise Mismatch("takes a symbol and its size")
    asm.symbol(statement.operands[0].text).size = asm.constant(statement.operands[1].text, statement.operands[1])


def _equ(asm: Assembler, statement: Statement) -> None:
    if len(statement.operands) != 2:
        raise Mismatch("takes a name and an expression")
    asm.assign(statement.operands[0].text, statement.operands[1].text, statement.operands[1])


def _data(size: int) -> Directive:
    def store(asm: Assembler, statement: Statement) -> None:
        if not statement.operands:
            raise Mismatch("needs a value")
        for operand in statement.operands:
            asm.append_value(operand, size)

    return store


def _strings(end: bytes) -> Directive:
    def store(asm: Assembler, statement: Statement) -> None:
        for operand in statement.operands:
            asm.append_data(_string(operand) + end)

    return store


def _string(operand: Operand) -> bytes:
    """The bytes of a string literal."""
    text = operand.text
    if len(text) < 2 or text[0] != '"' or text[-1] != '"':
        raise Mismatch("needs a string in double quotes", operand)

    def escape(match: re.Match[str]) -> str:
        code = match[1]
        if code[0] == "x":
            return chr(int(code[1:], 16) & 0xFF)
        return chr(int(code, 8) & 0xFF) if code[0].isdigit() else ESCAPES.get(code, code)

    plain = text[1:-1].encode().decode("latin-1")
    return re.sub(r"\\(x[0-9a-fA-F]+|[0-7]{1,3}|.)", escape, plain).encode("latin-1")


def _skip(asm: Assembler, statement: Statement) -> None:
    """`.skip bytes [, fill]`, also `.zero` and `.space`."""
    if not statement.operands:
        raise Mismatch("needs a number of bytes")
    count = asm.constant(statement.operands[0].text, statement.operands[0])
    fill = asm.constant(statement.operands[1].text, statement.operands[1]) if len(statement.operands) > 1 else 0
    if count < 0:
        raise Mismatch(f"{count} is not a number of bytes", statement.operands[0])
    if asm.section.kind == elf.SHT_NOBITS and not fill:
        asm.section.zero_bytes += count
    else:
        asm.append_data(bytes([fill & 0xFF]) * count)


def _align(is_power: bool) -> Directive:
    def align(asm: Assembler, statement: Statement) -> None:
        if not statement.operands:
            raise Mismatch("needs an alignment")
        number = asm.constant(statement.operands[0].text, statement.operands[0])
        if is_power and not 0 <= number <= 16 or not is_power and (number <= 0 or number & number - 1):
            raise Mismatch(f"{number} is not {'a power from 0 to 16' if is_power else 'a power of two'}",
                           statement.operands[0])
        fill = b""
        if len(statement.operands) > 1 and statement.operands[1].text:
            fill = bytes([asm.constant(statement.operands[1].text, statement.operands[1]) & 0xFF])
        asm.align(1 << number if is_power else number, fill)

    return align


def _literals(asm: Assembler, _statement: Statement) -> None:
    asm.flush_literals()


def _ignored(_asm: Assembler, _statement: Statement) -> None:
    """What other assemblers need to be told and this one knows: options, attributes, files."""


DIRECTIVES: dict[str, Directive] = {
    ".section": _section, ".text": _known_section(".text"), ".data": _known_section(".data"),
    ".rodata": _known_section(".rodata"), ".bss": _known_section(".bss"), ".previous": _previous,
    ".globl": _bind(elf.STB_GLOBAL), ".global": _bind(elf.STB_GLOBAL), ".weak": _bind(elf.STB_WEAK),
    ".local": _bind(elf.STB_LOCAL), ".hidden": _hidden, ".type": _type, ".size": _size,
    ".equ": _equ, ".set": _equ,
    ".byte": _data(1), ".half": _data(2), ".hword": _data(2), ".short": _data(2), ".2byte": _data(2),
    ".word": _data(4), ".long": _data(4), ".int": _data(4), ".4byte": _data(4),
    ".quad": _data(8), ".dword": _data(8), ".xword": _data(8), ".8byte": _data(8),
    ".ascii": _strings(b""), ".asciz": _strings(b"\0"), ".string": _strings(b"\0"),
    ".zero": _skip, ".skip": _skip, ".space": _skip,
    ".align": _align(True), ".p2align": _align(True), ".balign": _align(False),
    ".ltorg": _literals, ".pool": _literals,
    ".option": _ignored, ".attribute": _ignored, ".arch": _ignored, ".cpu": _ignored, ".file": _ignored,
    ".ident": _ignored, ".cfi_startproc": _ignored, ".cfi_endproc": _ignored,
}
