"""`*xs` of a lambda that is called in place or kept, and lambdas made inside one, which see variables as they are when they run."""

from typing import Callable


class Bus:
    def __init__(self) -> None:
        self.heard: list[Callable[[int, str], None]] = []
        self.done: Callable[[int], int] = lambda *a, **options: sum(a)

    def on(self, f: Callable[[int, str], None]) -> "Bus":
        self.heard.append(f)
        return self


def thrice(g: Callable[[int, int, int], int]) -> int:
    return g(1, 2, 3)


def never(g: Callable[[], int]) -> int:
    return g()


def kept() -> None:
    log: list[str] = []
    n = 5
    bus = Bus().on(lambda *_: log.append("any")).on(lambda i, *rest: log.append(f"{i} {rest}"))
    for f in bus.on(lambda *a: log.append(f"{len(a)} {a[1]} {a}")).heard:
        f(1, "x")
    print(log, bus.done(4))
    print(thrice(lambda *xs: sum(xs) + n), thrice(lambda a, *xs: a * 100 + sum(xs)), never(lambda *xs: len(xs)))
    print(thrice(lambda a, b=7, *xs: a + b + len(xs)), sorted([3, 1], key=lambda *k: -k[0]))
    print(thrice(lambda *xs: [x for x in xs if x > 1][0]), thrice(lambda *xs: (lambda: len(xs))()))
    print(list(map(lambda *pair: pair, [1, 2], "ab")))
    count = lambda *parts: len(parts)           # noqa: E731
    print(count("a", "b"))



def rest() -> None:
    rows = [4, 5, 6]
    print((lambda *xs: sum(xs))(1, 2, 3), (lambda *xs: len(xs))(), (lambda a, *xs: a + len(xs))(1, "a", 2.0))
    print((lambda *xs: xs)(*rows), (lambda first, *xs: (xs, first))(0, *rows), (lambda *xs: xs)(1, *rows, 2))
    print((lambda a, b=2, *xs: (a, b, xs))(1, 5, 6, 7), (lambda a, b=2, *xs: (a, b, xs))(1, 5))
    print((lambda a, /, *xs: [a * x for x in xs])(2, *rows), (lambda *xs: max(xs, default=0))(*rows[:0]))
    print((lambda *xs: (lambda *ys: len(xs) + len(ys))(1))(1, 2, 3))


def later() -> None:
    k = 10
    f = (lambda *xs: lambda y: sum(xs) + y + k)(1, 2)
    g = (lambda x: lambda y: x + y + k)(1)
    made = [(lambda x: lambda: x + i + k)(1) for i in range(3)]
    k = 100
    print(f(3), g(3), [h() for h in made])
    for i in range(2):
        again = (lambda x: lambda y: x + y + k + i)(1)
        k += 100
        print(again(3))


def nested() -> None:
    total = 0

    def bump() -> int:
        nonlocal total
        total += 1
        return total

    deep = (lambda a: (lambda b: lambda: a + b + total)(2))(1)
    for i in range(3):
        print((lambda *xs: [bump() + x + i for x in xs])(i, i), deep())
    print(total)


def main() -> None:
    kept()
    rest()
    later()
    nested()


if __name__ == "__main__":
    main()
