"""The Hive: workers are made, run, joined."""

from typing import Final

import kernel.syscall  # noqa: F401  (boot/<target>/wall calls its system_call)
from hal.board import fence_make, fence_pages, fence_start, fence_use, trap_address, trap_cause
from kernel import log
from kernel.trap import describe
from kernel.worker import (
    ENDED, FAULTED, FREE, READY, RUNNING, Worker, context, current, end_worker, run, user_enter, workers)
from rumpk import Array, Ptr, export, linker_symbol, noalloc, prim, u8, u64, usize

USER_START: Final = linker_symbol("user_start")
OWN_START: Final = linker_symbol("__user_data_start")
OWN_END: Final = linker_symbol("__user_own_end")
PAGE: Final = 4096
STACK_SHARE: Final = 4

_pool: Array[u8, 1048576] = Array[u8, 1048576]()
_used: int = 0
_started: bool = False


@noalloc
def hive_spawn(entry: usize, packet: Ptr[u8], size: int, promises: u64, memory: int) -> int:
    """The slot of a new worker."""
    global _used, _started
    if not _started:
        _started = True
        log.begin()
        log.text("the wall is made of ")
        log.text(fence_start())
        log.end()
    slot = 0
    while workers[slot].state != FREE:
        slot += 1
    worker = workers[slot]
    memory = memory + PAGE - 1 & ~(PAGE - 1)
    base = (int(usize(Ptr[u8](_pool))) + PAGE - 1 & ~(PAGE - 1)) + _used
    _used += memory
    worker.base = usize(base)
    worker.end = usize(base + memory)
    if fence_pages() > 0:
        worker.tables = usize((int(usize(Ptr[u8](_pool))) + PAGE - 1 & ~(PAGE - 1)) + _used)
        _used += fence_pages() * PAGE
    fence_make(worker.tables, worker.base, worker.end)
    prim.mem_set(Ptr[u8](worker.base), u8(0), usize(memory))
    stack = memory // STACK_SHARE & ~63
    own = base + stack
    place = own + int(usize(OWN_END) - usize(OWN_START))
    prim.mem_copy(Ptr[u8](usize(place)), packet, usize(size))
    arena = place + size + 63 & ~63
    worker.pc, worker.sp, worker.own = u64(usize(USER_START)), u64(own), u64(own)
    worker.first, worker.second, worker.third = u64(entry), u64(place), u64(size)
    worker.fourth, worker.fifth = u64(arena), u64(base + memory - arena)
    worker.fid = u64(100 + slot)
    worker.promises = promises
    worker.state = READY
    return slot


@noalloc
def hive_join(slot: int) -> Worker:
    """Run a worker to its end."""
    worker = workers[slot]
    run(slot)
    worker.state = RUNNING
    fence_use(worker.base, worker.end, worker.tables, slot + 1)
    user_enter(context(worker))
    worker.state = ENDED
    return worker


@noalloc
@export("user_trap")
def user_trap(frame: Ptr[u64]) -> None:
    """Whatever comes out of user mode but a system call."""
    worker = current()
    cause = trap_cause(frame)
    log.begin()
    log.text("worker: ")
    log.text(describe(cause))
    log.text(" ")
    log.hexadecimal(trap_address(frame))
    log.text(" pc ")
    log.hexadecimal(frame[0])
    log.end()
    worker.cause = int(cause)
    worker.address = trap_address(frame)
    end_worker(worker, FAULTED, 0)
