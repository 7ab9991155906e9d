from rumpk import RO, WO, Mmio, Reg, u8


class Uart(Mmio):
    data = Reg(u8, 0x00, access=WO)
    status = Reg(u8, 0x05, access=RO)


def take(uart: Uart) -> u8:
    return uart.data.read()


def clear(uart: Uart) -> None:
    uart.status.write(0)
