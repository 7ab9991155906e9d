"""AArch64 relocations (ELF for the Arm 64-bit Architecture, section 5.7), numbers and fields."""

from __future__ import annotations

from rumpkc.targets.relocation import (
    Form,
    Patch,
    PatchError,
    Relocation,
    absolute,
    check_aligned,
    check_signed,
    get_word,
    nothing,
    put_word,
    relative,
)


def page(address: int) -> int:
    """The 4 KiB page of an address, as `adrp` counts them."""
    return address & ~0xFFF


def _word_offset(bits: int, shift: int) -> Patch:
    """A distance in words, `bits` wide, at bit `shift` of the instruction: branches and literal loads."""
    mask = (1 << bits) - 1

    def patch(data: bytearray, offset: int, value: int, place: int) -> None:
        distance = value - place
        check_signed(distance, bits + 2)
        check_aligned(distance, 4)
        put_word(data, offset, get_word(data, offset) & ~(mask << shift) | (distance >> 2 & mask) << shift)

    return patch


def _put_adr(data: bytearray, offset: int, distance: int) -> None:
    """immlo at bit 29, immhi at bit 5 of ADR/ADRP."""
    word = get_word(data, offset) & ~(3 << 29 | 0x7FFFF << 5)
    put_word(data, offset, word | (distance & 3) << 29 | (distance >> 2 & 0x7FFFF) << 5)


def _patch_adr(data: bytearray, offset: int, value: int, place: int) -> None:
    check_signed(value - place, 21)
    _put_adr(data, offset, value - place)


def _patch_adrp(data: bytearray, offset: int, value: int, place: int) -> None:
    distance = page(value) - page(place)
    check_signed(distance, 33)
    _put_adr(data, offset, distance >> 12)


def _low12(scale: int) -> Patch:
    """The low 12 bits of an address into the immediate of an `add` or of a load/store of `1 << scale` bytes."""

    def patch(data: bytearray, offset: int, value: int, _place: int) -> None:
        low = value & 0xFFF
        if low & ((1 << scale) - 1):
            raise PatchError(f"the address {value:#x} is not a multiple of {1 << scale}, the size of the access")
        put_word(data, offset, get_word(data, offset) & ~(0xFFF << 10) | low >> scale << 10)

    return patch


def _patch_high12(data: bytearray, offset: int, value: int, _place: int) -> None:
    """Bits 12 to 23 of a distance into an `add …, lsl #12`."""
    if not 0 <= value < 1 << 24:
        raise PatchError(f"{value:#x} does not fit 24 bits")
    put_word(data, offset, get_word(data, offset) & ~(0xFFF << 10) | value >> 12 << 10)


def _move_wide(part: int, checked: bool) -> Patch:
    """Sixteen bits of the value, number `part` from the bottom, into movz/movk."""

    def patch(data: bytearray, offset: int, value: int, _place: int) -> None:
        if checked and (value & (1 << 64) - 1) >> 16 * (part + 1):
            raise PatchError(f"{value:#x} does not fit {16 * (part + 1)} bits")
        put_word(data, offset, get_word(data, offset) & ~(0xFFFF << 5) | (value >> 16 * part & 0xFFFF) << 5)

    return patch


RELOCATIONS: dict[int, Relocation] = {
    0: Relocation("NONE", nothing, Form.NONE),
    256: Relocation("NONE", nothing, Form.NONE),
    257: Relocation("ABS64", absolute(8)),
    258: Relocation("ABS32", absolute(4)),
    259: Relocation("ABS16", absolute(2)),
    260: Relocation("PREL64", relative(8)),
    261: Relocation("PREL32", relative(4)),
    262: Relocation("PREL16", relative(2)),
    263: Relocation("MOVW_UABS_G0", _move_wide(0, True)),
    264: Relocation("MOVW_UABS_G0_NC", _move_wide(0, False)),
    265: Relocation("MOVW_UABS_G1", _move_wide(1, True)),
    266: Relocation("MOVW_UABS_G1_NC", _move_wide(1, False)),
    267: Relocation("MOVW_UABS_G2", _move_wide(2, True)),
    268: Relocation("MOVW_UABS_G2_NC", _move_wide(2, False)),
    269: Relocation("MOVW_UABS_G3", _move_wide(3, False)),
    273: Relocation("LD_PREL_LO19", _word_offset(19, 5), distance=True),
    274: Relocation("ADR_PREL_LO21", _patch_adr, distance=True),
    275: Relocation("ADR_PREL_PG_HI21", _patch_adrp),
    277: Relocation("ADD_ABS_LO12_NC", _low12(0)),
    278: Relocation("LDST8_ABS_LO12_NC", _low12(0)),
    279: Relocation("TSTBR14", _word_offset(14, 5), branch=4),
    280: Relocation("CONDBR19", _word_offset(19, 5), branch=4),
    282: Relocation("JUMP26", _word_offset(26, 0), branch=4),
    283: Relocation("CALL26", _word_offset(26, 0), branch=4),
    284: Relocation("LDST16_ABS_LO12_NC", _low12(1)),
    285: Relocation("LDST32_ABS_LO12_NC", _low12(2)),
    286: Relocation("LDST64_ABS_LO12_NC", _low12(3)),
    299: Relocation("LDST128_ABS_LO12_NC", _low12(4)),
    311: Relocation("ADR_GOT_PAGE", _patch_adrp, Form.GOT),
    312: Relocation("LD64_GOT_LO12_NC", _low12(3), Form.GOT),
    549: Relocation("TLSLE_ADD_TPREL_HI12", _patch_high12, own=True),
    550: Relocation("TLSLE_ADD_TPREL_LO12", _low12(0), own=True),
    551: Relocation("TLSLE_ADD_TPREL_LO12_NC", _low12(0), own=True),
    553: Relocation("TLSLE_LDST8_TPREL_LO12_NC", _low12(0), own=True),
    555: Relocation("TLSLE_LDST16_TPREL_LO12_NC", _low12(1), own=True),
    557: Relocation("TLSLE_LDST32_TPREL_LO12_NC", _low12(2), own=True),
    559: Relocation("TLSLE_LDST64_TPREL_LO12_NC", _low12(3), own=True),
    571: Relocation("TLSLE_LDST128_TPREL_LO12_NC", _low12(4), own=True),
}
