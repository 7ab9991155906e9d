"""Single instructions in line, without an assembler in LLVM (riscv64).

The emitter writes `@llvm.experimental.patchpoint` with the `anyregcc` convention. LLVM leaves a slot of 4 bytes, two
c.nops, clobbers nothing, and records in `.llvm_stackmaps` where the slot is and which registers it chose. Here the
instruction is put into the slot; the section itself never reaches the image.

The patchpoint's 64-bit ID says which instruction:

    63            32 31                     0
    | MAGIC          | template of the word |

The template is the instruction with x0 for every register. The registers of the record are filled in by its opcode:

    record has       csrrw                csrrs, csrrc         csrrwi, csrrsi, csrrci   others (sfence.vma, wfi, nop)
    2 registers      rd, rs1              rd, rs1              -                        rs1, rs2
    1 register       rs1  (write only)    rd  (read only)      rd                       rs1
    none             -                    -                    -                        -
"""

from __future__ import annotations

import struct

from rumpkc.diagnostics import fail
from rumpkc.link import elf
from rumpkc.link.reader import InputSection, ObjectFile
from rumpkc.source import Span

MAGIC = 0x52756D70  # "Rump": an ID without it is not ours
STACKMAPS = ".llvm_stackmaps"
SLOT = (b"\x01\x00\x01\x00", b"\x13\x00\x00\x00")  # two c.nops, or one nop without compressed code

SYSTEM = 0x73
RD, RS1, RS2 = 7, 15, 20
CSRRW, CSRRS, CSRRC = 1, 2, 3
IN_REGISTER = 1  # the kind of a stack-map location

HEADER = struct.Struct("<BBHIII")
FUNCTION = struct.Struct("<QQQ")
RECORD = struct.Struct("<QIHH")
LOCATION = struct.Struct("<BBHHHi")
LIVE_OUTS = struct.Struct("<HH")
DIFFERENCES = {35: 1, 39: -1}           # ADD32 and SUB32 of the psABI


def patch_id(template: int) -> int:
    """The patchpoint ID for an instruction word whose register fields are zero."""
    if not 0 <= template < 1 << 32 or template & 3 != 3:
        raise ValueError(f"{template:#x} is not a 32-bit instruction")
    return MAGIC << 32 | template


def fields_of(template: int, count: int) -> tuple[int, ...]:
    """Where the `count` registers of a record go: bit positions in the word, in the record's order."""
    function = template >> 12 & 7
    if template & 0x7F == SYSTEM and function in (CSRRW, CSRRS, CSRRC):
        return ((), (RS1,) if function == CSRRW else (RD,), (RD, RS1))[count]
    if template & 0x7F == SYSTEM and function > CSRRC:      # a number of five bits in place of rs1
        return ((), (RD,))[count]
    return ((), (RS1,), (RS1, RS2))[count]


def apply_patchpoints(objects: list[ObjectFile]) -> int:
    """Write the recorded instructions into the objects' code; the number written. E0609 for what is not understood."""
    written = 0
    for obj in objects:
        for section in obj.sections:
            if section is not None and section.name == STACKMAPS:
                written += _apply_section(obj, section)
    return written


def _apply_section(obj: ObjectFile, maps: InputSection) -> int:
    """Read one stack-map section (LLVM, "Stack maps and patch points", version 3)."""
    functions = _functions(obj, maps)
    content = _with_offsets(obj, maps)
    version, _, _, function_count, constant_count, _ = HEADER.unpack_from(content)
    if version != 3:
        raise _bad(obj, f"stack maps of version {version}")
    at = HEADER.size + FUNCTION.size * function_count + 8 * constant_count
    patched: dict[int, tuple[InputSection, bytearray]] = {}
    written = 0
    for section, start, records in functions:
        data = patched.setdefault(id(section), (section, bytearray(section.data)))[1]
        for _ in range(records):
            number, offset, _, count = RECORD.unpack_from(content, at)
            at += RECORD.size
            locations = [LOCATION.unpack_from(content, at + i * LOCATION.size) for i in range(count)]
            at = elf.align_up(at + count * LOCATION.size, 8)
            live_outs = LIVE_OUTS.unpack_from(content, at)[1]
            at = elf.align_up(at + LIVE_OUTS.size + 4 * live_outs, 8)
            _write(obj, data, start + offset, number, [(kind, register) for kind, _, _, register, _, _ in locations])
            written += 1
    for section, data in patched.values():
        section.data = bytes(data)
    return written


def _with_offsets(obj: ObjectFile, maps: InputSection) -> bytearray:
    """The map's bytes, in which the records' offsets are filled in: in code that may be shortened they are relocations,
    a place less the function's (of one section, in which nothing has moved yet)."""
    content = bytearray(maps.data)
    for offset, info, addend in elf.RELA.iter_unpack(maps.relocations):
        sign = DIFFERENCES.get(info & 0xFFFF_FFFF)
        if sign is not None:
            place = obj.symbols[info >> 32].value + addend
            value = int.from_bytes(content[offset:offset + 4], "little") + sign * place
            content[offset:offset + 4] = (value & 0xFFFF_FFFF).to_bytes(4, "little")
    return content


def _functions(obj: ObjectFile, maps: InputSection) -> list[tuple[InputSection, int, int]]:
    """Section, offset and number of records of each function: its address is a relocation of the map."""
    targets = {offset: (obj.symbols[info >> 32], addend)
               for offset, info, addend in elf.RELA.iter_unpack(maps.relocations)}
    count = HEADER.unpack_from(maps.data)[3]
    found = []
    for i in range(count):
        at = HEADER.size + i * FUNCTION.size
        if at not in targets or (symbol := targets[at][0]).section is None:
            raise _bad(obj, "a stack map without its function")
        found.append((symbol.section, symbol.value + targets[at][1], FUNCTION.unpack_from(maps.data, at)[2]))
    return found


def _write(obj: ObjectFile, data: bytearray, at: int, number: int, locations: list[tuple[int, int]]) -> None:
    """Put one instruction into its slot."""
    template = number & 0xFFFF_FFFF
    if number >> 32 != MAGIC:
        raise _bad(obj, f"a patchpoint with the unknown ID {number:#x}")
    if bytes(data[at:at + 4]) not in SLOT:
        raise _bad(obj, f"a patchpoint at {at:#x} whose slot is not empty")
    if len(locations) > 2 or any(kind != IN_REGISTER or not 0 <= register < 32 for kind, register in locations):
        raise _bad(obj, f"a patchpoint for {template:#010x} whose operands are not in registers")
    word = template
    for position, (_, register) in zip(fields_of(template, len(locations)), locations, strict=True):
        word |= register << position
    data[at:at + 4] = word.to_bytes(4, "little")


def _bad(obj: ObjectFile, what: str) -> Exception:
    return fail("E0609", f"{obj.name} has {what}", Span(obj.name, 0, 0, 0, 0),
                help="this is a bug in the compiler, or the object was not made by it")
