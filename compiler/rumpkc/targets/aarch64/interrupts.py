"""The way into an interrupt handler and out of it, for `@interrupt`: LLVM has no attribute for it on this machine.

Whatever ran is stopped between two instructions, so every register that a function may change is saved: x0 to x18, x30
and the vector registers (AAPCS64 6.1). x29 and x19 to x28 are the handler's own to keep. `eret` returns to ELR_EL1,
which stays as it is while interrupts are masked.
"""

from __future__ import annotations

GENERAL_BYTES, VECTOR_BYTES = 160, 512      # ten pairs of x registers, sixteen pairs of q registers
GENERAL = [(f"x{n}", f"x{n + 1}") for n in range(0, 18, 2)] + [("x18", "x30")]
VECTOR = [(f"q{n}", f"q{n + 1}") for n in range(0, 32, 2)]


def interrupt_entry(body: str) -> str:
    """Assembly that saves, calls the symbol `body`, restores and returns from the exception."""
    general = [(pair, 16 * n) for n, pair in enumerate(GENERAL)]
    vector = [(pair, 32 * n) for n, pair in enumerate(VECTOR)]
    lines = [f"sub sp, sp, #{GENERAL_BYTES}", *_each("stp", general), f"sub sp, sp, #{VECTOR_BYTES}",
             *_each("stp", vector), f"bl {body}",
             *_each("ldp", vector), f"add sp, sp, #{VECTOR_BYTES}", *_each("ldp", general),
             f"add sp, sp, #{GENERAL_BYTES}", "eret"]
    return "; ".join(lines)


def _each(instruction: str, pairs: list[tuple[tuple[str, str], int]]) -> list[str]:
    return [f"{instruction} {a}, {b}, [sp, #{offset}]" for (a, b), offset in pairs]
