"""The end of a kernel that is broken: a fixed banner, the reason, the registers, a traceback, an exit code of its own.

There is one way in: `panic` notes the reason and traps, and the trap entry saves every register; a fault of the kernel
or of the app, which run in one mode, gets there by itself. A panic inside a panic says so and ends at once.
"""

from typing import Callable, Final, Never

from hal.board import power_off, register_names, trap_address, trap_detail, trap_is_nested, trap_stack, trap_status
from hal.contract import REGISTER_COUNT, REGISTER_WIDTH
from kernel import log
from kernel.traceback import show_traceback
from rumpk import Ptr, cold, noalloc, noinline, prim, u64

PANIC_EXIT: Final = 101
REGISTERS_A_LINE: Final = 4

_reason: str = ""                       # of a panic that is on its way to the trap entry
_panics: int = 0                        # how deep we are
_report: Callable[[Ptr[u64]], None] | None = None       # of the calls, and of more; None: there is only one stack


@noalloc
def report_by(report: Callable[[Ptr[u64]], None]) -> None:
    """From now on `report` says where a panic was, and what there is to say beyond."""
    global _report
    _report = report


@cold
@noinline
@noalloc
def panic(reason: str) -> Never:
    """Stop: the kernel's own state is broken. `reason` is ASCII."""
    global _reason
    _reason = reason
    prim.trap()


@noalloc
def pending_reason() -> str:
    """The reason of the `panic` that trapped; the empty string when the trap was not a panic's."""
    return _reason


@cold
@noalloc
def die(reason: str, frame: Ptr[u64]) -> Never:
    """Report and end the machine. `frame` holds the registers at the fault."""
    global _panics
    _panics += 1
    if _panics > 2:
        power_off(PANIC_EXIT)           # not even the banner can be printed
    log.always()
    log.newline()
    log.text("*** KERNEL PANIC: ")
    log.text(reason)
    if _panics > 1:
        log.text(" (while reporting a panic)")
    elif trap_is_nested(frame):
        log.text(" (inside of a trap)")
    log.text(" ***")
    log.newline()
    if _panics == 1:
        show_registers(frame)
        more = _report
        if more is not None:
            more(frame)
        else:
            show_traceback(frame)
    power_off(PANIC_EXIT)


@noalloc
def show_registers(frame: Ptr[u64]) -> None:
    """Every register, four to a line."""
    names = register_names()
    for i in range(REGISTER_COUNT):
        log.text_part(names, i * REGISTER_WIDTH, REGISTER_WIDTH)
        log.hexadecimal(frame[i])
        log.text("\n" if i % REGISTERS_A_LINE == REGISTERS_A_LINE - 1 else "  ")
    show("stack ", trap_stack(frame))
    show("  cause ", trap_detail(frame))
    show("  address ", trap_address(frame))
    show("  status ", trap_status(frame))
    log.newline()


@noalloc
def show(name: str, number: u64) -> None:
    """A name and a word."""
    log.text(name)
    log.hexadecimal(number)
