"""aarch64: how the emitter writes system register accesses and barriers, and where a frame record lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rumpkc.targets.aarch64.interrupts import interrupt_entry as interrupt_entry  # driver.enter_interrupts
from rumpkc.targets.aarch64.systems import IMMEDIATE, RAW

if TYPE_CHECKING:
    from rumpkc.emit.body import Body
    from rumpkc.ir.nodes import Function

# Offsets from the frame pointer of the saved one and of the return address (AAPCS64, "The Frame Pointer").
FRAME_PARENT, FRAME_RETURN = 0, 8
SIGN_EXTENDS_U32 = False
EXTENDS_NARROW = False               # AAPCS64 6.8.2 and 6.9: the bits above a narrow argument or result are unspecified

# The trap path saves no vector registers, so code that may run in it must not use them on its own account;
# memcpy and the like are called from anywhere.
SCALAR_MODULES = ("boot.", "hal.", "kernel.", "lib.core.memory")

SYSTEM_FULL = 15                                              # CRm of DSB and DMB: full system (Arm ARM C6.2, DSB)
DOES = {
    "isb": f"call void @llvm.aarch64.isb(i32 {SYSTEM_FULL})", "dsb": f"call void @llvm.aarch64.dsb(i32 {SYSTEM_FULL})",
    "dmb": f"call void @llvm.aarch64.dmb(i32 {SYSTEM_FULL})",
    **{name: f"call void @llvm.aarch64.hint(i32 {number})"    # HINT numbers: Arm ARM C6.2, HINT
       for name, number in (("nop", 0), ("wfe", 2), ("wfi", 3), ("sev", 4))},
}


LEAST_WORDS: list[str] = []          # of a function that is to be as small as can be; objects.py has an option for it


def function_words(function: Function) -> list[str]:
    """Attributes that this machine wants on a function."""
    return ["noimplicitfloat"] if f"{function.module}.".startswith(SCALAR_MODULES) else []


def system(body: Body, kind: str, name: str, args: list[str]) -> str:
    """Write one system primitive (`sys.<kind>:<name>`) on 64-bit values; its result, "0" for none."""
    if kind == "do":
        body.do(DOES[name])
        return "0"
    if kind == "write" and name in IMMEDIATE:
        return _write(body, IMMEDIATE[name], args[0])
    register = _encoded(name)
    if kind == "write":
        return _write(body, register, args[0])
    node = body.module.metadata.add(f'!{{!"{register}"}}')
    return body.value(f"call i64 @llvm.read_volatile_register.i64(metadata {node})")


def _write(body: Body, register: str, value: str) -> str:
    node = body.module.metadata.add(f'!{{!"{register}"}}')
    body.do(f"call void @llvm.write_register.i64(metadata {node}, i64 {value})")
    return "0"


def _encoded(name: str) -> str:
    """LLVM's spelling: a name in capitals, or the five numbers of an `s3_0_c12_c12_0`."""
    if raw := RAW.fullmatch(name):
        return ":".join(raw.groups())
    return name.upper()
