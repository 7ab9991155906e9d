"""QEMU `virt`, riscv64: hal/contract.py for the 64-bit RISC-V board, machine mode.

0x0010_0000  sifive_test    0x0010_1000  clock       0x0200_0000  CLINT (timer, software interrupts)
0x0c00_0000  PLIC           0x1000_0000  NS16550, interrupt 10       0x1000_1000  virtio
0x8000_0000  RAM
"""

from typing import Final, Never

from hal.dev import clint, goldfish_rtc, ns16550, plic, sifive_test, virtio_rng
from hal.event import EVENT_CALL, EVENT_NONE, EVENT_TIMER
from hal.riscv64.context import new_context  # noqa: F401 (the contract's)
from hal.riscv64.fence import (  # noqa: F401
    clear_lines, fence_drop, fence_make, fence_open, fence_pages, fence_start, fence_use, user_constants)
from hal.riscv64.protect import (  # noqa: F401
    boot_guard, guard_renew, guard_set, guard_tables, guard_word, guards_hold, guards_open, protect_hart, protect_image)
from hal.riscv64.trap import (  # noqa: F401 (the contract's trap half)
    register_names, trap_address, trap_cause, trap_detail, trap_frame_pointer, trap_is_nested, trap_resume_at,
    trap_return, trap_stack, trap_status)
from rumpk import Array, Ptr, csr, extern, linker_symbol, nonblocking, prim, u8, u64, usize, wfi

UART_BASE: Final = 0x1000_0000
UART_INTERRUPT: Final = 10
POLLS_BEFORE_SLEEP: Final = 100          # long input comes byte after byte: going to sleep for each is slow
PLIC_BASE: Final = 0x0C00_0000
FINISHER_BASE: Final = 0x0010_0000
CLOCK_BASE: Final = 0x0010_1000
CLINT_BASE: Final = 0x0200_0000
VIRTIO_BASE: Final = 0x1000_1000                # QEMU `hw/riscv/virt.c`
VIRTIO_STEP: Final = 0x1000
VIRTIO_SLOTS: Final = 8
MACHINE_SOFTWARE: Final = 1 << 3                # bits of mie and mip (Privileged Architecture, 3.1.9)
MACHINE_TIMER: Final = 1 << 7
MACHINE_EXTERNAL: Final = 1 << 11
INTERRUPTS_ON: Final = 1 << 3                   # mstatus.MIE (3.1.6)
CONTEXTS_A_HART: Final = 2                      # PLIC: machine mode, then supervisor mode
QEMU_TIMEBASE_HZ: Final = 10_000_000            # where the tree does not say

_timebase_hz: u64 = u64(QEMU_TIMEBASE_HZ)
_entropy: Array[u64, 20] = Array[u64, 20]()     # virtio_rng.MEMORY bytes


def machine_name() -> str:
    return "riscv64"


def serial_init() -> None:
    """The UART's interrupt line is enabled as a reason to wake from `wfi`; it is taken from `interrupts_init` on."""
    ns16550.init(ns16550.Ns16550(UART_BASE))
    plic.listen(PLIC_BASE, 0, UART_INTERRUPT)
    csr.mie.write(u64(MACHINE_EXTERNAL))


def serial_interrupt() -> int:
    return UART_INTERRUPT


def serial_put(byte: u8) -> None:
    ns16550.put(ns16550.Ns16550(UART_BASE), byte)


def serial_ready() -> bool:
    return ns16550.ready(ns16550.Ns16550(UART_BASE))


def serial_wait() -> None:
    uart = ns16550.Ns16550(UART_BASE)
    polls = 0
    while not ns16550.ready(uart):
        polls += 1
        if polls > POLLS_BEFORE_SLEEP:
            wfi()
            plic.complete(PLIC_BASE, 0, plic.claim(PLIC_BASE, 0))   # else the next wfi would not sleep


def serial_get() -> u8:
    return ns16550.take(ns16550.Ns16550(UART_BASE))


@extern("set_hart_record")
@nonblocking
def set_hart_record(record: usize) -> None:
    """boot/riscv64/switch.S"""
    ...


def hart_record() -> usize:
    return prim.thread_pointer()


def hart_number() -> int:
    return int(csr.mhartid.read())


def interrupts_init() -> None:
    csr.mie.write(u64(MACHINE_EXTERNAL | MACHINE_SOFTWARE))         # the timer's with `timer_arm`


def interrupts_off() -> u64:
    return csr.mstatus.clear_bits(u64(INTERRUPTS_ON))


def interrupts_restore(state: u64) -> None:
    csr.mstatus.set_bits(state & u64(INTERRUPTS_ON))


def interrupts_on() -> None:
    csr.mstatus.set_bits(u64(INTERRUPTS_ON))


def interrupt_wait() -> None:
    wfi()


def event_next() -> int:
    pending = csr.mip.read() & csr.mie.read()
    if pending & u64(MACHINE_SOFTWARE) != 0:
        clint.clear(CLINT_BASE, hart_number())
        return EVENT_CALL
    if pending & u64(MACHINE_TIMER) != 0:
        return EVENT_TIMER
    if pending & u64(MACHINE_EXTERNAL) != 0:
        return plic.claim(PLIC_BASE, CONTEXTS_A_HART * hart_number())
    return EVENT_NONE


def event_done(event: int) -> None:
    plic.complete(PLIC_BASE, CONTEXTS_A_HART * hart_number(), event)


def device_enable(event: int, hart: int) -> None:
    plic.listen(PLIC_BASE, CONTEXTS_A_HART * hart, event)


def device_disable(event: int, hart: int) -> None:
    plic.ignore(PLIC_BASE, CONTEXTS_A_HART * hart, event)


def hart_call(hart: int) -> None:
    clint.send(CLINT_BASE, hart)


def hart_start(hart: int, entry: usize, stack: usize, trap_top: usize, record: usize) -> bool:
    """The parked hart reads the four words when its software interrupt wakes it (boot/riscv64/reset.S)."""
    words = Ptr[usize](linker_symbol("hart_start_words")) + 4 * hart
    words[0] = entry
    words[1] = stack
    words[2] = trap_top
    words[3] = record
    prim.fence_seqcst()
    clint.send(CLINT_BASE, hart)
    return True


def timer_init(tree_frequency: int) -> None:
    global _timebase_hz
    if tree_frequency > 0:
        _timebase_hz = u64(tree_frequency)


def timer_frequency() -> u64:
    return _timebase_hz


def timer_ticks() -> u64:
    return csr.time.read()


def timer_arm(ticks: u64) -> None:
    clint.arm(CLINT_BASE, hart_number(), ticks)
    csr.mie.set_bits(u64(MACHINE_TIMER))


def timer_disarm() -> None:
    """A comparison with a time that never comes would do as well, but is an alarm to QEMU: with `-icount sleep=off` it
    advances its clock to it when all harts wait, and hears no input any more."""
    csr.mie.clear_bits(u64(MACHINE_TIMER))


def wall_clock() -> u64:
    return goldfish_rtc.nanoseconds(goldfish_rtc.GoldfishRtc(CLOCK_BASE))


def entropy(out: Ptr[u8], count: int) -> int:
    return virtio_rng.read(VIRTIO_BASE, VIRTIO_STEP, VIRTIO_SLOTS, usize(Ptr[u64](_entropy)), out, count)


def power_off(code: int) -> Never:
    sifive_test.finish(sifive_test.SifiveTest(FINISHER_BASE), code)
    while True:
        wfi()


def power_reset() -> Never:
    sifive_test.reset(sifive_test.SifiveTest(FINISHER_BASE))
    while True:
        wfi()
