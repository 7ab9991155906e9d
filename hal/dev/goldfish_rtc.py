"""Goldfish real-time clock. QEMU: `-machine virt` of riscv64 (0x10_1000).

QEMU `hw/rtc/goldfish_rtc.c`; device tree binding "google,goldfish-rtc".

offset  register
0x00    low half of the nanoseconds since 1970; reading it holds the high half still
0x04    high half
"""

from rumpk import RO, Mmio, Reg, u32, u64


class GoldfishRtc(Mmio):
    """The time; alarms are not used."""

    low = Reg(u32, 0x00, access=RO)
    high = Reg(u32, 0x04, access=RO)


def nanoseconds(clock: GoldfishRtc) -> u64:
    """Nanoseconds since 1970."""
    low = clock.low.read()
    return u64(clock.high.read()) << 32 | u64(low)
