"""What a riscv64 function does to the stack pointer, and whom it calls, read from its instructions.

Encodings: The RISC-V Instruction Set Manual I, chapters "RV32I" and "C". Nothing else moves `sp` down than
`addi`, `sub` and their short forms; LLVM loads a large frame's size with `lui` and `addi`.
"""

from __future__ import annotations

from rumpkc.targets.frames import CodeFacts, signed

RETURNS = frozenset({"8082", "00008067"})            # c.jr ra, jalr x0, 0(ra), as a disassembler writes them
SP, RA, T0 = 2, 1, 5                                  # t0: where a shared prologue returns to (boot/riscv64/save.S)
AUIPC, LUI, JAL, JALR, ADDI, ADDIW, OP = 0x17, 0x37, 0x6F, 0x67, 0x13, 0x1B, 0x33


def examine(code: bytes, address: int) -> CodeFacts:
    """The facts of the instructions `code`, which lie at `address`."""
    facts = CodeFacts()
    known: dict[int, int] = {}              # registers that hold a constant
    relative: dict[int, int] = {}           # registers that hold an address, by `auipc`
    at = 0
    while at + 2 <= len(code):
        half = int.from_bytes(code[at:at + 2], "little")
        if half & 3 != 3:
            _short(facts, half, address + at, known)
            at += 2
        else:
            _long(facts, int.from_bytes(code[at:at + 4], "little"), address + at, known, relative)
            at += 4
    return facts


def _long(facts: CodeFacts, word: int, at: int, known: dict[int, int], relative: dict[int, int]) -> None:
    op, rd, rs1, rs2, low = word & 0x7F, word >> 7 & 31, word >> 15 & 31, word >> 20 & 31, signed(word >> 20, 12)
    high = signed(word >> 12, 20) << 12
    if op == LUI:
        known[rd] = high
    elif op == AUIPC:
        relative[rd] = at + high
    elif op in (ADDI, ADDIW) and word >> 12 & 7 == 0:
        if rd == rs1 == SP:
            facts.move(low)
        elif rs1 == 0 or rs1 in known:
            known[rd] = known.get(rs1, 0) + low
    elif op == OP and rd == rs1 == SP and word >> 25 == 0x20:
        facts.move(-known[rs2] if rs2 in known else None)
    elif op == JAL and rd == T0:
        facts.prologues.append(at + _jal_offset(word))
    elif op == JALR and rd == T0 and rs1 in relative:
        facts.prologues.append(relative[rs1] + low)
    elif op == JAL:
        facts.go(at + _jal_offset(word), call=rd != 0, place=at)
    elif op == JALR and rs1 in relative:
        facts.go(relative[rs1] + low, call=rd != 0, place=at)
    elif op == JALR and rd == RA:
        facts.indirect.append(at)


def _jal_offset(word: int) -> int:
    """The J-immediate: bits 20, 10:1, 11, 19:12 (2.3 of the manual)."""
    upper = (word >> 31 & 1) << 20 | (word >> 12 & 0xFF) << 12
    return signed(upper | (word >> 20 & 1) << 11 | (word >> 21 & 0x3FF) << 1, 21)


def _short(facts: CodeFacts, half: int, at: int, known: dict[int, int]) -> None:
    op, kind, rd, other = half & 3, half >> 13, half >> 7 & 31, half >> 2 & 31
    imm = signed((half >> 12 & 1) << 5 | other, 6)
    match op, kind:
        case 1, 0 if rd == SP:                                              # c.addi
            facts.move(imm)
        case 1, 0 if rd in known:
            known[rd] += imm
        case 1, 1 if rd in known:                                           # c.addiw
            known[rd] += imm
        case 1, 2:                                                          # c.li
            known[rd] = imm
        case 1, 3 if rd == SP:                                              # c.addi16sp
            bits = (half >> 12 & 1) << 9 | (half >> 3 & 3) << 7 | (half >> 5 & 1) << 6 | (half >> 2 & 1) << 5
            facts.move(signed(bits | (half >> 6 & 1) << 4, 10))
        case 1, 3:                                                          # c.lui
            known[rd] = imm << 12
        case 1, 5:                                                          # c.j
            bits = (half >> 12 & 1) << 11 | (half >> 8 & 1) << 10 | (half >> 9 & 3) << 8 | (half >> 6 & 1) << 7
            bits |= (half >> 7 & 1) << 6 | (half >> 2 & 1) << 5 | (half >> 11 & 1) << 4 | (half >> 3 & 7) << 1
            facts.go(at + signed(bits, 12), call=False, place=at)
        case 2, 4 if half >> 12 & 1 and other == 0 and rd != 0:             # c.jalr
            facts.indirect.append(at)
        case _:
            pass
