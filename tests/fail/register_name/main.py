from rumpk import Mmio, Reg, u8


class Uart(Mmio):
    data = Reg(u8, 0x00)


def put(uart: Uart) -> None:
    uart.data = 1


def take(uart: Uart) -> int:
    return uart.data + 1
