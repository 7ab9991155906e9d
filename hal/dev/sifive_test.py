"""SiFive test finisher: ends the machine. QEMU: `-machine virt` of riscv64 (0x10_0000).

QEMU `hw/misc/sifive_test.c`; device tree binding "sifive,test0".

offset  write
0       15:0 = 0x5555: exit with 0; 0x3333: exit with 31:16; 0x7777: reset
"""

from rumpk import WO, Mmio, Reg, u32

PASS = 0x5555
FAIL = 0x3333
RESET = 0x7777


class SifiveTest(Mmio):
    """One register."""

    finish = Reg(u32, 0, access=WO)


def finish(device: SifiveTest, code: int) -> None:
    """QEMU exits with `code`, 0 to 65535. The write takes effect a little later: the caller waits."""
    device.finish.write(PASS if code == 0 else u32(code << 16 | FAIL))


def reset(device: SifiveTest) -> None:
    """The machine starts again, a little later: the caller waits."""
    device.finish.write(u32(RESET))
