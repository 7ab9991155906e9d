"""QEMU `virt`, aarch64: hal/contract.py for the 64-bit Arm board, EL1.

0x0800_0000  GICv2          0x0900_0000  PL011, shared interrupt 1
0x0901_0000  clock          0x0a00_0000  virtio         0x4000_0000  RAM, the device tree first
"""

from typing import Final, Never

from hal.aarch64.fence import (  # noqa: F401
    clear_lines, fence_drop, fence_make, fence_open, fence_pages, fence_start, fence_use, user_constants)
from hal.aarch64.protect import (  # noqa: F401
    boot_guard, guard_renew, guard_set, guard_tables, guard_word, guards_hold, guards_open, protect_hart, protect_image)
from hal.aarch64.semihosting import exit_extended
from hal.aarch64.trap import (  # noqa: F401 (the contract's trap half)
    register_names, trap_address, trap_cause, trap_detail, trap_frame_pointer, trap_is_nested, trap_resume_at,
    trap_return, trap_stack, trap_status)
from hal.aarch64.context import new_context  # noqa: F401 (the contract's)
from hal.dev import gicv2, pl011, pl031, virtio_rng
from hal.event import EVENT_CALL, EVENT_NONE, EVENT_TIMER
from rumpk import Array, Ptr, dsb, extern, isb, linker_symbol, nonblocking, sysreg, u8, u64, usize, wfi

UART_BASE: Final = 0x0900_0000
UART_INTERRUPT: Final = 1
POLLS_BEFORE_SLEEP: Final = 100          # long input comes byte after byte: going to sleep for each is slow
DISTRIBUTOR_BASE: Final = 0x0800_0000
INTERFACE_BASE: Final = 0x0801_0000
CLOCK_BASE: Final = 0x0901_0000
VIRTIO_BASE: Final = 0x0A00_0000         # QEMU `hw/arm/virt.c`
VIRTIO_STEP: Final = 0x200
VIRTIO_SLOTS: Final = 32
TIMER_INTERRUPT: Final = 27              # the virtual timer's (QEMU `hw/arm/virt.c`: private interrupt 11)
CALL_INTERRUPT: Final = 0
INTERRUPTS_OFF: Final = 2                # DAIF immediate: I (Arm ARM C5.2.2)
TIMER_ON: Final = 1                      # CNTV_CTL_EL0.ENABLE
CPU_MASK: Final = 0xFF                   # MPIDR_EL1.Aff0
PSCI_CPU_ON: Final = 0xC400_0003         # Arm DEN 0022, 5.1.4
PSCI_SYSTEM_RESET: Final = 0x8400_0009   # 5.1.11
NANOSECONDS: Final = 1_000_000_000

_entropy: Array[u64, 20] = Array[u64, 20]()     # virtio_rng.MEMORY bytes


def machine_name() -> str:
    return "aarch64"


def serial_init() -> None:
    """The UART's interrupt is enabled as a reason to wake from `wfi`; it is taken from `interrupts_on` on."""
    pl011.init(pl011.Pl011(UART_BASE))
    gicv2.listen(DISTRIBUTOR_BASE, gicv2.FIRST_SHARED + UART_INTERRUPT, 0)
    gicv2.init_cpu(INTERFACE_BASE)


def serial_interrupt() -> int:
    return gicv2.FIRST_SHARED + UART_INTERRUPT


def serial_put(byte: u8) -> None:
    pl011.put(pl011.Pl011(UART_BASE), byte)


def serial_ready() -> bool:
    return pl011.ready(pl011.Pl011(UART_BASE))


def serial_wait() -> None:
    uart = pl011.Pl011(UART_BASE)
    polls = 0
    while not pl011.ready(uart):
        polls += 1
        if polls > POLLS_BEFORE_SLEEP:
            wfi()


def serial_get() -> u8:
    return pl011.take(pl011.Pl011(UART_BASE))


def hart_record() -> usize:
    return usize(sysreg.tpidr_el1.read())


