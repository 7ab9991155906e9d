"""An interrupt of the virtual timer, in the middle of a computation with integers and floats."""
from rumpk import Mmio, Reg, asm, export, interrupt, isb, linker_symbol, sysreg, u32, u64, usize, w64

count: w64 = w64(0)


class Distributor(Mmio):
    control = Reg(u32, 0)
    enable = Reg(u32, 0x100)
    disable_shared = Reg(u32, 0x184)


class Cpu(Mmio):
    control = Reg(u32, 0)
    mask = Reg(u32, 4)
    acknowledge = Reg(u32, 12)
    end = Reg(u32, 16)


@asm
def table() -> None:
    """
    .balign 2048
    .globl own_vectors
own_vectors:
    .skip 0x80
    b on_tick
    .skip 0x1fc
    b on_tick
    .skip 0x57c
    """


@export("on_tick")
@interrupt
def on_tick() -> None:
    global count
    count += 1
    cpu = Cpu(0x0801_0000)
    which = cpu.acknowledge.read()
    sysreg.cntv_tval_el0.write(u64(20_000))
    cpu.end.write(which)


def main() -> None:
    old = sysreg.vbar_el1.read()
    sysreg.vbar_el1.write(u64(usize(linker_symbol("own_vectors"))))
    isb()
    Distributor(0x0800_0000).disable_shared.write(u32(0xFFFF_FFFF))
    Distributor(0x0800_0000).enable.write(u32(1 << 27))
    Distributor(0x0800_0000).control.write(1)
    Cpu(0x0801_0000).mask.write(0xFF)
    Cpu(0x0801_0000).control.write(1)
    sysreg.cntv_tval_el0.write(u64(20_000))
    sysreg.cntv_ctl_el0.write(u64(1))
    sysreg.daifclr.write(2)
    total, real = work()
    sysreg.daifset.write(2)
    sysreg.vbar_el1.write(old)
    print((total, real) == work(), count >= 2)


def work() -> tuple[w64, float]:
    total, real = w64(0), 0.0
    for i in range(2_000_000):
        total = total * 3 + w64(i)
        real = real * 0.5 + float(i)
    return total, real
