"""aarch64: which instructions and system registers a program may name, and how."""

from __future__ import annotations

import re

from rumpkc.diagnostics import did_you_mean, fail
from rumpkc.source import Span

INSTRUCTIONS = ("isb", "dsb", "dmb", "nop", "wfe", "wfi", "sev")
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
RAW = re.compile(r"s(\d)_(\d)_c(\d+)_c(\d+)_(\d)")             # any register, by the fields of its encoding


def check_system(kind: str, name: str, constant: int | None, span: Span) -> None:
    """E0480 where this machine has no `sys.<kind>:<name>`; `constant` is what is written, if that is known."""
    if kind == "do":
        if name not in INSTRUCTIONS:
            raise fail("E0480", f"aarch64 has no instruction `{name}()`", span,
                       help=did_you_mean(name, INSTRUCTIONS) or f"it has {', '.join(f'{w}()' for w in INSTRUCTIONS)}")
    elif kind not in ("read", "write"):
        raise fail("E0480", f"aarch64 changes a system register with `read()` and `write()`, not `{kind}`", span)
    elif kind == "write" and name in IMMEDIATE:
        if constant is None or not 0 <= constant <= 15:
            raise fail("E0480", f"`sysreg.{name}.write` takes a constant of four bits", span)
    elif name not in REGISTERS and not RAW.fullmatch(name):
        raise fail("E0480", f"aarch64 has no system register `{name}`", span, help=did_you_mean(name, REGISTERS))
    elif name in (READ_ONLY if kind == "write" else WRITE_ONLY):
        only = "read" if kind == "write" else "written"
        raise fail("E0480", f"the system register `{name}` can only be {only}", span)
