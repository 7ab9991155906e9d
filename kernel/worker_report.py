"""What a panic says about workers: a line for each, behind what it says where fibers run."""

from typing import Final

from hal.board import timer_frequency
from kernel import log
from kernel.clock import nanoseconds
from kernel.report import report
from kernel.worker import ALIVE, FREE, NO_DOOM, SLOTS, Worker, slot, time_spent
from rumpk import Ptr, noalloc, u64

MICROSECOND: Final = 1000


@noalloc
def report_workers(frame: Ptr[u64]) -> None:
    """All of it, on the log."""
    report(frame)
    log.text("Workers (name, spawned by, promises, memory, us used, state):\n")
    for number in range(SLOTS):
        worker = slot(number)
        if worker.state != FREE:
            show_worker(worker)


@noalloc
def show_worker(worker: Worker) -> None:
    """One line."""
    log.hexadecimal(worker.fid)
    log.text("  ")
    log.hexadecimal(worker.parent)
    log.text("  ")
    log.hexadecimal(worker.promises)
    log.text("  ")
    log.hexadecimal(u64(worker.base))
    log.text("-")
    log.hexadecimal(u64(worker.end))
    log.text("  ")
    log.decimal(nanoseconds(time_spent(worker), timer_frequency()) // MICROSECOND)
    if worker.state != ALIVE:
        log.text("  ended\n")
    else:
        log.text("  has to end\n" if worker.doom != NO_DOOM else "  alive\n")
