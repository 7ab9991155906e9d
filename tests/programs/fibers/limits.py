"""Bad input of the kernel: no memory left, messages to the dead and the deaf, wrong names: errors to their causes."""
from hal.board import timer_frequency, timer_ticks
from kernel.fiber import KERNEL
from kernel.life import detach, join, spawn, start
from kernel.messages import Sent, receive, send
from kernel.pages import page_alloc, page_free, pages_free
from kernel.sched import current, yield_now
from rumpk import noalloc, u64, usize

GENERATIONS = 12
born: int = 0


@noalloc
def breeds(n: u64) -> None:
    """A fork bomb: two children each, for GENERATIONS, which are far more than there is memory for."""
    global born
    if n == GENERATIONS:
        return
    for _ in range(2):
        child = spawn(breeds, n + 1, kind=KERNEL)
        if child is not None:
            born += 1
            detach(child.fid)


@noalloc
def deaf(_n: u64) -> None:
    while receive().first != 0:
        pass


def bomb() -> None:
    free = pages_free()
    first = spawn(breeds, u64(0), kind=KERNEL)
    assert first is not None
    join(first.fid)
    most = 0
    while pages_free() != free:                     # until the last of them is gone
        most = max(most, free - pages_free())
        yield_now()
    print("bomb:", born > 100, "memory was full:", most > free - 8)
    held: list[usize] = []
    while True:
        block = page_alloc(4)
        if block == 0:
            break
        held.append(block)
    print(spawn(deaf, u64(0), order=4) is None, page_alloc(30) == 0, page_alloc(-1) == 0)
    for block in held:
        assert page_free(block)
    print(page_free(usize(0)), page_free(usize(0x1234)), pages_free() == free)


def names() -> None:
    own = current().fid
    print(join(own).known, join(u64(0)).known, join(u64(12345)).known, detach(u64(12345)))
    fiber = spawn(deaf, u64(0))
    assert fiber is not None
    fid = fiber.fid
    sent = [send(fid, u64(i + 1), u64(0)) for i in range(18)]
    print([s == Sent.SENT for s in sent].count(True), sent[16] == Sent.NO_ROOM, sent[17] == Sent.NO_ROOM)
    yield_now()
    print(send(fid, u64(0), u64(0)) == Sent.SENT, join(fid).known, send(fid, u64(1), u64(0)) == Sent.NOBODY)
    print(send(own, u64(7), u64(8)) == Sent.SENT, int(receive().second))
    print(receive(timer_ticks() + timer_frequency() // 1000).sender == 0, receive(u64(1)).sender == 0)
    print([spawn(deaf, u64(0), hart=n) is None for n in (-1, 1, 8, 1 << 40)])


def main() -> int:
    assert start()
    bomb()
    names()
    return 0
