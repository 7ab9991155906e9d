# apart: an int where `float` is written makes every `float` of the image take ints
"""Ints in places that say `float`: CPython keeps them as they are."""

from __future__ import annotations

import math
import random
import statistics
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
Number = TypeVar("Number", int, float)


class Shape:
    def area(self) -> float:
        raise NotImplementedError

    def describe(self) -> str:
        return f"{type(self).__name__} with area {self.area():.2f}"


class Circle(Shape):
    def __init__(self, r: float) -> None:
        self.r = r

    def area(self) -> float:
        return math.pi * self.r ** 2


class Rect(Shape):
    def __init__(self, w: float, h: float) -> None:
        self.w = w
        self.h = h

    def area(self) -> float:
        return self.w * self.h


@dataclass
class Account:
    owner: str
    balance: float = 0
    history: list[float] = field(default_factory=list)

    def deposit(self, amount: float) -> None:
        if amount <= 0:
            raise ValueError(f"bad amount: {amount}")
        self.balance += amount
        self.history.append(amount)

    def total(self) -> float:
        return sum(self.history)


class Vec(NamedTuple):
    x: float
    y: float

    def __add__(self, other: object) -> Vec:
        assert isinstance(other, Vec)
        return Vec(self.x + other.x, self.y + other.y)

    def length(self) -> float:
        return math.sqrt(self.x ** 2 + self.y ** 2)

    def scale(self, k: float) -> Vec:
        return Vec(self.x * k, self.y * k)


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


def mean(xs: Sequence[float]) -> float:
    return sum(xs) / len(xs) if xs else 0


def variance(xs: list[float]) -> float:
    m = mean(xs)
    return sum((x - m) ** 2 for x in xs) / len(xs)


def apply(f: Callable[[float], float], xs: Iterable[float]) -> list[float]:
    return [f(x) for x in xs]


def running(xs: Iterable[float]) -> Iterator[float]:
    total: float = 0
    for x in xs:
        total += x
        yield total


def largest(a: Number, b: Number) -> Number:
    return a if a > b else b


@dataclass(frozen=True, order=True)
class Reading:
    value: float
    unit: str = "C"


def clamp(x: float, low: float = 0, high: float = 100) -> float:
    return max(low, min(high, x))


RATES: dict[str, float] = {"USD": 1, "EUR": 1.1, "GBP": 1.25}
LIMIT: float = 10


def main() -> None:
    shapes: list[Shape] = [Circle(1), Rect(2, 3), Rect(2.5, 2), Circle(0.5)]
    for s in shapes:
        print(s.describe(), s.area())
    print(sum(s.area() for s in shapes), max(shapes, key=lambda s: s.area()).describe())
    acct = Account("Ann")
    print(acct, acct.total())
    acct.deposit(100)
    acct.deposit(0.5)
    try:
        acct.deposit(-3)
    except ValueError as e:
        print(e)
    print(acct, acct.total(), acct.balance == 100.5, f"{acct.balance:>10.2f}|{acct.balance:08}|{acct.balance!r:>9}")
    v = Vec(3, 4)
    print(v, v.length(), v + Vec(1, 0.5), v.scale(2), v.scale(0.5), v.x, v[1], *v)
    st: Stack[float] = Stack()
    st.push(1)
    st.push(2.5)
    print(st.items, st.pop(), st.pop())
    print(mean([1, 2, 3]), mean([]), mean([1.5, 2]), mean((4, 5)))
    print(variance([1, 2, 3, 4]), variance([2.5, 3.5]))
    print(apply(math.sqrt, [1, 4, 9]), apply(lambda x: x * 2, [1, 2.5]), apply(abs, [-1, -2.5]), apply(float, [3]))
    print(list(running([1, 2, 3.5])), list(running([])))
    print(largest(3, 4), largest(2.5, 1.5), largest(3, 4.5))
    print(sorted([Reading(3), Reading(2.5), Reading(2, "F")]), Reading(1) == Reading(1.0), hash(Reading(1)) == hash(Reading(1.0)))
    print(clamp(50), clamp(-5), clamp(101.5), clamp(5.5, 6), clamp(7, high=6.5))
    for name, rate in RATES.items():
        print(f"{name}: {rate} {rate:.3f} {rate * 10} {round(rate, 1)} {round(rate)} {int(rate)} {rate // 1} {rate % 1}")
    print(LIMIT, LIMIT / 3, LIMIT * 1.5, -LIMIT, abs(-LIMIT), LIMIT ** 2, LIMIT ** 0.5, LIMIT ** -1, divmod(LIMIT, 3), 7 % LIMIT)
    totals: defaultdict[str, float] = defaultdict(float)
    for k, n in [("a", 1), ("b", 2.5), ("a", 3)]:
        totals[k] += n
    print(dict(totals), sum(totals.values()), max(totals.values()), sorted(totals.items(), key=lambda kv: kv[1]))
    window: deque[float] = deque(maxlen=3)
    for x in [1, 2.5, 3, 4]:
        window.append(x)
        print(list(window), sum(window) / len(window), max(window), min(window))
    matrix: list[list[float]] = [[1, 2], [3.5, 4]]
    print(matrix, [[row[i] for row in matrix] for i in range(2)], [sum(row) for row in matrix])
    zero = [[0.0] * 2 for _ in range(2)]
    zero[0][1] = 5
    print(zero)
    best: float | None = None
    for x in [3, 1.5, 2]:
        if best is None or x < best:
            best = x
    print(best, best is not None and best > 1)
    print(math.floor(LIMIT), math.ceil(LIMIT / 4), math.hypot(LIMIT, 3), math.isclose(LIMIT, 10.0), math.fsum([1, 2.5]), math.prod([2, 1.5]))
    print(statistics.mean([1, 2, 3, 4]), statistics.median([1, 2.5, 3]))
    print("%.2f %5.1f %s %d" % (LIMIT, best or 0, LIMIT, LIMIT), "{:.1f} {} {:>6}".format(LIMIT, LIMIT, LIMIT))
    price: float = 3
    qty = 4
    cost = price * qty
    print(cost, cost / 2, isinstance(cost, int), isinstance(price, float), str(price), repr(price), bool(price), price in (1, 3.0), price == 3)
    random.seed(4)
    print(random.uniform(0, LIMIT), round(random.gauss(0, 1), 6))
    temps = {"mon": 20, "tue": 21.5}
    print(temps, max(temps, key=lambda d: temps[d]))
    match price:
        case 0:
            print("zero")
        case int():
            print("int", price)
        case float():
            print("float", price)
    celsius: list[float] = [0, 37, 100, -40]
    print([c * 9 / 5 + 32 for c in celsius], [f"{c:.1f}" for c in celsius], list(map(lambda c: c + 273.15, celsius)))
    pairs: list[tuple[str, float]] = [("a", 1), ("b", 2.5)]
    print(pairs, dict(pairs), [p for _, p in pairs], max(pairs, key=lambda p: p[1]))
    count: Counter[float] = Counter([1, 1.0, 2.5])
    print(count.most_common())
    infinity = float("inf")
    dist: dict[str, float] = {n: infinity for n in "abc"}
    dist["a"] = 0
    print(dist, min(dist, key=lambda n: dist[n]), {k: v for k, v in dist.items() if v != infinity})


if __name__ == "__main__":
    main()
