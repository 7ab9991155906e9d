"""RISC-V relocations (RISC-V ELF psABI, chapters "Relocations" and "Linker Relaxation"), numbers and fields.

Of the relaxations only that of calls is done: it is nearly all there is to gain in code without a global pointer.
"""

from __future__ import annotations

from rumpkc.targets.relocation import (
    Form,
    Patch,
    PatchError,
    Relaxation,
    Relocation,
    absolute,
    check_aligned,
    check_signed,
    get_word,
    nothing,
    put_word,
    relative,
)

AUIPC, LUI, JAL, JALR = 0x17, 0x37, 0x6F, 0x67


def branch_field(offset: int) -> int:
    """The scattered 13-bit offset of B-type instructions (RISC-V unprivileged ISA, 2.3)."""
    return ((offset >> 12 & 1) << 31 | (offset >> 5 & 0x3F) << 25 | (offset >> 1 & 0xF) << 8 | (offset >> 11 & 1) << 7)


def jump_field(offset: int) -> int:
    """The scattered 21-bit offset of J-type instructions."""
    return ((offset >> 20 & 1) << 31 | (offset >> 1 & 0x3FF) << 21 | (offset >> 11 & 1) << 20
            | (offset >> 12 & 0xFF) << 12)


def high20(value: int) -> int:
    """The upper 20 bits that, after adding a sign-extended low 12, give `value`."""
    return (value + 0x800) & 0xFFFFF000


def check_reach(value: int) -> None:
    """PatchError unless auipc/lui and a low part reach `value`."""
    if not -(1 << 31) - 0x800 <= value < (1 << 31) - 0x800:
        raise PatchError(f"needs {value:#x}, auipc/lui reach -0x80000800 to 0x7ffff7ff")


def _patch_branch(data: bytearray, offset: int, value: int, place: int) -> None:
    check_signed(value - place, 13)
    check_aligned(value - place, 2)
    put_word(data, offset, get_word(data, offset) & 0x01FFF07F | branch_field(value - place))


def _patch_jal(data: bytearray, offset: int, value: int, place: int) -> None:
    check_signed(value - place, 21)
    check_aligned(value - place, 2)
    put_word(data, offset, get_word(data, offset) & 0xFFF | jump_field(value - place))


def _patch_call(data: bytearray, offset: int, value: int, place: int) -> None:
    """auipc + jalr, eight bytes."""
    distance = value - place
    check_reach(distance)
    put_word(data, offset, get_word(data, offset) & 0xFFF | high20(distance))
    put_word(data, offset + 4, get_word(data, offset + 4) & 0xFFFFF | (distance & 0xFFF) << 20)


def _patch_pcrel_high(data: bytearray, offset: int, value: int, place: int) -> None:
    check_reach(value - place)
    put_word(data, offset, get_word(data, offset) & 0xFFF | high20(value - place))


def _patch_high(data: bytearray, offset: int, value: int, _place: int) -> None:
    signed = value - (1 << 64) if value >> 63 & 1 and value > 0 else value
    check_reach(signed)
    put_word(data, offset, get_word(data, offset) & 0xFFF | high20(signed))


def patch_low_i(data: bytearray, offset: int, value: int, _place: int) -> None:
    """The low 12 bits of `value` into an I-type instruction."""
    put_word(data, offset, get_word(data, offset) & 0xFFFFF | (value & 0xFFF) << 20)


def patch_low_s(data: bytearray, offset: int, value: int, _place: int) -> None:
    """The low 12 bits of `value` into an S-type instruction."""
    low = value & 0xFFF
    put_word(data, offset, get_word(data, offset) & 0x01FFF07F | (low >> 5) << 25 | (low & 31) << 7)


def _patch_rvc_branch(data: bytearray, offset: int, value: int, place: int) -> None:
    """c.beqz / c.bnez: offset[8|4:3] and offset[7:6|2:1|5] (ISA, chapter C)."""
    o = value - place
    check_signed(o, 9)
    check_aligned(o, 2)
    field = ((o >> 8 & 1) << 12 | (o >> 3 & 3) << 10 | (o >> 6 & 3) << 5 | (o >> 1 & 3) << 3 | (o >> 5 & 1) << 2)
    put_word(data, offset, get_word(data, offset, 2) & 0xE383 | field, 2)


def _patch_rvc_jump(data: bytearray, offset: int, value: int, place: int) -> None:
    """c.j: offset[11|4|9:8|10|6|7|3:1|5]."""
    o = value - place
    check_signed(o, 12)
    check_aligned(o, 2)
    field = ((o >> 11 & 1) << 12 | (o >> 4 & 1) << 11 | (o >> 8 & 3) << 9 | (o >> 10 & 1) << 8 | (o >> 6 & 1) << 7
             | (o >> 7 & 1) << 6 | (o >> 1 & 7) << 3 | (o >> 5 & 1) << 2)
    put_word(data, offset, get_word(data, offset, 2) & 0xE003 | field, 2)


def _add(size: int, sign: int) -> Patch:
    """ADDn / SUBn: add or subtract the value in place, modulo the field (differences of two symbols)."""

    def patch(data: bytearray, offset: int, value: int, _place: int) -> None:
        put_word(data, offset, get_word(data, offset, size) + sign * value, size)

    return patch


