"""Workers on four harts: spread over all of them, killed and joined across, and every page comes back."""

from hal.board import timer_frequency, timer_ticks
from kernel.pages import pages_free
from kernel.worker import ALIVE, SLOTS, slot
from lib.hive import Reason, Worker, spawn
from lib.worker import sleep_us, yield_now

HARTS = 4
WORKERS = 24
ROUNDS = 5


def sums(packet: list[str]) -> list[str]:
    """Its own answer, whatever others do to registers, memory and time meanwhile."""
    seed, total, real = int(packet[0]), 0, 0.5
    kept: list[int] = []
    for i in range(4000):
        total = (total * 31 + seed + i) % 1_000_003
        real = real * 1.0001 + seed
        if i % 500 == 0:
            kept.append(total)
            yield_now()
    return [str(total), f"{real:.3f}", str(sum(kept))]


def endless(packet: list[str]) -> list[str]:
    n = 0
    while n >= 0:
        n = (n + 1) % 1000
    return []


def naps(packet: list[str]) -> list[str]:
    sleep_us(1_000_000_000)
    return []


def parent(packet: list[str]) -> list[str]:
    """Its children are on other harts, and end with it."""
    good = [spawn(sums, [str(i)]).join().packet[0] != "" for i in range(2)]
    spawn(endless, [])
    spawn(naps, [])
    return [str(good)]


def fails(packet: list[str]) -> list[str]:
    return [str(1 // int(packet[0]))]


def settled(free: int) -> bool:
    """The last page of a worker comes back a moment after its parent has heard of its end."""
    until = timer_ticks() + timer_frequency() * 20
    while pages_free() != free and timer_ticks() < until:
        sleep_until_later()
    return pages_free() == free


def sleep_until_later() -> None:
    spawn(fails, ["1"]).join()


def main() -> int:
    expected = [spawn(sums, [str(n)]).join().packet for n in range(WORKERS)]
    spawn(sums, ["0"]).join()
    free = pages_free()
    where: set[int] = set()
    good, killed, fell, families = 0, 0, 0, 0
    for _ in range(ROUNDS):
        some: list[Worker] = [spawn(sums, [str(n)]) for n in range(WORKERS)]
        doomed = [spawn(endless, []) if n % 2 == 0 else spawn(naps, []) for n in range(8)]
        where |= {slot(number).hart for number in range(SLOTS) if slot(number).state == ALIVE}
        falls = [spawn(fails, ["0"]) for _ in range(4)]
        family = spawn(parent, [])
        for victim in doomed:
            victim.kill()
        for n in range(WORKERS):
            good += some[n].join().packet == expected[n]
        killed += sum([victim.join().reason == Reason.KILLED for victim in doomed])
        fell += sum([one.join().reason == Reason.RAISED for one in falls])
        families += family.join().packet == ["[True, True]"]
    print(good == ROUNDS * WORKERS, killed == ROUNDS * 8, fell == ROUNDS * 4, families == ROUNDS)
    print(sorted(where))
    print("all pages are back:", settled(free))
    return 0
