"""Four harts: fibers on each of them, messages from each to each, a ring between two, names that are gone."""
from hal.board import hart_number, timer_frequency, timer_ticks
from kernel.fiber import KERNEL
from kernel.life import join, spawn, start
from kernel.messages import Sent, receive, send
from kernel.pages import pages_free
from kernel.ring import FULL, claim_alone, claim_shared, consume, next_number, publish_alone, publish_shared, ready_alone
from kernel.ring import ready_shared, ring_init, ring_slot
from kernel.sched import sleep_until, yield_now
from kernel.smp import start_harts
from kernel.waits import Wait, announce, await_message
from rumpk import Array, Ptr, noalloc, u64, w64

HARTS = 4
ROUNDS = 300
ITEMS = 20_000
WAITED = 1_000

where: Array[u64, 8] = Array[u64, 8]()
names: Array[u64, 8] = Array[u64, 8]()
ring_memory: Array[u64, 2048] = Array[u64, 2048]()


@noalloc
def place(n: u64) -> None:
    where[int(n)] = u64(hart_number())
    sleep_until(timer_ticks() + timer_frequency() // 200)
    yield_now()


@noalloc
def echo(n: u64) -> None:
    """Answers until the sum of what came is asked for by a zero."""
    total = w64(0)
    while True:
        message = receive()
        if message.first == 0:
            break
        total = total * 31 + w64(message.first)
        while send(message.sender, message.first + 1, n) == Sent.NO_ROOM:
            yield_now()
    where[int(n)] = u64(total & w64(0xFFFF_FFFF))


@noalloc
def produce(n: u64) -> None:
    ring = Ptr[u64](ring_memory)
    for i in range(ITEMS):
        number = claim_alone(ring, 1)
        while number == FULL:
            yield_now()
            number = claim_alone(ring, 1)
        slot = ring_slot(ring, number)
        slot[0] = u64(i)
        slot[1] = u64(w64(i) * 2654435761)
        publish_alone(ring, number, 1)


@noalloc
def produce_shared(n: u64) -> None:
    ring = Ptr[u64](ring_memory)
    for i in range(ITEMS):
        number = claim_shared(ring, 1)
        while number == FULL:
            yield_now()
            number = claim_shared(ring, 1)
        slot = ring_slot(ring, number)
        slot[0] = n << 32 | u64(i)
        slot[1] = u64(w64(slot[0]) * 2654435761)
        publish_shared(ring, number, 1)


def everywhere() -> None:
    fids: list[u64] = []
    for n in range(HARTS):
        fiber = spawn(place, u64(n), hart=n, kind=KERNEL)
        assert fiber is not None
        fids.append(fiber.fid)
    print([join(fid).known for fid in fids], [int(where[n]) for n in range(HARTS)])
    print(spawn(place, u64(0), hart=7, kind=KERNEL) is None)


def talk() -> None:
    for n in range(HARTS):
        fiber = spawn(echo, u64(n), hart=n, kind=KERNEL)
        assert fiber is not None
        names[n] = fiber.fid
    good = 0
    for i in range(ROUNDS):
        for n in range(HARTS):
            assert send(names[n], u64(i + 1), u64(0)) == Sent.SENT
        for n in range(HARTS):
            message = receive()
            if message.first == i + 2 and message.sender == names[int(message.second)]:
                good += 1
    for n in range(HARTS):
        assert send(names[n], u64(0), u64(0)) == Sent.SENT
        assert join(names[n]).known
    print(good == HARTS * ROUNDS, len({int(where[n]) for n in range(HARTS)}), send(names[1], u64(1), u64(1)) == Sent.NOBODY)
    late = receive(timer_ticks() + timer_frequency() // 500)
    print(late.sender == 0)


def through_a_ring() -> None:
    ring = Ptr[u64](ring_memory)
    ring_init(ring, 6, 2)
    fiber = spawn(produce, u64(0), hart=1, kind=KERNEL)
    good = 0
    for i in range(ITEMS):
        while not ready_alone(ring, i):
            yield_now()
        slot = ring_slot(ring, i)
        if slot[0] == i and slot[1] == u64(w64(i) * 2654435761):
            good += 1
        consume(ring, i, 1)
    print(good == ITEMS, fiber is not None and join(fiber.fid).known)


@noalloc
def announces(n: u64) -> None:
    """Writes a few messages at a time, with pauses in which the reader finds nothing."""
    ring = Ptr[u64](ring_memory)
    for i in range(WAITED):
        number = claim_alone(ring, 1)
        while number == FULL:
            yield_now()
            number = claim_alone(ring, 1)
        ring_slot(ring, number)[0] = u64(i * i)
        publish_alone(ring, number, 1)
        announce(ring)
        if i % 5 == 0:
            sleep_until(timer_ticks() + timer_frequency() // 20_000)


def in_three_ways() -> None:
    """Spinning, yielding and blocking for a writer on another hart; and on the same, which must get it."""
    ring = Ptr[u64](ring_memory)
    good: list[bool] = []
    for how, hart in ((Wait.SPIN, 1), (Wait.YIELD, 1), (Wait.BLOCK, 1), (Wait.YIELD, 0), (Wait.BLOCK, 0)):
        for i in range(2048):
            ring[i] = u64(0)
        ring_init(ring, 3, 2)
        fiber = spawn(announces, u64(0), hart=hart, kind=KERNEL)
        assert fiber is not None
        fid = fiber.fid
        total = 0
        for i in range(WAITED):
            await_message(ring, i, how)
            total += int(ring_slot(ring, i)[0])
            consume(ring, i, 1)
        good.append(join(fid).known and total == sum([i * i for i in range(WAITED)]))
    print(good)


def through_a_shared_ring() -> None:
    ring = Ptr[u64](ring_memory)
    for i in range(2048):
        ring[i] = u64(0)
    ring_init(ring, 6, 2)
    for n in range(HARTS - 1):
        fiber = spawn(produce_shared, u64(n), hart=n + 1, kind=KERNEL)
        assert fiber is not None
        names[n] = fiber.fid
    good = 0
    following = [0] * HARTS
    for _ in range(ITEMS * (HARTS - 1)):
        number = next_number(ring)
        while not ready_shared(ring, number):
            yield_now()
        slot = ring_slot(ring, number)
        word, check = slot[0], slot[1]
        consume(ring, number, 1)
        sender = int(word >> 32)
        if check == u64(w64(word) * 2654435761) and int(word & 0xFFFF_FFFF) == following[sender]:
            good += 1
        following[sender] += 1
    print(good == ITEMS * (HARTS - 1), [join(names[n]).known for n in range(HARTS - 1)], following)


def main() -> int:
    assert start()
    print(start_harts(), start_harts())
    free = pages_free()
    everywhere()
    talk()
    through_a_ring()
    in_three_ways()
    through_a_shared_ring()
    print("all pages are back:", pages_free() == free)
    return 0
