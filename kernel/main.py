"""From the first kernel line to the end of the program.

boot/<target>/reset.S calls `kmain` on hart 0 with a stack, zeroed .bss and the trap vector set, interrupts off.
The app is the OS: what its `main()` returns is what the machine ends with.
"""

from typing import Callable, Final, Never

import kernel.trap  # noqa: F401  (boot/ calls its kernel_trap)

from hal.board import machine_name, power_off, protect_image, serial_init
from hal.fdt import TreeInfo, argument_is, read_tree
from kernel import log
from kernel.clock import clock_init
from kernel.console import use_frames
from kernel.cue import Cue
from kernel.memory import IMAGE_START, arena_bytes, cap_budget, memory_init, ram_bytes
from kernel.panic import panic
from rumpk import Ptr, export, extern, noalloc, u8, u64, usize

MIB: Final = 1 << 20
OFTEN: Final = 4096                     # bytes
EXIT_MASK: Final = 0xFF                 # an exit status has eight bits, as for a process

_events: bool = False                   # the last events are to be shown at the end
_ending: Callable[[Cue], None] | None = None    # shows them; None: nothing writes events down
_app_runs: bool = False                 # before that, nobody may end the machine but a panic


@extern("enter_app")
def enter_app() -> int:
    """Calls `app_main`, the app's `main` as the compiler wraps it (boot/<target>/stack.S)."""
    ...


@export("kmain")
def kmain(hart: int, tree: usize) -> Never:
    """The kernel's first line. `tree` is the address of the device tree."""
    global _events
    protect_image()
    info = read_tree(Ptr[u8](tree), int(usize(IMAGE_START)))
    serial_init()
    clock_init(info.timebase_hz)
    use_frames(asked(info, b"rumpk.frames", b"1"))
    log.set_quiet(asked(info, b"rumpk.log", b"quiet"))
    memory_init(info.memory_base, info.memory_bytes, int(tree), info.total_bytes)
    _events = asked(info, b"rumpk.events", b"1")
    if asked(info, b"rumpk.collect", b"often"):
        cap_budget(OFTEN)
    report(hart, info)
    if arena_bytes() == 0:
        panic("no memory behind the image")
    run_app()


def run_app() -> Never:
    """From here on the end of the program is the end of the machine."""
    global _app_runs
    _app_runs = True
    plat_exit(enter_app())


@noalloc
def end_by(show: Callable[[Cue], None]) -> None:
    """From now on `show(0)` tells what happened lately, when the machine ends and somebody has asked for it."""
    global _ending
    _ending = show


@noalloc
def asked(info: TreeInfo, name: bytes, wanted: bytes) -> bool:
    """Whether the boot arguments hold `name=wanted`."""
    return argument_is(info.arguments, info.argument_bytes, name, wanted)


@noalloc
def report(hart: int, info: TreeInfo) -> None:
    """The boot log: short, and the same at every boot of one machine."""
    log.begin()
    log.text(machine_name())
    log.text(", hart ")
    log.decimal(u64(hart))
    log.text(", ")
    log.decimal(u64(ram_bytes() // MIB))
    log.text(" MiB of memory, ")
    log.decimal(u64(arena_bytes() // MIB))
    log.text(" MiB free")
    log.end()
    if info.fault != "":
        log.begin()
        log.text(info.fault)
        log.text(": going on with the least that every board has")
        log.end()


@noalloc
@export("plat_exit")
def plat_exit(code: int) -> Never:
    """End the machine with the low eight bits of `code`.

    The library calls it, too, when it has printed the traceback of an exception that nobody caught; one of the
    kernel's own is a panic.
    """
    if not _app_runs:
        panic("an exception that the kernel did not catch")
    show = _ending
    if _events and show is not None:
        show(Cue(0))
    power_off(code & EXIT_MASK)
