"""QEMU `virt`, aarch64: hal/contract.py for the 64-bit Arm board, EL1, CPU 0.

0x0800_0000  GICv2    0x0900_0000  PL011, shared interrupt 1    0x4000_0000  RAM, the device tree first
"""

from typing import Final, Never

from hal.aarch64.semihosting import exit_extended
from hal.aarch64.trap import (  # noqa: F401 (the contract's trap half)
    register_names, trap_address, trap_cause, trap_detail, trap_frame_pointer, trap_resume_at, trap_return, trap_stack,
    trap_status)
from hal.dev import gicv2, pl011
from rumpk import isb, sysreg, u8, u64, wfi

UART_BASE: Final = 0x0900_0000
UART_INTERRUPT: Final = 1
POLLS_BEFORE_SLEEP: Final = 100          # long input comes byte after byte: going to sleep for each is slow
DISTRIBUTOR_BASE: Final = 0x0800_0000
INTERFACE_BASE: Final = 0x0801_0000


def machine_name() -> str:
    return "aarch64"


def serial_init() -> None:
    """The UART's interrupt is enabled as a reason to wake from `wfi`, but never taken: PSTATE masks it."""
    pl011.init(pl011.Pl011(UART_BASE))
    gicv2.listen(DISTRIBUTOR_BASE, INTERFACE_BASE, UART_INTERRUPT)


def serial_put(byte: u8) -> None:
    pl011.put(pl011.Pl011(UART_BASE), byte)


def serial_ready() -> bool:
    return pl011.ready(pl011.Pl011(UART_BASE))


def serial_get() -> u8:
    uart = pl011.Pl011(UART_BASE)
    polls = 0
    while not pl011.ready(uart):
        polls += 1
        if polls > POLLS_BEFORE_SLEEP:
            wfi()
    return pl011.take(uart)


def timer_init(tree_frequency: int) -> None:
    """Nothing to learn: CNTFRQ_EL0 states the frequency."""


def timer_frequency() -> u64:
    return sysreg.cntfrq_el0.read()


def timer_ticks() -> u64:
    isb()                           # else the counter may be read early (Arm ARM D11.1.2)
    return sysreg.cntvct_el0.read()


def power_off(code: int) -> Never:
    exit_extended(code)
    while True:
        wfi()
