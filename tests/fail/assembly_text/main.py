# rumpkc: build FILE -o build/text.elf
"""Mistakes in assembly, one a function."""
from rumpk import asm


@asm
def asm_block() -> None:
    """
    .rept 2
    nop
    """


@asm
def asm_operand() -> None:
    """
    addi a0, a0, 2048
    """


@asm
def asm_unknown() -> None:
    """
    mvv a0, a1
    """


@asm
def asm_bss() -> None:
    """
    .bss
    .word 1
    """


@asm
def asm_label_twice() -> None:
    """
    again:
    again:
    ret
    """


@asm
def asm_no_label() -> None:
    """
    j 1f
    """


@asm
def asm_far() -> None:
    """
    beqz a0, far
    .zero 8192
    far: ret
    """


def main() -> None:
    asm_block()
    asm_operand()
    asm_unknown()
    asm_bss()
    asm_label_twice()
    asm_no_label()
    asm_far()
