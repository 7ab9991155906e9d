"""riscv64: how the emitter writes CSR accesses and system instructions, and where a frame record lies.

LLVM has no assembly parser for this machine in the wheel, so an instruction in line is a patchpoint: LLVM leaves a
4-byte slot and says which registers it chose; the linker writes the instruction there (link/patchpoint.py).

    %old = call anyregcc i64 (…) @llvm.experimental.patchpoint.i64(i64 ID, i32 4, ptr null, i32 1, i64 %new)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.link.patchpoint import patch_id
from rumpkc.targets.riscv64 import TARGET
from rumpkc.targets.riscv64.csrs import CSRS
from rumpkc.targets.riscv64.systems import WORDS

if TYPE_CHECKING:
    from rumpkc.emit.body import Body
    from rumpkc.ir.nodes import Function

# Offsets from the frame pointer of the saved one and of the return address (RISC-V psABI, "Frame Pointer Convention").
FRAME_PARENT, FRAME_RETURN = -16, -8
EXTENDS_NARROW = True                # the same: whoever passes or returns a narrow value extends it
SIGN_EXTENDS_U32 = True              # psABI, "Integer Calling Convention": 32-bit values are sign-extended, u32 too

# Zicsr (Unprivileged ISA, chapter "Zicsr"): opcode SYSTEM with these functions; csrrs with rs1 = x0 only reads.
CSRRW, CSRRS, CSRRC = 0x1073, 0x2073, 0x3073
CSR_SHIFT = 20
CHANGES = {"swap": CSRRW, "set": CSRRS, "clear": CSRRC}
IMMEDIATE = 0x4000                   # of the same function: five bits in place of a register
RS1_SHIFT = 15
SMALL = 32


# Of a function that is to be as small as can be: boot/riscv64/save.S saves its registers.
LEAST_WORDS = [f'"target-features"="{TARGET.features},+save-restore"']


def function_words(function: Function) -> list[str]:
    """Attributes that this machine wants on a function."""
    return ['"interrupt"="machine"'] if "interrupt" in function.attrs else []


def system(body: Body, kind: str, name: str, args: list[str]) -> str:
    """Write one system primitive (`sys.<kind>:<name>`) on 64-bit values; its result, "0" for none."""
    if kind == "do":
        return _patch(body, WORDS[name], [], result=False)
    number = CSRS[name] << CSR_SHIFT
    if kind == "read":
        return _patch(body, CSRRS | number, [], result=True)
    word = CHANGES.get(kind, CSRRW) | number
    if args[0].isdecimal() and int(args[0]) < SMALL:
        word, args = word | IMMEDIATE | int(args[0]) << RS1_SHIFT, []
    return _patch(body, word, args, result=kind != "write")


def _patch(body: Body, word: int, args: list[str], result: bool) -> str:
    operands = "".join(f", i64 {arg}" for arg in args)
    kind, suffix = ("i64", "i64") if result else ("void", "void")
    text = (f"call anyregcc {kind} (i64, i32, ptr, i32, ...) @llvm.experimental.patchpoint.{suffix}"
            f"(i64 {patch_id(word)}, i32 4, ptr null, i32 {len(args)}{operands})")
    if result:
        return body.value(text)
    body.do(text)
    return "0"
