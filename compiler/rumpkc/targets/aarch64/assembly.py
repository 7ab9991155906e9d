"""A64 for the assembler: the aliases that need more than a row, and the `Isa` record."""

from __future__ import annotations

from rumpkc.asm.isa import Isa, Pseudo, Sink
from rumpkc.asm.table import Mismatch, Operand
from rumpkc.targets.aarch64.instructions import CONDITIONS, ROWS
from rumpkc.targets.aarch64.operands import KINDS, move_word, number


def _load(asm: Sink, operands: list[Operand]) -> bool:
    """`ldr register, =value`: a mov where one does, else a load from the literal pool."""
    if len(operands) != 2 or not operands[1].text.startswith("="):
        return False
    register, wanted = operands[0].text, Operand(operands[1].text[1:].strip(), operands[1].span)
    size = 4 if register[:1].lower() == "w" else 8
    value = asm.value(wanted.text, wanted)
    if value.is_constant and move_word(value.constant, 8 * size) is not None:
        asm.emit("mov", register, f"#{value.constant}")
    else:
        asm.emit("ldr", register, asm.literal(wanted, size))
    return True


def _bit_field(target: str, inserts: bool) -> Pseudo:
    """`ubfx rd, rn, #lsb, #width` and its relatives: ubfm, sbfm, bfm (C6.2)."""

    def expand(asm: Sink, operands: list[Operand]) -> bool:
        if len(operands) != 4:
            raise Mismatch("takes two registers, the lowest bit and a width")
        bits = 32 if operands[0].text[:1].lower() == "w" else 64
        low = number(asm, operands[2].text, operands[2], 0, bits - 1)
        width = number(asm, operands[3].text, operands[3], 1, bits - low)
        first, last = (-low % bits, width - 1) if inserts else (low, low + width - 1)
        asm.emit(target, operands[0].text, operands[1].text, f"#{first}", f"#{last}")
        return True

    return expand


def _compare_with_zero(asm: Sink, operands: list[Operand]) -> bool:
    """`fcmp d0, #0.0`: bit 3 in place of a register."""
    if len(operands) != 2 or operands[1].text not in ("#0.0", "#0", "0.0"):
        return False
    asm.emit("fcmp0", operands[0].text)
    return True


def _normalise(mnemonic: str) -> str:
    """`beq` is `b.eq`."""
    name = mnemonic.lower()
    return f"b.{name[1:]}" if name[0] == "b" and name[1:] in CONDITIONS else name


def _rows() -> dict[str, list]:
    from rumpkc.asm.table import Row

    return {**ROWS, "fcmp0": [Row(("dd5",), 0x1E602008), Row(("sd5",), 0x1E202008)]}


ISA = Isa(
    name="aarch64",
    rows=_rows(),
    kinds=KINDS,
    pseudos={"ldr": _load, "fcmp": _compare_with_zero,
             "ubfx": _bit_field("ubfm", False), "sbfx": _bit_field("sbfm", False), "bfxil": _bit_field("bfm", False),
             "ubfiz": _bit_field("ubfm", True), "sbfiz": _bit_field("sbfm", True), "bfi": _bit_field("bfm", True)},
    nop=(0xD503201F).to_bytes(4, "little"),
    hash_comments=False,
    data_relocations={2: 259, 4: 258, 8: 257},
    relative_relocations={2: 262, 4: 261, 8: 260},
    difference_relocations={},
    normalise=_normalise,
)
