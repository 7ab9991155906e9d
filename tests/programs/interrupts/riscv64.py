"""A machine timer interrupt, in the middle of a computation."""
from rumpk import Mmio, Reg, csr, export, interrupt, linker_symbol, u64, unchecked, usize, w64


class Clint(Mmio):
    compare = Reg(u64, 0x4000)
    time = Reg(u64, 0xBFF8)


count: w64 = w64(0)


@export("on_tick")
@interrupt
def on_tick() -> None:
    global count
    count += 1
    clint = Clint(0x0200_0000)
    clint.compare.write(later(clint.time.read()))


@unchecked
def later(now: u64) -> u64:
    return now + 2_000


def main() -> None:
    clint = Clint(0x0200_0000)
    old = csr.mtvec.read()
    csr.mtvec.write(u64(usize(linker_symbol("on_tick"))))
    clint.compare.write(clint.time.read() + 2_000)
    mask = csr.mie.swap(u64(1 << 7))
    csr.mstatus.set_bits(u64(8))
    total = w64(0)
    for i in range(3_000_000):
        total = total * 3 + w64(i)
    csr.mstatus.clear_bits(u64(8))
    csr.mtvec.write(old)
    csr.mie.write(mask)
    check = w64(0)
    for i in range(3_000_000):
        check = check * 3 + w64(i)
    print(total == check, count >= 2)
