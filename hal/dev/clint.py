"""Core-local interruptor: software and timer interrupts of each hart. QEMU: `-machine virt` of riscv64 (0x0200_0000).

RISC-V ACLINT Specification 1.0, chapters 2 (MTIMER) and 3 (MSWI), which keep the SiFive CLINT's layout.

offset            register
0x0000 + 4 * n    software interrupt of hart n: bit 0 raises it, 0 takes it back
0x4000 + 8 * n    timer compare of hart n: the interrupt is up while it is not above the time
"""

from rumpk import Mmio, Reg, u32, u64


class Software(Mmio):
    """One hart's software interrupt."""

    pending = Reg(u32, 0)


class Timer(Mmio):
    """One hart's timer."""

    compare = Reg(u64, 0)


def arm(base: int, hart: int, ticks: u64) -> None:
    """The timer interrupt of `hart` is pending from `ticks` on; what was armed before is forgotten."""
    Timer(base + 0x4000 + 8 * hart).compare.write(ticks)


def send(base: int, hart: int) -> None:
    """Raise the software interrupt of `hart`."""
    Software(base + 4 * hart).pending.write(1)


def clear(base: int, hart: int) -> None:
    """Take the software interrupt of `hart` back."""
    Software(base + 4 * hart).pending.write(0)
