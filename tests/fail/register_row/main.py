from rumpk import Mmio, Regs, u32


class Gic(Mmio):
    enable = Regs(u32, 0x100, 4)


def first(gic: Gic) -> u32:
    return gic.enable.read()
