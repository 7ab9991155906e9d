from rumpk import Mmio, Reg, u8, u32


class Uart(Mmio):
    data = Reg(u8, 0x00)
    status = Reg(u32, 0x05)


def wait(uart: Uart) -> u32:
    return uart.status.read()
