"""What fibers cost, in instructions: run with `-icount shift=0`, where a nanosecond is one, and without input."""
from hal.board import timer_frequency, timer_ticks
from kernel.life import join, spawn, start
from kernel.messages import receive, send
from kernel.ring import claim_alone, consume, next_number, publish_alone, ready_alone, ring_init, ring_slot
from kernel.sched import sleep_until, yield_now
from rumpk import Array, Ptr, noalloc, u64

ROUNDS = 4000
FEW = 10
MANY = 1000
READY_TURNS = 8
BIRTHS = 400

stop: bool = False
memory: Array[u64, 512] = Array[u64, 512]()


def spent(begin: u64, rounds: int) -> int:
    """Instructions of one round, rounded to the nearest; a tick of the counter is several."""
    ticks = int(timer_ticks() - begin)
    return (ticks * (1_000_000_000 // int(timer_frequency())) + rounds // 2) // rounds


@noalloc
def partner(_n: u64) -> None:
    for _ in range(ROUNDS):
        yield_now()


@noalloc
def until_stop(_n: u64) -> None:
    while not stop:
        yield_now()


@noalloc
def sleeper(n: u64) -> None:
    sleep_until(n)


@noalloc
def echo(_n: u64) -> None:
    while True:
        message = receive()
        if message.first == 0:
            break
        send(message.sender, message.first, u64(0))


def spawned(entry_number: int, argument: u64) -> u64:
    entries = [partner, until_stop, sleeper, echo]
    fiber = spawn(entries[entry_number], argument)
    assert fiber is not None
    return fiber.fid


def pair() -> int:
    """Two yields, one of each fiber."""
    other = spawned(0, u64(0))
    yield_now()
    begin = timer_ticks()
    for _ in range(ROUNDS - 1):
        yield_now()
    cost = spent(begin, ROUNDS - 1)
    join(other)
    return cost


def among_ready(count: int) -> int:
    """One yield, where `count` fibers are ready: one of the rounds is a turn of all of them."""
    global stop
    stop = False
    fids = [spawned(1, u64(0)) for _ in range(count - 1)]
    yield_now()
    begin = timer_ticks()
    for _ in range(READY_TURNS):
        yield_now()
    cost = spent(begin, READY_TURNS * count)
    stop = True
    for fid in fids:
        join(fid)
    return cost


def among_sleepers(count: int) -> int:
    """A pair of yields while `count` fibers sleep."""
    end = timer_ticks() + timer_frequency() // 4
    for i in range(count - 1):
        spawned(2, end + u64(i))
    last = spawned(2, end + u64(count))
    yield_now()
    cost = pair()
    assert timer_ticks() < end          # else they slept no more
    join(last)
    return cost


def through_a_ring() -> int:
    """One message, written and read on one hart."""
    ring = Ptr[u64](memory)
    ring_init(ring, 6, 2)
    total = 0
    begin = timer_ticks()
    for i in range(ROUNDS):
        total += one_message(ring, i)
    assert total == ROUNDS * (ROUNDS - 1) // 2
    return spent(begin, ROUNDS)


@noalloc
def one_message(ring: Ptr[u64], i: int) -> int:
    number = claim_alone(ring, 1)
    slot = ring_slot(ring, number)
    slot[0] = u64(i)
    slot[1] = u64(number)
    publish_alone(ring, number, 1)
    following = next_number(ring)
    got = 0
    if ready_alone(ring, following):
        slot = ring_slot(ring, following)
        got = int(slot[0])
        consume(ring, following, 1)
    return got


def answers() -> int:
    """A message to another fiber, and its answer."""
    other = spawned(3, u64(0))
    begin = timer_ticks()
    for _ in range(ROUNDS):
        send(other, u64(1), u64(0))
        receive()
    cost = spent(begin, ROUNDS)
    send(other, u64(0), u64(0))
    join(other)
    return cost


def births() -> int:
    """Spawn, run, end and join."""
    begin = timer_ticks()
    for _ in range(BIRTHS):
        join(spawned(2, u64(0)))
    return spent(begin, BIRTHS)


def main() -> int:
    assert start()
    print("pair of yields", pair())
    print("ring message", through_a_ring())
    print("message and answer", answers())
    print("spawn and join", births())
    print("yield among ready", among_ready(FEW), among_ready(MANY))
    print("pair among sleepers", among_sleepers(FEW), among_sleepers(MANY))
    return 0
