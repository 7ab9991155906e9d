"""PL031 real-time clock. QEMU: `-machine virt` of aarch64 (0x0901_0000).

Arm PrimeCell Real Time Clock (PL031) Technical Reference Manual, DDI 0224, section 3.3.

offset  register
0x000   data: seconds, which QEMU begins at the host's time since 1970
"""

from rumpk import RO, Mmio, Reg, u32


class Pl031(Mmio):
    """The time; the match register is not used."""

    data = Reg(u32, 0x000, access=RO)


def seconds(clock: Pl031) -> u32:
    """Seconds since 1970."""
    return clock.data.read()
