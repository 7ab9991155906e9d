from rumpk import ACQUIRE, RELAXED, RELEASE, Atomic, Order, fence, u8, u32


def text(a: Atomic[str]) -> None:
    print(a.load())


def f(n: Atomic[u32], order: Order) -> None:
    n.load(RELEASE)


def g(n: Atomic[u32], flag: bool) -> None:
    n.store(1, ACQUIRE)


def h(n: Atomic[u32], flag: bool) -> None:
    n.fetch_add(1, RELAXED if flag else ACQUIRE)


def i(n: Atomic[u8]) -> None:
    n.fetch_add(256)


def j(n: Atomic[u8]) -> None:
    n.fetch_nand(2)


def k(n: Atomic[u8]) -> None:
    n.compare_exchange(2)


def m() -> None:
    fence(RELAXED)
