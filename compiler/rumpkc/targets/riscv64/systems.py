"""riscv64: which instructions and CSRs a program may name, and how."""

from __future__ import annotations

from rumpkc.diagnostics import did_you_mean, fail
from rumpkc.source import Span
from rumpkc.targets.riscv64.csrs import CSRS

WORDS = {"wfi": 0x10500073, "fence_i": 0x0000100F, "sfence_vma": 0x12000073, "nop": 0x00000013}


def check_system(kind: str, name: str, constant: int | None, span: Span) -> None:
    """E0480 where this machine has no `sys.<kind>:<name>`; `constant` is what is written, if that is known."""
    if kind == "do":
        if name not in WORDS:
            raise fail("E0480", f"riscv64 has no instruction `{name}()`", span,
                       help=did_you_mean(name, WORDS) or f"it has {', '.join(f'{w}()' for w in WORDS)}")
    elif name not in CSRS:
        raise fail("E0480", f"riscv64 has no CSR `{name}`", span, help=did_you_mean(name, CSRS))
    elif kind != "read" and CSRS[name] >> 10 == 3:            # Privileged Architecture, "CSR Address Mapping"
        raise fail("E0480", f"the CSR `{name}` can only be read", span, help="use `.read()`")
