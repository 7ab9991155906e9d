"""aarch64: how the emitter writes system register accesses and barriers, and where a frame record lies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rumpkc.diagnostics import did_you_mean, fail
from rumpkc.source import Span
from rumpkc.targets.aarch64.interrupts import interrupt_entry as interrupt_entry       # driver.enter_interrupts

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

# Arm ARM D23, "AArch64 System Registers". LLVM knows the names; this list is what the HAL of a board may use.
REGISTERS = frozenset("""
    cntfrq_el0 cntpct_el0 cntvct_el0 cntp_ctl_el0 cntp_cval_el0 cntp_tval_el0 cntv_ctl_el0 cntv_cval_el0 cntv_tval_el0
    cntkctl_el1 cpacr_el1 contextidr_el1 csselr_el1 ccsidr_el1 clidr_el1 ctr_el0 currentel daif elr_el1 esr_el1 far_el1
    id_aa64isar0_el1 id_aa64isar1_el1 id_aa64mmfr0_el1 id_aa64mmfr1_el1 id_aa64pfr0_el1 id_aa64pfr1_el1 isr_el1
    mair_el1 midr_el1 mpidr_el1 nzcv par_el1 pmccntr_el0 pmcntenset_el0 pmcr_el0 pmuserenr_el0 revidr_el1 sctlr_el1
    sp_el0 spsel spsr_el1 tcr_el1 tpidr_el0 tpidr_el1 tpidrro_el0 ttbr0_el1 ttbr1_el1 vbar_el1 fpcr fpsr
    pmccfiltr_el0 pmcntenclr_el0 pmovsclr_el0 pmintenclr_el1 pmintenset_el1 mdscr_el1 oslar_el1
""".split())
READ_ONLY = frozenset("""
    cntpct_el0 cntvct_el0 ccsidr_el1 clidr_el1 ctr_el0 currentel id_aa64isar0_el1 id_aa64isar1_el1 id_aa64mmfr0_el1
    id_aa64mmfr1_el1 id_aa64pfr0_el1 id_aa64pfr1_el1 isr_el1 midr_el1 mpidr_el1 revidr_el1
""".split())
WRITE_ONLY = frozenset(["oslar_el1"])
IMMEDIATE = {"daifset": "DAIFSet", "daifclr": "DAIFClr"}      # MSR (immediate): a constant of four bits
SYSTEM_FULL = 15                                              # CRm of DSB and DMB: full system (Arm ARM C6.2, DSB)
INNER_SHAREABLE = 11
DOES = {
    "isb": f"call void @llvm.aarch64.isb(i32 {SYSTEM_FULL})", "dsb": f"call void @llvm.aarch64.dsb(i32 {SYSTEM_FULL})",
    "dmb": f"call void @llvm.aarch64.dmb(i32 {SYSTEM_FULL})",
    "fence": f"call void @llvm.aarch64.dmb(i32 {INNER_SHAREABLE})",
    **{name: f"call void @llvm.aarch64.hint(i32 {number})"    # HINT numbers: Arm ARM C6.2, HINT
       for name, number in (("nop", 0), ("yield_", 1), ("wfe", 2), ("wfi", 3), ("sev", 4), ("sevl", 5))},
}


def function_words(function: Function) -> list[str]:
    """Attributes that this machine wants on a function."""
    return ["noimplicitfloat"] if f"{function.module}.".startswith(SCALAR_MODULES) else []


def system(body: Body, kind: str, name: str, args: list[str], span: Span) -> str:
    """Write one system primitive (`sys.<kind>:<name>`) on 64-bit values; its result, "0" for none."""
    if kind == "do":
        if name not in DOES:
            raise fail("E0480", f"aarch64 has no instruction `{name}()`", span,
                       help=did_you_mean(name, DOES) or f"it has {', '.join(f'{w}()' for w in DOES)}")
        body.do(DOES[name])
        return "0"
    if kind not in ("read", "write"):
        raise fail("E0480", f"aarch64 changes a system register with `read()` and `write()`, not `{kind}`", span)
    if kind == "write" and name in IMMEDIATE:
        return _write(body, IMMEDIATE[name], _constant(args[0], name, span))
    if name not in REGISTERS and not re.fullmatch(r"s\d_\d_c\d+_c\d+_\d", name):
        raise fail("E0480", f"aarch64 has no system register `{name}`", span, help=did_you_mean(name, REGISTERS))
    if name in (READ_ONLY if kind == "write" else WRITE_ONLY):
        only = "read" if kind == "write" else "written"
        raise fail("E0480", f"the system register `{name}` can only be {only}", span)
    register = _encoded(name)
    if kind == "write":
        return _write(body, register, args[0])
    node = body.module.metadata.add(f'!{{!"{register}"}}')
    return body.value(f"call i64 @llvm.read_volatile_register.i64(metadata {node})")


def _write(body: Body, register: str, value: str) -> str:
    node = body.module.metadata.add(f'!{{!"{register}"}}')
    body.do(f"call void @llvm.write_register.i64(metadata {node}, i64 {value})")
    return "0"


def _constant(value: str, name: str, span: Span) -> str:
    if not value.isdigit() or int(value) > 15:
        raise fail("E0480", f"`sysreg.{name}.write` takes a constant of four bits", span)
    return value


def _encoded(name: str) -> str:
    """LLVM's spelling: a name in capitals, or the five numbers of an `s3_0_c12_c12_0`."""
    if raw := re.fullmatch(r"s(\d)_(\d)_c(\d+)_c(\d+)_(\d)", name):
        return ":".join(raw.groups())
    return name.upper()
