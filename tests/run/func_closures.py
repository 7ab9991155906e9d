"""Nested functions and lambdas: cells, late binding, recursion, defaults."""

from collections.abc import Callable


def counter(start: int) -> Callable[[], int]:
    count = start

    def bump() -> int:
        nonlocal count
        count += 1
        return count

    return bump


def parity(n: int) -> bool:
    def even(k: int) -> bool:
        return k == 0 or odd(k - 1)

    def odd(k: int) -> bool:
        return k != 0 and even(k - 1)

    return even(n)


def late() -> None:
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    print([f() for f in fs])
    gs = [lambda: j * 10 for j in range(3)]
    print([g() for g in gs])
    hs: list[Callable[[int], int]] = []
    for i in range(3):
        hs.append(lambda x, i=i: x + i)
    print([h(100) for h in hs])


def fact(n: int) -> int:
    def go(k: int, acc: int = 1) -> int:
        return acc if k <= 1 else go(k - 1, acc=acc * k)
    return go(n)


def unbound() -> None:
    def show() -> None:
        print(x)
    try:
        show()
    except NameError as error:
        print(error)
    x = 5
    show()
    x = 6
    show()


class P:
    def __init__(self, x: int, name: str) -> None:
        self.x = x
        self.name = name
        self.hook: Callable[[int], int] | None = None

    def adder(self) -> Callable[[int], int]:
        return lambda y: self.x + y


def main() -> None:
    c = counter(10)
    d = counter(100)
    print(c(), c(), d(), c())
    print(parity(10), parity(7))
    late()
    print(fact(10))
    unbound()
    ps = [P(3, "c"), P(1, "a"), P(2, "b")]
    print([p.name for p in sorted(ps, key=lambda p: p.x)], max(ps, key=lambda p: p.x).name)
    ps.sort(key=lambda p: -p.x)
    print([p.name for p in ps])
    print(ps[0].adder()(5))
    ps[0].hook = lambda v: v * 2
    h = ps[0].hook
    if h is not None:
        print(h(21))
    ops: dict[str, Callable[[int, int], int]] = {"+": lambda a, b: a + b, "-": lambda a, b: a - b}
    print({k: f(7, 3) for k, f in ops.items()})
    print(list(map(lambda v: v * v, range(5))), list(filter(lambda v: v % 2 == 1, range(9))))
    print((lambda q: q + 1)(41))
    sq = lambda z: z * z  # noqa: E731
    print(sq(9))
    total = 0

    def add(n: int) -> None:
        nonlocal total
        total += n
    for n in [1, 2, 3]:
        add(n)
    print(total)


if __name__ == "__main__":
    main()
