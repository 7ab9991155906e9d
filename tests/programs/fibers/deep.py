"""A fiber's stack is full: the kernel sees it when the fiber gives up its hart, before anybody else runs."""
from kernel.life import join, spawn, start
from kernel.sched import yield_now
from rumpk import noinline, u64


@noinline
def down(n: int) -> int:
    if n == 0:
        yield_now()
        return 0
    return down(n - 1) + n


def dives(n: u64) -> None:
    print(down(int(n)))


def main() -> int:
    start()
    for depth in (20, 400):
        fiber = spawn(dives, u64(depth))
        assert fiber is not None
        join(fiber.fid)
    return 0
