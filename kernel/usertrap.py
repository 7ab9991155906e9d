"""What comes out of user mode, system calls aside: interrupts, and faults that end the worker.

The entry in boot/<target>/wall has saved the registers on the worker's kernel stack. Interrupts are off.
"""

from typing import Final

from hal.board import trap_address, trap_cause, trap_frame_pointer, trap_resume_at, trap_return, trap_stack
from hal.cause import Cause
from kernel import log
from kernel.interrupts import serve
from kernel.sched import resched
from kernel.traceback import show_calls
from kernel.trap import describe
from kernel.trace import Event, note
from kernel.window import is_closed, widen
from kernel.worker import FAULTED, Worker, end_worker, pause, report, resume, this_worker
from rumpk import Ptr, cold, export, linker_symbol, noalloc, u64, unchecked, usize

PUSH: Final = 512                       # bytes that one instruction moves the stack pointer by, at most
USER_RESCUE: Final = linker_symbol("user_rescue")
USER_TABLE: Final = linker_symbol("__user_traceback_table")
USER_TEXT: Final = linker_symbol("__user_text_start")


@noalloc
@export("user_trap")
@unchecked
def user_trap(frame: Ptr[u64]) -> None:
    """One trap; returning resumes the worker.

    Recursion that is too deep leaves the worker's memory at its lower end. Python's RecursionError is raised on the
    rescue stack, from which its handler goes back to the stack proper.
    """
    worker = this_worker()
    cause = trap_cause(frame)
    match cause:
        case Cause.TIMER | Cause.SOFTWARE | Cause.EXTERNAL:
            interrupted(worker)
        case Cause.LOAD_FAULT | Cause.STORE_FAULT if is_overflow(worker, frame):
            trap_resume_at(frame, u64(usize(USER_RESCUE)), worker.rescue)
        case Cause.LOAD_FAULT | Cause.STORE_FAULT if is_closed(worker, trap_address(frame)):
            widen(worker, usize(trap_address(frame)))
            pause(worker)
            resume(worker)
        case _:
            fault(worker, cause, frame)


@noalloc
@unchecked
def is_overflow(worker: Worker, frame: Ptr[u64]) -> bool:
    """Whether the stack goes on below the worker's memory. A push may fault before it moves the stack pointer."""
    return trap_address(frame) < worker.base and trap_stack(frame) < u64(worker.base) + PUSH


@noalloc
def interrupted(worker: Worker) -> None:
    """Serve what interrupts; others may run; the worker goes on while it has time left (`resume`)."""
    pause(worker)
    serve()
    resched()
    resume(worker)


@noalloc
@cold
@unchecked
def fault(worker: Worker, cause: Cause, frame: Ptr[u64]) -> None:
    """The worker has done what it may not: cause, address and the calls that led there go to the log."""
    worker.cause = int(cause)
    worker.address = trap_address(frame)
    note(Event.FAULT, u64(int(cause)), worker.address)
    report(worker, describe(cause))
    log.begin("  ")
    log.text("at ")
    log.hexadecimal(frame[0])
    log.text(", address ")
    log.hexadecimal(worker.address)
    log.end()
    show_user_calls(worker, trap_frame_pointer(frame), usize(trap_return(frame)))
    end_worker(worker, FAULTED, 0)


@noalloc
@unchecked
def show_user_calls(worker: Worker, pointer: usize, newest: usize) -> None:
    """A traceback through the worker's own stack, of which nothing is believed."""
    log.begin("")
    show_calls(pointer, newest, worker.low, worker.high - 16, USER_TABLE, USER_TEXT)
    log.end()
