"""Fibers on one hart: turns, sleep, join, priorities, names, memory given back, exceptions and the collector inside of them."""
import time
from collections.abc import Iterator

from hal.board import timer_frequency, timer_ticks
from kernel.fiber import LOWEST
from kernel.life import detach, exit_fiber, join, spawn, start
from kernel.pages import page_alloc, page_free, pages_free
from kernel.sched import sleep_until, yield_now
from rumpk import u64

order: list[str] = []


def turns(n: u64) -> None:
    for step in range(3):
        order.append(f"{n}.{step}")
        yield_now()


def later(n: u64) -> None:
    sleep_until(timer_ticks() + timer_frequency() // 200 * (u64(4) - n))
    order.append(f"late {n}")


def naps(n: u64) -> None:
    time.sleep(0.02 - 0.005 * int(n))
    order.append(f"nap {n}")


def lowly(_n: u64) -> None:
    order.append("lowly")


def raises(n: u64) -> None:
    for i in range(3):
        try:
            yield_now()
            if i == int(n):
                raise ValueError(f"round {i}")
            order.append(f"{n} fine")
        except ValueError as error:
            yield_now()
            order.append(f"{n} {error}")


def collects(n: u64) -> None:
    """Keeps a list on its stack while others make garbage of 16 MB."""
    kept = [f"{n}:{i}" for i in range(100)]
    for _ in range(40):
        yield_now()
        junk = bytearray(100_000)
        junk[0] = 1
    order.append(str(kept == [f"{n}:{i}" for i in range(100)]))


def counted(last: int) -> Iterator[int]:
    yield from range(last)


def generates(n: u64) -> None:
    total = 0
    for i in counted(5):
        yield_now()
        total += i * int(n)
    order.append(f"sum {total}")


def gives(n: u64) -> None:
    exit_fiber(n * 7)


def reads(_n: u64) -> None:
    order.append(input() + "!")


def all_of(entry_number: int, count: int) -> str:
    fids: list[u64] = []
    entries = [turns, later, naps, raises, collects, generates, gives]
    for n in range(count):
        fiber = spawn(entries[entry_number], u64(n))
        assert fiber is not None
        fids.append(fiber.fid)
    results = [int(join(fid).result) for fid in fids]
    assert not any(join(fid).known for fid in fids)
    text = " ".join(order)
    order.clear()
    return f"{text} {results}"


def main() -> int:
    assert start() and start()
    free = pages_free()
    for entry in range(7):
        print(all_of(entry, 3))
    low = spawn(lowly, u64(0), LOWEST)
    yield_now()
    yield_now()
    print("behind the others:", len(order) == 0)
    sleep_until(timer_ticks() + 1000)
    print(order, low is not None and detach(low.fid))
    fiber = spawn(gives, u64(1))
    print("detached:", fiber is not None and detach(fiber.fid), detach(u64(1)))
    yield_now()
    yield_now()
    print("all pages are back:", pages_free() == free)
    block = page_alloc(3)
    print(int(block) % 32768, page_free(block), page_free(block), page_alloc(19))
    reader = spawn(reads, u64(0))
    ticker = spawn(turns, u64(9))
    assert reader is not None and ticker is not None
    print(join(ticker.fid).known, join(reader.fid).known, "hello!" in order, input())
    return 0