def _set(size: int) -> Patch:
    def patch(data: bytearray, offset: int, value: int, _place: int) -> None:
        put_word(data, offset, value, size)

    return patch


def _patch_set6(data: bytearray, offset: int, value: int, _place: int) -> None:
    data[offset] = data[offset] & 0xC0 | value & 0x3F


def _patch_sub6(data: bytearray, offset: int, value: int, _place: int) -> None:
    data[offset] = data[offset] & 0xC0 | (data[offset] - value) & 0x3F


def _uleb_extent(data: bytearray, offset: int) -> int:
    """How many bytes the ULEB128 number at `offset` takes."""
    end = offset
    while data[end] & 0x80:
        end += 1
    return end - offset + 1


def _patch_set_uleb(data: bytearray, offset: int, value: int, _place: int) -> None:
    length = _uleb_extent(data, offset)
    for i in range(length):
        data[offset + i] = value >> 7 * i & 0x7F | (0x80 if i < length - 1 else 0)


def _patch_sub_uleb(data: bytearray, offset: int, value: int, place: int) -> None:
    length = _uleb_extent(data, offset)
    old = sum((data[offset + i] & 0x7F) << 7 * i for i in range(length))
    if (old - value) >> 7 * length and old >= value:
        raise PatchError(f"{old - value:#x} does not fit {length} ULEB128 bytes")
    _patch_set_uleb(data, offset, old - value, place)


def forget_address(data: bytearray, offset: int) -> None:
    """Turn the auipc at `offset` into `lui rd, 0`: the address of a weak symbol that nobody defines is 0.

    auipc cannot reach 0 from the image, which lies 2 GiB above.
    """
    word = get_word(data, offset)
    put_word(data, offset, word & 0xF80 | LUI)


RELOCATIONS: dict[int, Relocation] = {
    0: Relocation("NONE", nothing, Form.NONE),
    1: Relocation("32", absolute(4)),
    2: Relocation("64", absolute(8)),
    16: Relocation("BRANCH", _patch_branch, branch=4),
    17: Relocation("JAL", _patch_jal, branch=4),
    18: Relocation("CALL", _patch_call, branch=8),
    19: Relocation("CALL_PLT", _patch_call, branch=8),
    20: Relocation("GOT_HI20", _patch_pcrel_high, Form.GOT, opens_pair=True),
    23: Relocation("PCREL_HI20", _patch_pcrel_high, opens_pair=True, forget=forget_address),
    24: Relocation("PCREL_LO12_I", patch_low_i, Form.PAIR_LOW),
    25: Relocation("PCREL_LO12_S", patch_low_s, Form.PAIR_LOW),
    26: Relocation("HI20", _patch_high),
    27: Relocation("LO12_I", patch_low_i),
    28: Relocation("LO12_S", patch_low_s),
    29: Relocation("TPREL_HI20", _patch_high, own=True),
    30: Relocation("TPREL_LO12_I", patch_low_i, own=True),
    31: Relocation("TPREL_LO12_S", patch_low_s, own=True),
    32: Relocation("TPREL_ADD", nothing, own=True),
    33: Relocation("ADD8", _add(1, 1)),
    34: Relocation("ADD16", _add(2, 1)),
    35: Relocation("ADD32", _add(4, 1)),
    36: Relocation("ADD64", _add(8, 1)),
    37: Relocation("SUB8", _add(1, -1)),
    38: Relocation("SUB16", _add(2, -1)),
    39: Relocation("SUB32", _add(4, -1)),
    40: Relocation("SUB64", _add(8, -1)),
    43: Relocation("ALIGN", nothing, Form.PADDING),
    44: Relocation("RVC_BRANCH", _patch_rvc_branch, branch=2),
    45: Relocation("RVC_JUMP", _patch_rvc_jump, branch=2),
    51: Relocation("RELAX", nothing, Form.NONE),
    52: Relocation("SUB6", _patch_sub6),
    53: Relocation("SET6", _patch_set6),
    54: Relocation("SET8", _set(1)),
    55: Relocation("SET16", _set(2)),
    56: Relocation("SET32", _set(4)),
    57: Relocation("32_PCREL", relative(4)),
    59: Relocation("PLT32", relative(4), branch=4),
    60: Relocation("SET_ULEB128", _patch_set_uleb),
    61: Relocation("SUB_ULEB128", _patch_sub_uleb),
}

NOP, SHORT_NOP = (0x13).to_bytes(4, "little"), (1).to_bytes(2, "little")


def shorten_call(code: bytes, offset: int, distance: int) -> tuple[bytes, int] | None:
    """auipc + jalr become jal with the second one's rd (t1's address is of no use behind a tail call)."""
    words = int.from_bytes(code[offset:offset + 8], "little")
    if not -(1 << 20) <= distance < 1 << 20 or words & 0x7F != AUIPC or words >> 32 & 0x707F != JALR:
        return None
    return (words >> 32 & 0xF80 | JAL).to_bytes(4, "little"), JAL_NUMBER


def nops(count: int) -> bytes:
    """So many bytes of no effect, an even number."""
    return NOP * (count // 4) + SHORT_NOP * (count % 4 // 2)


JAL_NUMBER = 17
RELAXATION = Relaxation(hint=51, shorter={18: shorten_call, 19: shorten_call}, padding=nops)
