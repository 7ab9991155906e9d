"""QEMU `virt`, riscv64: hal/contract.py for the 64-bit RISC-V board, machine mode, hart 0.

0x0010_0000  sifive_test    0x0c00_0000  PLIC    0x1000_0000  NS16550, interrupt 10    0x8000_0000  RAM
"""

from typing import Final, Never

from hal.dev import ns16550, plic, sifive_test
from hal.riscv64.trap import (  # noqa: F401 (the contract's trap half)
    register_names, trap_address, trap_cause, trap_detail, trap_frame_pointer, trap_resume_at, trap_return, trap_stack,
    trap_status)
from rumpk import csr, u8, u64, wfi

UART_BASE: Final = 0x1000_0000
UART_INTERRUPT: Final = 10
POLLS_BEFORE_SLEEP: Final = 100          # long input comes byte after byte: going to sleep for each is slow
PLIC_BASE: Final = 0x0C00_0000
FINISHER_BASE: Final = 0x0010_0000
MACHINE_EXTERNAL: Final = 1 << 11               # mie.MEIE (Privileged Architecture, 3.1.9)
QEMU_TIMEBASE_HZ: Final = 10_000_000            # where the tree does not say

_timebase_hz: u64 = u64(QEMU_TIMEBASE_HZ)


def machine_name() -> str:
    return "riscv64"


def serial_init() -> None:
    """The UART's interrupt line is enabled as a reason to wake from `wfi`, but never taken: mstatus.MIE is 0."""
    ns16550.init(ns16550.Ns16550(UART_BASE))
    plic.listen(PLIC_BASE, UART_INTERRUPT)
    csr.mie.write(u64(MACHINE_EXTERNAL))


def serial_put(byte: u8) -> None:
    ns16550.put(ns16550.Ns16550(UART_BASE), byte)


def serial_ready() -> bool:
    return ns16550.ready(ns16550.Ns16550(UART_BASE))


def serial_get() -> u8:
    uart = ns16550.Ns16550(UART_BASE)
    polls = 0
    while not ns16550.ready(uart):
        polls += 1
        if polls > POLLS_BEFORE_SLEEP:
            wfi()
            plic.acknowledge(PLIC_BASE)         # else the next wfi would not sleep; the line is looked at after it
    return ns16550.take(uart)


def timer_init(tree_frequency: int) -> None:
    global _timebase_hz
    if tree_frequency > 0:
        _timebase_hz = u64(tree_frequency)


def timer_frequency() -> u64:
    return _timebase_hz


def timer_ticks() -> u64:
    return csr.time.read()


def power_off(code: int) -> Never:
    sifive_test.finish(sifive_test.SifiveTest(FINISHER_BASE), code)
    while True:
        wfi()
