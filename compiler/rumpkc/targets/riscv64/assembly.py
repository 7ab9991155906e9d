"""RISC-V for the assembler: the pseudo-instructions (RISC-V assembly programmer's manual) and the `Isa` record."""

from __future__ import annotations

import re

from rumpkc.asm.isa import Isa, Pseudo, Sink
from rumpkc.asm.table import Evaluator, Fixup, Mismatch, Operand
from rumpkc.targets.riscv64.instructions import ROWS
from rumpkc.targets.riscv64.operands import ADDRESS, KINDS, REGISTERS, register_number

# name, number of operands: what it stands for; {0} is the first operand
TEMPLATES = """
nop 0: addi x0,x0,0
mv 2: addi {0},{1},0
not 2: xori {0},{1},-1
neg 2: sub {0},x0,{1}
negw 2: subw {0},x0,{1}
sext.w 2: addiw {0},{1},0
zext.b 2: andi {0},{1},255
seqz 2: sltiu {0},{1},1
snez 2: sltu {0},x0,{1}
sltz 2: slt {0},{1},x0
sgtz 2: slt {0},x0,{1}
sgt 3: slt {0},{2},{1}
sgtu 3: sltu {0},{2},{1}
beqz 2: beq {0},x0,{1}
bnez 2: bne {0},x0,{1}
blez 2: bge x0,{0},{1}
bgez 2: bge {0},x0,{1}
bltz 2: blt {0},x0,{1}
bgtz 2: blt x0,{0},{1}
bgt 3: blt {1},{0},{2}
ble 3: bge {1},{0},{2}
bgtu 3: bltu {1},{0},{2}
bleu 3: bgeu {1},{0},{2}
j 1: jal x0,{0}
jal 1: jal x1,{0}
jr 1: jalr x0,0({0})
ret 0: jalr x0,0(x1)
rdcycle 1: csrrs {0},cycle,x0
rdtime 1: csrrs {0},time,x0
rdinstret 1: csrrs {0},instret,x0
csrr 2: csrrs {0},{1},x0
csrwi 2: csrrwi x0,{0},{1}
csrsi 2: csrrsi x0,{0},{1}
csrci 2: csrrci x0,{0},{1}
frcsr 1: csrrs {0},fcsr,x0
fscsr 1: csrrw x0,fcsr,{0}
frrm 1: csrrs {0},frm,x0
fsrm 1: csrrw x0,frm,{0}
frflags 1: csrrs {0},fflags,x0
fsflags 1: csrrw x0,fflags,{0}
fmv.s 2: fsgnj.s {0},{1},{1}
fmv.d 2: fsgnj.d {0},{1},{1}
fneg.s 2: fsgnjn.s {0},{1},{1}
fneg.d 2: fsgnjn.d {0},{1},{1}
fabs.s 2: fsgnjx.s {0},{1},{1}
fabs.d 2: fsgnjx.d {0},{1},{1}
"""

CALL_PLT = 19
LOADS = ("lb", "lh", "lw", "ld", "lbu", "lhu", "lwu")
STORES = {"sb", "sh", "sw", "sd"}
WITH_IMMEDIATE = {"add": "addi", "and": "andi", "or": "ori", "xor": "xori", "slt": "slti", "sltu": "sltiu",
                  "sll": "slli", "srl": "srli", "sra": "srai", "addw": "addiw", "sllw": "slliw", "srlw": "srliw",
                  "sraw": "sraiw"}


def _template(count: int, expansion: str) -> Pseudo:
    mnemonic, _, rest = expansion.strip().partition(" ")

    def expand(asm: Sink, operands: list[Operand]) -> bool:
        if len(operands) != count:
            return False
        texts = [operand.text for operand in operands]
        asm.emit(mnemonic, *(part.format(*texts) for part in rest.split(",")) if rest else ())
        return True

    return expand


def _load_immediate(asm: Sink, operands: list[Operand]) -> bool:
    """`li rd, constant`: the shortest of addi, lui, lui+addiw, or those shifted up piece by piece."""
    if len(operands) != 2:
        raise Mismatch("takes a register and a constant")
    rd = operands[0].text
    register_number(rd, operands[0])
    value = asm.constant(operands[1].text, operands[1])
    if not -(1 << 63) <= value < 1 << 64:
        raise Mismatch(f"{value:#x} does not fit 64 bits", operands[1])
    for mnemonic, rest in constant_steps(value - (1 << 64) if value >> 63 and value > 0 else value):
        asm.emit(mnemonic, *(part.format(rd) for part in rest))
    return True


def constant_steps(value: int) -> list[tuple[str, tuple[str, ...]]]:
    """The instructions that build a signed 64-bit constant in register `{0}`."""
    if -2048 <= value < 2048:
        return [("addi", ("{0}", "x0", str(value)))]
    low = (value & 0xFFF) - (0x1000 if value & 0x800 else 0)
    if -(1 << 31) <= value < 1 << 31:
        steps = [("lui", ("{0}", str((value + 0x800) >> 12 & 0xFFFFF)))]
        return steps + ([("addiw", ("{0}", "{0}", str(low)))] if low else [])
    high, shift = (value - low) >> 12, 12
    while not high & 1:
        high, shift = high >> 1, shift + 1
    if high >> 63 & 1 and high > 0:
        high -= 1 << 64
    steps = [*constant_steps(_wrap(high, 64 - shift)), ("slli", ("{0}", "{0}", str(shift)))]
    return steps + ([("addi", ("{0}", "{0}", str(low)))] if low else [])


