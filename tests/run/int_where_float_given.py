# apart: an int where `float` is written makes every `float` of the image take ints
"""Ints for iterables of floats, overrides that give an int for a float, defaults, properties, containers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...

    @property
    def sides(self) -> float:
        return 0.5


class Square(Shape):
    def __init__(self, side: int) -> None:
        self.side = side

    def area(self) -> int:
        return self.side ** 2

    @property
    def sides(self) -> int:
        return 4


class Disc(Shape):
    def area(self) -> float:
        return 3.25


class HasCost(Protocol):
    def cost(self) -> float: ...


@dataclass
class Free:
    def cost(self) -> int:
        return 0


@dataclass
class Paid:
    amount: float

    def cost(self) -> float:
        return self.amount


def bill(items: Sequence[HasCost]) -> float:
    return sum(i.cost() for i in items)


def evens(n: int) -> Iterator[int]:
    for i in range(0, n, 2):
        yield i


def total(xs: Iterable[float]) -> float:
    out = 0.0
    for x in xs:
        out += x
    return out


def longest(xs: Iterable[float]) -> float:
    return max(xs)


def weights(table: Mapping[str, float]) -> list[float]:
    return [table[k] for k in table]


def apply(f: Callable[[float], float], x: float) -> float:
    return f(x)


def sign(x: float) -> int:
    return (x > 0) - (x < 0)


def pick(flag: bool) -> float:
    return 1 if flag else 2.5


def maybe(n: int) -> float | None:
    if n < 0:
        return None
    return n if n % 2 else n / 2


def both(n: int) -> tuple[float, list[float]]:
    return n, [n, n / 2]


class Account:
    interest = 0.05
    fees: float = 1

    def __init__(self) -> None:
        self._balance: float = 0.0
        self.limits = {"day": 100.0, "week": 500}

    @property
    def balance(self) -> float:
        return self._balance

    @balance.setter
    def balance(self, value: float) -> None:
        self._balance = value

    def __iadd__(self, x: float) -> Account:
        self._balance += x
        return self

    def __contains__(self, x: float) -> bool:
        return x == self._balance

    def __lt__(self, other: float) -> bool:
        return self._balance < other

    def __call__(self, rate: float = 2) -> float:
        return self._balance * rate


def main() -> None:
    shapes: list[Shape] = [Square(3), Disc()]
    print([s.area() for s in shapes], sum(s.area() for s in shapes), [s.sides for s in shapes])
    print(bill([Free(), Paid(2.5), Paid(3)]), bill([Free()]), bill([]))
    print(total(evens(7)), longest(evens(7)), total([1, 2]), longest((1, 2.5)), total(range(4)), longest({3, 4}), total({1: "a"}))
    print(weights({"a": 1, "b": 2.5}), weights({"c": 3}))
    print(apply(sign, -2), apply(abs, -2), apply(round, 2.6), apply(lambda x: 1, 2), apply(float, 3), apply(int, 3.7))
    print(pick(True), pick(False), maybe(3), maybe(4), maybe(-1), both(3))
    a = Account()
    a.balance = 100
    print(a.balance, 100 in a, a < 200, a(), a(1.5), Account.fees, Account.interest, a.limits)
    a += 5
    a.balance += 0.5
    a.balance -= 5
    print(a.balance, a.fees * 2)
    m = maybe(5)
    if m is not None:
        print(m + 1, f"{m:.2f}")
    x = maybe(4) or 7
    print(x, (maybe(-1) or 0) + 1)
    data: dict[str, float | None] = {"a": 1, "b": None, "c": 2.5}
    print(data, [v * 2 for v in data.values() if v is not None], sum(v or 0 for v in data.values()))
    rows: list[dict[str, float]] = [{"x": 1, "y": 2.5}, {"x": 3.5}]
    print(rows, [r.get("y", 0) for r in rows], sum(r.get("y", 0) for r in rows), rows[0]["x"] / 2)
    grid = [[0.0] * 3 for _ in range(2)]
    for i in range(2):
        for j in range(3):
            grid[i][j] = i * j
    print(grid)
    best = max(rows, key=lambda r: r["x"])
    best["x"] = 9
    print(best, min(r["x"] for r in rows), sorted((r["x"] for r in rows), reverse=True))
    t: tuple[float, ...] = (1, 2.5, 3)
    print(t, sum(t), max(t), t[0], t[1:], len(t), tuple(x * 2 for x in t))
    s: set[float] = {1, 1.0, 2.5}
    s.add(3)
    print(sorted(s), 1 in s, s | {4}, len(s))
    price, count = 9.99, 3
    price = count
    print(price, price * 1.5)
    acc = 1.0
    for k in range(1, 4):
        acc = acc * k if k != 2 else k
    print(acc)
    low: float = 1e9
    for v in (3, 2, 5):
        if v < low:
            low = v
    print(low)
    avg: float = sum([1, 2, 3]) / 3 if shapes else 0
    print(avg, int(avg), avg == 2, hash(avg) == hash(2), str(avg), repr(low))


if __name__ == "__main__":
    main()
