"""Operators, containers and builtins that ask objects: a grid, an amount of money, a bag, an iterator."""

from __future__ import annotations
from collections.abc import Iterator


class Grid:
    def __init__(self, w: int, h: int) -> None:
        self.w, self.h = w, h
        self.cells: dict[tuple[int, int], int] = {}

    def __getitem__(self, key: tuple[int, int]) -> int:
        x, y = key
        if not (0 <= x < self.w and 0 <= y < self.h):
            raise IndexError(f"bad {key}")
        return self.cells.get(key, 0)

    def __setitem__(self, key: tuple[int, int], v: int) -> None:
        self.cells[key] = v

    def __delitem__(self, key: tuple[int, int]) -> None:
        del self.cells[key]

    def __contains__(self, key: object) -> bool:
        return key in self.cells

    def __len__(self) -> int:
        return len(self.cells)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(sorted(self.cells))

    def __call__(self, *xs: int) -> int:
        return sum(xs) + len(self)


class Money:
    def __init__(self, c: int) -> None:
        self.c = c

    def __add__(self, o: Money | int) -> Money:
        if isinstance(o, int):
            return Money(self.c + o)
        return Money(self.c + o.c)

    def __radd__(self, o: int) -> Money:
        return Money(o + self.c)

    def __sub__(self, o: Money) -> Money:
        return Money(self.c - o.c)

    def __eq__(self, o: object) -> bool:
        if not isinstance(o, Money):
            return NotImplemented
        return self.c == o.c

    def __lt__(self, o: Money) -> bool:
        return self.c < o.c

    def __repr__(self) -> str:
        return f"Money({self.c})"

    def __str__(self) -> str:
        return f"${self.c / 100:.2f}"

    def __bool__(self) -> bool:
        return self.c != 0

    def __index__(self) -> int:
        return self.c

    def __round__(self, n: int | None = None) -> int:
        return round(self.c / 100)

    def __divmod__(self, n: int) -> tuple[Money, Money]:
        q, r = divmod(self.c, n)
        return Money(q), Money(r)

    def __pow__(self, n: int) -> Money:
        return Money(self.c ** n)

    def __floordiv__(self, n: int) -> Money:
        return Money(self.c // n)

    def __rsub__(self, n: int) -> Money:
        return Money(n - self.c)

    def __float__(self) -> float:
        return float(self.c)

    def __abs__(self) -> Money:
        return Money(abs(self.c))


class Bag:
    def __init__(self, xs: list[int]) -> None:
        self.xs = xs

    def __len__(self) -> int:
        return len(self.xs)

    def __getitem__(self, i: int) -> int:
        return self.xs[i]


class Seq:
    def __init__(self, n: int) -> None:
        self.n = n

    def __iter__(self) -> Seq:
        self.i = 0
        return self

    def __next__(self) -> int:
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


def main() -> None:
    g = Grid(3, 3)
    g[1, 2] = 5
    g[0, 0] += 7
    print(g[1, 2], g[2, 2], (1, 2) in g, (9, 9) in g, len(g), list(g), g(1, 2), bool(g))
    del g[0, 0]
    try:
        g[5, 5]
    except IndexError as e:
        print(e)
    a, b = Money(150), Money(250)
    print(a + b, repr(a + 5), 5 + a, sum([a, b]), sum([a, b], Money(1)), a == Money(150), a != b, a == 150, a < b, a > b, sorted([b, a]))
    print([a], f"{a}", f"{a!r}", str(a), "%s %r" % (a, a), bool(Money(0)), [10, 20, 30][Money(1)], round(a), divmod(b, 100), a ** 2, 1000 - a, float(a), abs(Money(-5)))
    print(max(a, b), min([a, b]), hex(Money(255)), range(10)[Money(2):Money(5)])
    bag = Bag([1, 2, 3])
    print(2 in bag, list(bag), [x * 2 for x in bag], bool(Bag([])), max(bag), list(reversed(bag)), sum(bag), tuple(enumerate(bag)))
    s = Seq(3)
    print(list(s), list(s), 2 in s, max(Seq(4)), [*Seq(2)], dict(zip("ab", Seq(2))), ",".join(str(x) for x in Seq(3)))
    it = iter(Seq(2))
    print(next(it), next(it), next(it, "end"))


if __name__ == "__main__":
    main()
