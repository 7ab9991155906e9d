"""Registers and instructions that the machine does not have."""
from rumpk import csr, isb, sysreg


def typo() -> None:
    csr.mstatsu.write(0)


def read_only() -> None:
    csr.mhartid.write(1)


def of_another_machine() -> None:
    sysreg.vbar_el1.write(0)
    isb()


def main() -> None:
    typo()
