"""NS16550 UART. QEMU: `-machine virt` of riscv64 (0x1000_0000, interrupt 10).

National Semiconductor PC16550D data sheet, section 8 ("Registers").

offset  read              write
0       received byte     byte to send        with line control bit 7: divisor, low byte
1       interrupt enable  the same            bit 0: a byte has come in
2       cause             FIFO control        bit 0: on, bits 1 and 2: empty both
3       line control      the same            3: eight bits, no parity, one stop bit
4       modem control     the same            bits 0, 1: DTR, RTS; bit 3: interrupts leave the chip
5       line status       -                   bit 0: a byte has come in, bit 5: room to send
"""

from rumpk import RO, WO, Bits, Mmio, Reg, u8

EIGHT_BITS = 0x03
FIFO_ON_AND_EMPTY = 0x07
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
    """Eight bits, empty FIFOs, the interrupt line up while a byte waits (QEMU ignores the baud rate)."""
    uart.interrupt_enable.write(0)
    uart.line_control.write(EIGHT_BITS)
    uart.fifo_control.write(FIFO_ON_AND_EMPTY)
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
