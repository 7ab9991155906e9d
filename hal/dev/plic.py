"""Platform-level interrupt controller. QEMU: `-machine virt` of riscv64 (0x0c00_0000).

RISC-V PLIC Specification 1.0, chapters 3 to 9. Context 0 is machine mode of hart 0.

offset       register          meaning
4 * source   priority          0: never
0x00_2000    enable, context 0 one bit a source (1 to 31)
0x20_0000    threshold         sources above it come through
0x20_0004    claim / complete  read: the source, 0 for none; write it back when served
"""

from rumpk import Mmio, Reg, u32


class Plic(Mmio):
    """Context 0."""

    enable = Reg(u32, 0x00_2000)
    threshold = Reg(u32, 0x20_0000)
    claim = Reg(u32, 0x20_0004)


class SourcePriority(Mmio):
    """One source's priority."""

    priority = Reg(u32, 0)


def listen(base: int, source: int) -> None:
    """Only `source` (1 to 31) comes through."""
    SourcePriority(base + 4 * source).priority.write(1)
    plic = Plic(base)
    plic.enable.write(u32(1 << source))
    plic.threshold.write(0)


def acknowledge(base: int) -> None:
    """Take the pending source, if any, and let it come again. Call it when its device is served."""
    plic = Plic(base)
    source = plic.claim.read()
    if source != 0:
        plic.claim.write(source)
