"""Generic Interrupt Controller, version 2. QEMU: `-machine virt` of aarch64 (0x0800_0000, CPU interface 0x0801_0000).

Arm GIC Architecture Specification IHI 0048B, chapter 4. Shared interrupt n of the device tree is number 32 + n.

distributor  register           meaning
0x000        control            bit 0: on
0x104        enable 32 to 63    one bit a number, writing 0 changes nothing
0x420        priority 32 to 35  one byte a number, 0 is the highest
0x820        target 32 to 35    one byte a number, one bit a CPU

interface
0x000        control            bit 0: on
0x004        priority mask      lower priorities (greater numbers) do not come through
"""

from rumpk import Mmio, Reg, u8, u32

FIRST_SHARED = 32


class Distributor(Mmio):
    """What one shared interrupt needs."""

    control = Reg(u32, 0x000)
    enable_shared = Reg(u32, 0x104)


class CpuInterface(Mmio):
    """This CPU's side."""

    control = Reg(u32, 0x000)
    priority_mask = Reg(u32, 0x004)


class ByteRegister(Mmio):
    """One interrupt's byte of a table."""

    value = Reg(u8, 0)


def listen(distributor_base: int, interface_base: int, shared: int) -> None:
    """Shared interrupt `shared` (0 to 31) comes through to CPU 0.

    It is level-sensitive: pending while its device asserts it. A CPU that only sleeps until then acknowledges nothing.
    """
    number = FIRST_SHARED + shared
    ByteRegister(distributor_base + 0x400 + number).value.write(0)
    ByteRegister(distributor_base + 0x800 + number).value.write(1)
    distributor = Distributor(distributor_base)
    distributor.enable_shared.write(u32(1 << shared))
    distributor.control.write(1)
    interface = CpuInterface(interface_base)
    interface.priority_mask.write(0xFF)
    interface.control.write(1)