def _wrap(value: int, bits: int) -> int:
    """`value` modulo 2^bits as a signed number: the bits above are shifted out anyway."""
    value &= (1 << bits) - 1
    return value - (1 << bits) if value >> (bits - 1) else value


def _load_address(asm: Sink, operands: list[Operand]) -> bool:
    """`la rd, symbol`: relative to the pc, so that it reaches 2 GiB either way."""
    if len(operands) != 2:
        raise Mismatch("takes a register and a symbol")
    label = asm.label_here()
    asm.emit("auipc", operands[0].text, f"%pcrel_hi({operands[1].text})")
    asm.emit("addi", operands[0].text, operands[0].text, f"%pcrel_lo({label})")
    return True


def _call(link: str, default: str) -> Pseudo:
    """`call` and `tail`: auipc + jalr under one relocation. `call` takes another link register, too."""

    def expand(asm: Sink, operands: list[Operand]) -> bool:
        if not 1 <= len(operands) <= (2 if link else 1):
            raise Mismatch("takes a symbol")
        register = operands[0].text if len(operands) == 2 else default
        asm.emit("auipc", register, f"%call({operands[-1].text})")
        asm.emit("jalr", register if link else "x0", f"0({register})")
        return True

    return expand


def _global_access(mnemonic: str) -> Pseudo:
    """`ld rd, symbol` and `sd rs, symbol, temporary`."""

    def expand(asm: Sink, operands: list[Operand]) -> bool:
        is_store = mnemonic in STORES
        if len(operands) != (3 if is_store else 2) or ADDRESS.match(operands[1].text):
            return False
        if operands[1].text in REGISTERS or re.match(r"-?\d", operands[1].text):
            raise Mismatch("needs `offset(register)` or a symbol", operands[1])
        base = operands[2 if is_store else 0].text
        label = asm.label_here()
        asm.emit("auipc", base, f"%pcrel_hi({operands[1].text})")
        asm.emit(mnemonic, operands[0].text, f"%pcrel_lo({label})({base})")
        return True

    return expand


def _csr_write(mnemonic: str) -> Pseudo:
    """`csrw csr, rs` or, as GNU as takes it, a small constant."""

    def expand(asm: Sink, operands: list[Operand]) -> bool:
        if len(operands) != 2:
            raise Mismatch("takes a CSR and a register")
        immediate = "" if operands[1].text in REGISTERS else "i"
        asm.emit(mnemonic + immediate, "x0", operands[0].text, operands[1].text)
        return True

    return expand


def _with_immediate(mnemonic: str) -> Pseudo:
    """`add rd, rs, 5` for `addi rd, rs, 5`."""

    def expand(asm: Sink, operands: list[Operand]) -> bool:
        if len(operands) != 3 or operands[2].text in REGISTERS:
            return False
        asm.emit(WITH_IMMEDIATE[mnemonic], *(operand.text for operand in operands))
        return True

    return expand


def _jump_register(asm: Sink, operands: list[Operand]) -> bool:
    """`jalr rs` and `jr offset(rs)` forms."""
    if len(operands) != 1:
        return False
    text = operands[0].text
    asm.emit("jalr", "x1", text if ADDRESS.match(text) else f"0({text})")
    return True


def _jump_far(asm: Sink, operands: list[Operand]) -> bool:
    if len(operands) != 1:
        raise Mismatch("takes a register")
    text = operands[0].text
    asm.emit("jalr", "x0", text if ADDRESS.match(text) else f"0({text})")
    return True


def _call_target(asm: Evaluator, operand: Operand) -> Fixup:
    return Fixup(CALL_PLT, asm.value(operand.text[len("%call("):-1], operand))


def _upper(asm: Evaluator, operand: Operand) -> int | Fixup:
    """As in the table, and the `%call(…)` that `call` and `tail` use internally."""
    return _call_target(asm, operand) if operand.text.startswith("%call(") else KINDS["upper20"](asm, operand)


def _pseudos() -> dict[str, Pseudo]:
    found: dict[str, Pseudo] = {}
    for line in TEMPLATES.strip().splitlines():
        head, expansion = line.split(":", 1)
        name, count = head.split()
        found[name] = _template(int(count), expansion)
    found |= {"li": _load_immediate, "la": _load_address, "lla": _load_address, "call": _call("ra", "x1"),
              "tail": _call("", "x6"), "jalr": _jump_register, "jr": _jump_far,
              "csrw": _csr_write("csrrw"), "csrs": _csr_write("csrrs"), "csrc": _csr_write("csrrc")}
    found |= {name: _global_access(name) for name in (*LOADS, *STORES)}
    found |= {name: _with_immediate(name) for name in WITH_IMMEDIATE}
    return found


ISA = Isa(
    name="riscv64",
    rows=ROWS,
    kinds={**KINDS, "upper20": _upper},
    pseudos=_pseudos(),
    nop=(0x13).to_bytes(4, "little"),
    hash_comments=True,
    data_relocations={4: 1, 8: 2},
    relative_relocations={4: 57},
    difference_relocations={1: (33, 37), 2: (34, 38), 4: (35, 39), 8: (36, 40)},
    normalise=str.lower,
)
