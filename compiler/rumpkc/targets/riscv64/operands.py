"""RISC-V operand kinds: from the text of an operand to bits of the instruction word."""

from __future__ import annotations

import re
from collections.abc import Callable

from rumpkc.asm.table import Evaluator, Fixup, Kind, Mismatch, Operand
from rumpkc.targets.riscv64.csrs import CSRS

ABI_NAMES = ("zero ra sp gp tp t0 t1 t2 s0 s1 a0 a1 a2 a3 a4 a5 a6 a7 s2 s3 s4 s5 s6 s7 s8 s9 s10 s11 "
             "t3 t4 t5 t6").split()
FLOAT_NAMES = ("ft0 ft1 ft2 ft3 ft4 ft5 ft6 ft7 fs0 fs1 fa0 fa1 fa2 fa3 fa4 fa5 fa6 fa7 fs2 fs3 fs4 fs5 fs6 fs7 fs8 "
               "fs9 fs10 fs11 ft8 ft9 ft10 ft11").split()
REGISTERS = {**{n: i for i, n in enumerate(ABI_NAMES)}, **{f"x{i}": i for i in range(32)}, "fp": 8}
FLOAT_REGISTERS = {**{n: i for i, n in enumerate(FLOAT_NAMES)}, **{f"f{i}": i for i in range(32)}}
ROUNDING = {"rne": 0, "rtz": 1, "rdn": 2, "rup": 3, "rmm": 4, "dyn": 7}

BRANCH, JAL, PCREL_HI20, PCREL_LO12_I, PCREL_LO12_S, HI20, LO12_I, LO12_S = 16, 17, 23, 24, 25, 26, 27, 28
MODIFIER = re.compile(r"%(\w+)\((.*)\)$")
ADDRESS = re.compile(r"(.*?)\(\s*(\w+)\s*\)$", re.DOTALL)


def register_number(text: str, operand: Operand) -> int:
    """The number of an integer register; Mismatch where `text` is none."""
    number = REGISTERS.get(text)
    if number is None:
        raise Mismatch(f"`{text}` is not an integer register", operand)
    return number


def _register(shift: int) -> Kind:
    return lambda _, operand: register_number(operand.text, operand) << shift


def _float_register(shift: int) -> Kind:
    def parse(_: Evaluator, operand: Operand) -> int:
        number = FLOAT_REGISTERS.get(operand.text)
        if number is None:
            raise Mismatch(f"`{operand.text}` is not a floating point register", operand)
        return number << shift

    return parse


def _unsigned(bits: int, shift: int) -> Kind:
    def parse(asm: Evaluator, operand: Operand) -> int:
        value = asm.constant(operand.text, operand)
        if not 0 <= value < 1 << bits:
            raise Mismatch(f"{value} is not 0 to {(1 << bits) - 1}", operand)
        return value << shift

    return parse


def store_bits(value: int) -> int:
    """The split immediate of S-type instructions."""
    return (value >> 5 & 0x7F) << 25 | (value & 31) << 7


def _low(asm: Evaluator, text: str, operand: Operand, place: Callable[[int], int], plain: int,
         relative: int) -> int | Fixup:
    """A 12-bit signed immediate: a number, `%lo(symbol)` or `%pcrel_lo(label)`."""
    if match := MODIFIER.match(text):
        if match[1] not in ("lo", "pcrel_lo"):
            raise Mismatch(f"`%{match[1]}` does not give twelve low bits; `%lo` and `%pcrel_lo` do", operand)
        return Fixup(plain if match[1] == "lo" else relative, asm.value(match[2], operand))
    value = asm.constant(text, operand) if text else 0
    if not -2048 <= value <= 2047:
        raise Mismatch(f"{value} is not -2048 to 2047", operand)
    return place(value)


def _immediate_low(asm: Evaluator, operand: Operand) -> int | Fixup:
    return _low(asm, operand.text, operand, lambda v: (v & 0xFFF) << 20, LO12_I, PCREL_LO12_I)


def _address_of(place: Callable[[int], int], plain: int, relative: int) -> Kind:
    """`offset(register)`."""

    def parse(asm: Evaluator, operand: Operand) -> int | Fixup:
        match = ADDRESS.match(operand.text)
        if match is None or match[2] not in REGISTERS:
            raise Mismatch("needs `offset(register)`", operand)
        base = REGISTERS[match[2]] << 15
        found = _low(asm, match[1].strip(), operand, place, plain, relative)
        return Fixup(found.relocation, found.value, base) if isinstance(found, Fixup) else found | base

    return parse


def _plain_address(_: Evaluator, operand: Operand) -> int:
    """`(register)`: atomics have no offset."""
    match = ADDRESS.match(operand.text)
    if match is None or match[2] not in REGISTERS or match[1].strip() not in ("", "0"):
        raise Mismatch("needs `(register)`", operand)
    return REGISTERS[match[2]] << 15


def _upper(asm: Evaluator, operand: Operand) -> int | Fixup:
    if match := MODIFIER.match(operand.text):
        numbers = {"hi": HI20, "pcrel_hi": PCREL_HI20}
        if match[1] not in numbers:
            raise Mismatch(f"`%{match[1]}` does not give twenty high bits; `%hi` and `%pcrel_hi` do", operand)
        return Fixup(numbers[match[1]], asm.value(match[2], operand))
    value = asm.constant(operand.text, operand)
    if not 0 <= value < 1 << 20:
        raise Mismatch(f"{value} is not 0 to 0xfffff", operand)
    return value << 12


def _target(relocation: int) -> Kind:
    def parse(asm: Evaluator, operand: Operand) -> Fixup:
        if operand.text in REGISTERS:
            raise Mismatch("needs a label, not a register", operand)
        return Fixup(relocation, asm.value(operand.text, operand))

    return parse


def csr_number(asm: Evaluator, operand: Operand) -> int:
    """A CSR's number, by name or as an expression."""
    if operand.text in CSRS:
        return CSRS[operand.text] << 20
    value = asm.constant(operand.text, operand)
    if not 0 <= value < 4096:
        raise Mismatch(f"{value:#x} is not a CSR number", operand)
    return value << 20


def _fence_set(shift: int) -> Kind:
    def parse(_: Evaluator, operand: Operand) -> int:
        letters = operand.text
        if not letters or set(letters) - set("iorw") or list(letters) != sorted(letters, key="iorw".index):
            raise Mismatch("needs letters of `iorw`, in that order", operand)
        return sum(8 >> "iorw".index(letter) for letter in letters) << shift

    return parse


def _rounding(_: Evaluator, operand: Operand) -> int:
    if operand.text not in ROUNDING:
        raise Mismatch(f"needs a rounding mode: {' '.join(ROUNDING)}", operand)
    return ROUNDING[operand.text] << 12


KINDS: dict[str, Kind] = {
    "rd": _register(7), "rs1": _register(15), "rs2": _register(20),
    "fd": _float_register(7), "fs1": _float_register(15), "fs2": _float_register(20), "fs3": _float_register(27),
    "low12": _immediate_low, "upper20": _upper, "shift6": _unsigned(6, 20), "shift5": _unsigned(5, 20),
    "uimm5": _unsigned(5, 15),
    "address": _address_of(lambda v: (v & 0xFFF) << 20, LO12_I, PCREL_LO12_I),
    "store": _address_of(store_bits, LO12_S, PCREL_LO12_S), "plain": _plain_address,
    "branch": _target(BRANCH), "jump": _target(JAL), "csr": csr_number,
    "before": _fence_set(24), "after": _fence_set(20), "rm": _rounding,
}
