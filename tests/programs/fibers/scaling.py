"""What all harts do together and what one does alone: rounds of a computation, messages through rings.

With `-smp N -accel tcg,thread=multi` the clock is the host's; with `-icount` a second is 10**9 instructions of all harts together.
Prints name, harts, thousands of rounds or messages in a second.
"""
from hal.board import timer_frequency, timer_ticks
from kernel.fiber import KERNEL
from kernel.life import join, spawn, start
from kernel.ring import claim_alone, consume, next_number, publish_alone, ready_alone, ring_init, ring_slot
from kernel.smp import start_harts
from rumpk import Array, Ptr, noalloc, u64, unchecked, w64

MOST: int = 8
ROUNDS: int = 15_000_000
MESSAGES: int = 1_000_000
RING_WORDS: int = 1024

sums: Array[u64, 64] = Array[u64, 64]()                     # a cache line for each hart
rings: Array[u64, 8192] = Array[u64, 8192]()                # RING_WORDS for each


@noalloc
@unchecked
def compute(n: u64) -> None:
    total = w64(n)
    for i in range(ROUNDS):
        total = (total ^ w64(i)) * 6364136223846793005 + 1442695040888963407
    sums[int(n) * 8] = u64(total)


@noalloc
@unchecked
def messages(n: u64) -> None:
    """Writes and reads a ring of its own hart."""
    ring = Ptr[u64](rings) + RING_WORDS * int(n)
    total = u64(0)
    for i in range(MESSAGES):
        number = claim_alone(ring, 1)
        slot = ring_slot(ring, number)
        slot[0] = u64(i)
        publish_alone(ring, number, 1)
        following = next_number(ring)
        if ready_alone(ring, following):
            total += ring_slot(ring, following)[0]
            consume(ring, following, 1)
    sums[int(n) * 8] = total


def together(kind: int, harts: int) -> int:
    """The work of all in a second, in thousands."""
    begin = timer_ticks()
    fids: list[u64] = []
    for n in range(harts):
        fiber = spawn(compute if kind == 0 else messages, u64(n), hart=n, kind=KERNEL)
        assert fiber is not None
        fids.append(fiber.fid)
    for fid in fids:
        assert join(fid).known
    spent = int(timer_ticks() - begin)
    each = ROUNDS if kind == 0 else MESSAGES
    if kind == 1:
        assert [int(sums[n * 8]) for n in range(harts)] == [MESSAGES * (MESSAGES - 1) // 2] * harts
    return each * harts * int(timer_frequency()) // spent // 1000


def main() -> int:
    assert start()
    harts = start_harts()
    for n in range(harts):
        ring_init(Ptr[u64](rings) + RING_WORDS * n, 6, 2)
    for kind in range(2):
        name = "compute" if kind == 0 else "ring"
        for count in ([1, harts] if harts > 1 else [1]):
            print(name, count, max([together(kind, count) for _ in range(3)]))
    return 0
