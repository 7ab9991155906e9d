"""Atomics: every operation and order, all widths, wrapping, signed values, as globals, fields and in containers."""

from rumpk import ACQ_REL, ACQUIRE, RELAXED, RELEASE, SEQ_CST, Atomic, fence, i8, i32, u8, u16, u32, u64, w32

TICKS: Atomic[u64] = Atomic[u64](40)
READY = Atomic[u8]()


class Lock:
    def __init__(self) -> None:
        self.held = Atomic[u32]()
        self.waits = Atomic[int](-1)

    def take(self) -> bool:
        return self.held.compare_exchange(0, 1, ACQUIRE)

    def give(self) -> None:
        self.held.store(0, RELEASE)


def widths() -> None:
    a, b, c, d, e = Atomic[u8](250), Atomic[u16](65_530), Atomic[i8](120), Atomic[i32](-5), Atomic[w32](w32(7))
    print(a.fetch_add(10), a.load(), b.fetch_sub(65_535), b.load(), c.fetch_add(10), c.load())
    print(d.fetch_sub(2_147_483_647), d.load(), e.fetch_xor(w32(0xFFFFFFFF)), e.load())
    print(a.fetch_or(0xF0), a.fetch_and(0x1F), a.fetch_xor(0xFF), a.exchange(9), a.load())


def orders(n: Atomic[u64]) -> None:
    n.store(5, RELAXED)
    print(n.fetch_add(1, RELAXED), n.fetch_add(1, ACQUIRE), n.fetch_add(1, RELEASE), n.fetch_add(1, ACQ_REL))
    print(n.fetch_sub(1, order=SEQ_CST), n.load(RELAXED), n.load(ACQUIRE), n.load(order=SEQ_CST))
    print(n.compare_exchange(8, 1), n.compare_exchange(8, 2, RELAXED), n.compare_exchange(1, 3, order=ACQ_REL), n.load())
    print(n.compare_exchange(3, 4, RELEASE), n.compare_exchange(4, 3, SEQ_CST))
    fence()
    fence(ACQUIRE)
    fence(RELEASE)
    fence(ACQ_REL)
    fence(SEQ_CST)


def main() -> None:
    print(TICKS.fetch_add(2), TICKS.load(), READY.exchange(1), READY.load())
    widths()
    orders(TICKS)
    lock = Lock()
    print(lock.take(), lock.take(), lock.held.load())
    lock.give()
    print(lock.take(), lock.waits.fetch_add(2), lock.waits.load())
    many = [Atomic[u32](u32(i)) for i in range(3)]
    same = many[1]
    same.fetch_add(100)
    print([m.load() for m in many], same is many[1])
    total: u64 = 0
    for _ in range(3):
        total += TICKS.fetch_add(1)
    print(total)
    try:
        READY.store(u8(255 + int(READY.load())))
    except OverflowError as error:
        print(error)


if __name__ == "__main__":
    main()
