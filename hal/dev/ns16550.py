"""NS16550 UART. QEMU: `-machine virt` of riscv64 (0x1000_0000, interrupt 10).

National Semiconductor PC16550D data sheet, section 8 ("Registers").

offset  read              write
0       received byte     byte to send
1       interrupt enable  the same            bit 0: a byte has come in
2       cause             FIFO control        bit 0: on, bits 1 and 2: empty both, bits 6, 7: interrupt at 14 bytes
3       line control      the same            3: eight bits, no parity, one stop bit; bit 7: 0, 1 are the divisor
4       modem control     the same            bits 0, 1: DTR, RTS; bit 3: interrupts leave the chip
5       line status       -                   bit 0: a byte has come in, bit 5: room to send
"""

from rumpk import RO, WO, Bits, Mmio, Reg, u8

EIGHT_BITS = 0x03
FIFO_ON_EMPTY_14 = 0xC7
DIVISOR_LATCH = 0x80
RECEIVE_INTERRUPT = 0x01
TERMINAL_READY = 0x0B


class Ns16550(Mmio):
    """The chip's registers, one byte each."""

    data = Reg(u8, 0)
    interrupt_enable = Reg(u8, 1)
    fifo_control = Reg(u8, 2, access=WO)
    line_control = Reg(u8, 3)
    modem_control = Reg(u8, 4)
    line_status = Reg(u8, 5, access=RO)
    received = Bits(line_status, 0)
    room = Bits(line_status, 5)


def init(uart: Ns16550) -> None:
    """115,200 baud, eight bits, empty FIFOs, the interrupt line up while bytes wait.

    The interrupt level is also how many bytes QEMU hands over at a time: 14 make long input several times as fast as
    1. Fewer bytes raise the line after four characters' time, which is why the baud rate matters.
    """
    uart.interrupt_enable.write(0)
    uart.line_control.write(DIVISOR_LATCH)
    uart.data.write(1)
    uart.interrupt_enable.write(0)
    uart.line_control.write(EIGHT_BITS)
    uart.fifo_control.write(FIFO_ON_EMPTY_14)
    uart.modem_control.write(TERMINAL_READY)
    uart.interrupt_enable.write(RECEIVE_INTERRUPT)


def put(uart: Ns16550, byte: u8) -> None:
    """Send one byte; waits for room."""
    while uart.room.read() == 0:
        pass
    uart.data.write(byte)


def ready(uart: Ns16550) -> bool:
    """Whether a byte has come in."""
    return uart.received.read() != 0


def take(uart: Ns16550) -> u8:
    """The byte that has come in; only after `ready`."""
    return uart.data.read()
