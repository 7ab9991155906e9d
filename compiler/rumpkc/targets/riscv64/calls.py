"""Finds calls in RISC-V code: jal and jalr that link to ra, and c.jalr."""

from __future__ import annotations

from collections.abc import Iterator


def return_offsets(text: bytes, start: int, end: int) -> Iterator[int]:
    """The offset behind each call between two offsets of `text`; `start` is the first instruction of a function."""
    at = start
    while at < end:
        first = text[at]
        if first & 3 == 3:
            # jal is opcode 0x6f, jalr 0x67; rd, bits 7 to 11, is ra = x1 (ISA 2.5)
            if first & 0x7F in (0x6F, 0x67) and first >> 7 == 1 and text[at + 1] & 0x0F == 0:
                yield at + 4
            at += 4
        else:
            # c.jalr rs1: 1001 rs1 00000 10, rs1 not 0 (that would be c.ebreak)
            if first & 0x7F == 0x02 and text[at + 1] & 0xF0 == 0x90 and (text[at + 1] & 0x0F or first & 0x80):
                yield at + 2
            at += 2
