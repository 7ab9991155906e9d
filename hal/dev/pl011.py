"""PL011 UART. QEMU: `-machine virt` of aarch64 (0x0900_0000, interrupt SPI 1).

Arm PrimeCell UART (PL011) Technical Reference Manual, DDI 0183, section 3.3.

offset  register             bits
0x00    data                 7:0 the byte (reads carry error bits above)
0x18    flags                4: nothing has come in, 5: no room to send
0x2c    line control         4: FIFOs on, 6:5 = 3: eight bits
0x30    control              0: UART on, 8: send, 9: receive
0x38    interrupt mask       4: a byte has come in, 6: one has been waiting
0x44    interrupt clear      as above
"""

from rumpk import RO, WO, Bits, Mmio, Reg, u8, u32

ENABLE = 0x301
EIGHT_BITS_FIFO = 0x70
RECEIVE_INTERRUPTS = 0x50
ALL_INTERRUPTS = 0x7FF


class Pl011(Mmio):
    """The registers that we use, 32 bits each."""

    data = Reg(u32, 0x00)
    flags = Reg(u32, 0x18, access=RO)
    line_control = Reg(u32, 0x2C)
    control = Reg(u32, 0x30)
    interrupt_mask = Reg(u32, 0x38)
    interrupt_clear = Reg(u32, 0x44, access=WO)
    empty = Bits(flags, 4)
    full = Bits(flags, 5)


def init(uart: Pl011) -> None:
    """Eight bits, FIFOs on, the interrupt line up while a byte waits."""
    uart.control.write(0)
    uart.interrupt_clear.write(ALL_INTERRUPTS)
    uart.line_control.write(EIGHT_BITS_FIFO)
    uart.control.write(ENABLE)
    uart.interrupt_mask.write(RECEIVE_INTERRUPTS)


def put(uart: Pl011, byte: u8) -> None:
    """Send one byte; waits for room."""
    while uart.full.read() != 0:
        pass
    uart.data.write(u32(byte))


def ready(uart: Pl011) -> bool:
    """Whether a byte has come in."""
    return uart.empty.read() == 0


def take(uart: Pl011) -> u8:
    """The byte that has come in; only after `ready`."""
    return u8(uart.data.read() & 0xFF)