def set_hart_record(record: usize) -> None:
    sysreg.tpidr_el1.write(u64(record))


def hart_number() -> int:
    return int(sysreg.mpidr_el1.read() & u64(CPU_MASK))


def interrupts_init() -> None:
    gicv2.init_cpu(INTERFACE_BASE)
    sysreg.cntv_ctl_el0.write(u64(0))
    gicv2.listen(DISTRIBUTOR_BASE, TIMER_INTERRUPT, 0)
    gicv2.listen(DISTRIBUTOR_BASE, CALL_INTERRUPT, 0)


def interrupts_off() -> u64:
    state = sysreg.daif.read()
    sysreg.daifset.write(INTERRUPTS_OFF)
    return state


def interrupts_restore(state: u64) -> None:
    sysreg.daif.write(state)


def interrupts_on() -> None:
    sysreg.daifclr.write(INTERRUPTS_OFF)


def interrupt_wait() -> None:
    dsb()
    wfi()


def event_next() -> int:
    """The timer and calls may come again at once; a device waits for `event_done`."""
    word = gicv2.claim(INTERFACE_BASE)
    if word < 0:
        return EVENT_NONE
    number = word & gicv2.NUMBER_MASK
    if number >= gicv2.FIRST_SHARED:
        return number
    gicv2.complete(INTERFACE_BASE, word)
    return EVENT_TIMER if number == TIMER_INTERRUPT else EVENT_CALL


def event_done(event: int) -> None:
    gicv2.complete(INTERFACE_BASE, event)


def device_enable(event: int, hart: int) -> None:
    gicv2.listen(DISTRIBUTOR_BASE, event, hart)


def device_disable(event: int, hart: int) -> None:
    gicv2.ignore(DISTRIBUTOR_BASE, event)


def hart_call(hart: int) -> None:
    dsb()                           # what the call is about is seen before the interrupt (GICv2 IHI 0048B, 4.3.15)
    gicv2.send(DISTRIBUTOR_BASE, hart)


@extern("psci_call")
@nonblocking
def psci_call(function: int, target: int, entry: usize, context: usize) -> int:
    """boot/aarch64/harts.S"""
    ...


def hart_start(hart: int, entry: usize, stack: usize, trap_top: usize, record: usize) -> bool:
    """The new CPU finds the four words at the address that PSCI hands it (boot/aarch64/harts.S)."""
    words = Ptr[usize](linker_symbol("hart_start_words")) + 4 * hart
    words[0] = entry
    words[1] = stack
    words[2] = trap_top
    words[3] = record
    dsb()
    return psci_call(PSCI_CPU_ON, hart, usize(linker_symbol("hart_begin")), usize(words)) == 0


def timer_init(tree_frequency: int) -> None:
    """Nothing to learn: CNTFRQ_EL0 states the frequency."""


def timer_frequency() -> u64:
    return sysreg.cntfrq_el0.read()


def timer_ticks() -> u64:
    isb()                           # else the counter may be read early (Arm ARM D11.1.2)
    return sysreg.cntvct_el0.read()


def timer_arm(ticks: u64) -> None:
    sysreg.cntv_cval_el0.write(ticks)
    sysreg.cntv_ctl_el0.write(u64(TIMER_ON))


def timer_disarm() -> None:
    sysreg.cntv_ctl_el0.write(u64(0))


def wall_clock() -> u64:
    return u64(pl031.seconds(pl031.Pl031(CLOCK_BASE))) * u64(NANOSECONDS)


def entropy(out: Ptr[u8], count: int) -> int:
    return virtio_rng.read(VIRTIO_BASE, VIRTIO_STEP, VIRTIO_SLOTS, usize(Ptr[u64](_entropy)), out, count)


def power_off(code: int) -> Never:
    exit_extended(code)
    while True:
        wfi()


def power_reset() -> Never:
    psci_call(PSCI_SYSTEM_RESET, 0, usize(0), usize(0))
    while True:
        wfi()
