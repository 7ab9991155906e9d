"""Generic Interrupt Controller, version 2. QEMU: `-machine virt` of aarch64 (0x0800_0000, CPU interface 0x0801_0000).

Arm GIC Architecture Specification IHI 0048B, chapter 4. Numbers 0 to 15 are sent between CPUs, 16 to 31 belong to one
CPU; shared interrupt n of the device tree is number 32 + n.

distributor     register        meaning
0x000           control         bit 0: on
0x100 + 4 * w   enable          one bit a number, writing 0 changes nothing; 0x180 + 4 * w disables
0x400 + n       priority        one byte a number, 0 is the highest
0x800 + n       target          one byte a number, one bit a CPU
0xf00           send            25:24 = 0: to the CPUs in 23:16; 3:0 the number

interface       register        meaning
0x0000          control         bit 0: on; bit 9: the end of an interrupt is two writes, `end` and `deactivate`
0x0004          priority mask   lower priorities (greater numbers) do not come through
0x000c          acknowledge     9:0 the number, 12:10 who sent it; 1020 to 1023: nothing (spurious)
0x0010          end             lets others of its priority come
0x1000          deactivate      lets the same one come again
"""

from typing import Final

from rumpk import RO, WO, Mmio, Reg, u8, u32

FIRST_SHARED: Final = 32
NUMBERS: Final = 160                # that the board uses: 32 of one CPU, 128 shared ones
NUMBER_MASK: Final = 0x3FF
SPURIOUS: Final = 1020              # from here on
ON_SPLIT_END: Final = 0x201
SENDER: Final = 16                  # first bit of the targets of a sent interrupt


class Distributor(Mmio):
    """One for the machine."""

    control = Reg(u32, 0x000)
    send = Reg(u32, 0xF00, access=WO)


class CpuInterface(Mmio):
    """This CPU's side."""

    control = Reg(u32, 0x0000)
    priority_mask = Reg(u32, 0x0004)
    acknowledge = Reg(u32, 0x000C, access=RO)
    end = Reg(u32, 0x0010, access=WO)
    deactivate = Reg(u32, 0x1000, access=WO)


class Byte(Mmio):
    """One interrupt's byte of a table."""

    value = Reg(u8, 0)


class Word(Mmio):
    """32 interrupts' bits of a table."""

    value = Reg(u32, 0)


def init_cpu(interface_base: int) -> None:
    """This CPU takes interrupts of every priority."""
    interface = CpuInterface(interface_base)
    interface.priority_mask.write(0xFF)
    interface.control.write(ON_SPLIT_END)


def listen(distributor_base: int, number: int, cpu: int) -> None:
    """Interrupt `number` comes through; a shared one (32 and above) to `cpu`."""
    Byte(distributor_base + 0x400 + number).value.write(0)
    if number >= FIRST_SHARED:
        Byte(distributor_base + 0x800 + number).value.write(u8(1 << cpu))
    Word(distributor_base + 0x100 + 4 * (number // 32)).value.write(u32(1 << number % 32))
    Distributor(distributor_base).control.write(1)


def ignore(distributor_base: int, number: int) -> None:
    """Interrupt `number` does not come through any more."""
    Word(distributor_base + 0x180 + 4 * (number // 32)).value.write(u32(1 << number % 32))


def send(distributor_base: int, cpu: int) -> None:
    """Interrupt 0 for another CPU."""
    Distributor(distributor_base).send.write(u32(1 << SENDER + cpu))


def claim(interface_base: int) -> int:
    """The pending interrupt of the highest priority, -1: none. It does not come again before `complete`.

    The result keeps the sender's number, which `complete` must give back; `claim(…) & NUMBER_MASK` is the interrupt.
    """
    interface = CpuInterface(interface_base)
    word = interface.acknowledge.read()
    if word & NUMBER_MASK >= SPURIOUS:
        return -1
    interface.end.write(word)
    return int(word)


def complete(interface_base: int, word: int) -> None:
    """The device of a claimed interrupt is served: it may come again."""
    CpuInterface(interface_base).deactivate.write(u32(word))
