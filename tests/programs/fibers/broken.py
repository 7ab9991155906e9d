"""The kernel finds itself broken, inside of a fiber: the whole report."""
from kernel.life import join, spawn, start
from kernel.panic import panic
from kernel.sched import yield_now
from rumpk import noinline, u64


@noinline
def inner(n: u64) -> None:
    if n == 2:
        panic("told to")
    yield_now()


def victim(n: u64) -> None:
    inner(n)
    yield_now()


def main() -> int:
    start()
    fids: list[u64] = []
    for n in range(3):
        fiber = spawn(victim, u64(n))
        if fiber is not None:
            fids.append(fiber.fid)
    return int(join(fids[0]).known)
