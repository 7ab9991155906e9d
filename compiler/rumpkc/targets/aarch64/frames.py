"""What an aarch64 function does to the stack pointer, and whom it calls, read from its instructions.

Encodings: Arm Architecture Reference Manual, C4.1. `sp` moves down by `sub`, and by stores that
write back (`stp …, [sp, #-n]!`).
"""

from __future__ import annotations

from rumpkc.targets.frames import CodeFacts, signed

RETURNS = frozenset({"d65f03c0"})                    # ret, as a disassembler writes it
PAIRS = {0xA98003E0: 8, 0x298003E0: 4, 0x6D8003E0: 8, 0xAD8003E0: 16}   # stp x, w, d, q: pre-index; bytes of one
PAIR_MASK, SINGLE_MASK = 0xFFC003E0, 0xFFE00FE0
SINGLES = (0xF8000FE0, 0xB8000FE0, 0xFC000FE0, 0x3C800FE0)                 # str x, w, d, q: pre-index on sp


def examine(code: bytes, address: int) -> CodeFacts:
    """The facts of the instructions `code`, which lie at `address`."""
    facts = CodeFacts()
    known: dict[int, int] = {}              # registers that hold a constant
    for at in range(0, len(code) - 3, 4):
        word, place = int.from_bytes(code[at:at + 4], "little"), address + at
        rd = word & 31
        if word & 0xFF8003FF == 0xD10003FF:                                # sub sp, sp, #imm {, lsl #12}
            facts.move(-((word >> 10 & 0xFFF) << (12 if word >> 22 & 1 else 0)))
        elif word & 0xFFE003FF == 0xCB2003FF:                              # sub sp, sp, xN
            register = word >> 16 & 31
            facts.move(-known[register] if register in known else None)
        elif word & PAIR_MASK in PAIRS:
            facts.move(signed(word >> 15, 7) * PAIRS[word & PAIR_MASK])
        elif word & SINGLE_MASK in SINGLES:
            facts.move(signed(word >> 12, 9))
        elif word >> 23 == 0x1A5:                                          # movz
            known[rd] = (word >> 5 & 0xFFFF) << (word >> 21 & 3) * 16
        elif word >> 23 == 0x1E5 and rd in known:                          # movk
            known[rd] |= (word >> 5 & 0xFFFF) << (word >> 21 & 3) * 16
        elif word >> 26 in (0x25, 0x05):                                   # bl, b
            facts.go(place + signed(word, 26) * 4, call=word >> 26 == 0x25, place=place)
        elif word & 0xFFFFFC1F == 0xD63F0000:                              # blr
            facts.indirect.append(place)
    return facts
