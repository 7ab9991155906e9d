"""What a trap means. The entry in boot/<target> has saved the registers and calls `kernel_trap`."""

from typing import Callable

from hal.board import trap_address, trap_cause, trap_is_nested
from hal.cause import Cause
from kernel.cue import Cue
from kernel.panic import die, pending_reason
from kernel.stack import is_overflow, is_trap_overflow, raise_recursion_error
from rumpk import Ptr, export, noalloc, u64

_serve: Callable[[Cue], None] | None = None       # of interrupts; None: none was ever enabled
_look: Callable[[Ptr[u64]], bool] | None = None # at faults: is a fiber's stack full? None: there are no fibers


@noalloc
def take_interrupts(serve: Callable[[Cue], None]) -> None:
    """From now on `serve` is called for every interrupt."""
    global _serve
    _serve = serve


@noalloc
def look_by(look: Callable[[Ptr[u64]], bool]) -> None:
    """From now on `look` says of a fault whether it is too deep recursion on a fiber's stack. It may also panic."""
    global _look
    _look = look


@noalloc
@export("kernel_trap")
def kernel_trap(frame: Ptr[u64]) -> None:
    """One trap, from its saved registers; returning resumes what was interrupted."""
    if pending_reason() != "":
        die(pending_reason(), frame)
    match trap_cause(frame):
        case Cause.LOAD_FAULT | Cause.STORE_FAULT if is_too_deep(frame):
            raise_recursion_error(frame)
        case Cause.TIMER | Cause.SOFTWARE | Cause.EXTERNAL:
            serve = _serve
            if serve is None:
                die("interrupt that was never enabled", frame)
            serve(Cue(0))
        case cause:
            die(describe(cause), frame)


@noalloc
def is_too_deep(frame: Ptr[u64]) -> bool:
    """Whether a fault is a stack's end that the program may go on from; that of another stack is a panic."""
    look = _look
    if look is not None and look(frame):
        return True
    if trap_is_nested(frame):
        if is_trap_overflow(trap_address(frame)):
            die("the trap stack is full", frame)
        return False
    return is_overflow(trap_address(frame))


@noalloc
def describe(cause: Cause) -> str:
    """A cause in words, as the panic's reason."""
    match cause:
        case Cause.ILLEGAL_INSTRUCTION:
            return "illegal instruction"
        case Cause.BREAKPOINT:
            return "breakpoint without a debugger"
        case Cause.FETCH_FAULT:
            return "jump to an address without code"
        case Cause.LOAD_FAULT:
            return "load from a bad address"
        case Cause.STORE_FAULT:
            return "store to a bad address"
        case Cause.FETCH_MISALIGNED:
            return "jump to a misaligned address"
        case Cause.LOAD_MISALIGNED:
            return "misaligned load"
        case Cause.STORE_MISALIGNED:
            return "misaligned store"
        case Cause.SYSCALL:
            return "system call, but nobody serves them yet"
    return "unknown trap"
