# apart: an int where `float` is written makes every `float` of the image take ints
"""Ints in places that say `float`, part two: protocols, properties, closures, frozen tables, containers, generators."""

from __future__ import annotations

import heapq
import itertools
import json
import math
import operator
import struct
from abc import ABC, abstractmethod
from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, astuple, dataclass, replace
from enum import Enum
from functools import lru_cache, reduce, total_ordering
from typing import Final, Literal, NewType, Optional, Protocol, TypeAlias, TypeVar, Union, cast

Meters = NewType("Meters", float)
Vector: TypeAlias = list[float]
Json = Union[dict[str, "Json"], list["Json"], str, float, int, bool, None]
K = TypeVar("K")
F = TypeVar("F", bound=float)


class Priced(Protocol):
    @property
    def price(self) -> float: ...

    def discounted(self, percent: float) -> float: ...


@dataclass
class Book:
    title: str
    price: float

    def discounted(self, percent: float) -> float:
        return self.price - self.price * percent / 100


@dataclass
class Pen:
    price: float = 2

    def discounted(self, percent: float) -> float:
        return self.price


def total(items: list[Priced]) -> float:
    return sum(i.price for i in items)


class Planet(Enum):
    EARTH = (5.97, 12756)
    MARS = (0.642, 6792)

    def __init__(self, mass: float, diameter: float) -> None:
        self.mass = mass
        self.diameter = diameter

    @property
    def ratio(self) -> float:
        return self.mass / self.diameter


class Expr(ABC):
    @abstractmethod
    def eval(self, env: Mapping[str, float]) -> float: ...


class Num(Expr):
    def __init__(self, value: float) -> None:
        self.value = value

    def eval(self, env: Mapping[str, float]) -> float:
        return self.value


class Var(Expr):
    def __init__(self, name: str) -> None:
        self.name = name

    def eval(self, env: Mapping[str, float]) -> float:
        return env[self.name]


class Bin(Expr):
    OPS: dict[str, Callable[[float, float], float]] = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": operator.mul,
        "/": operator.truediv,
        "**": lambda a, b: a ** b,
    }

    def __init__(self, op: str, left: Expr, right: Expr) -> None:
        self.op, self.left, self.right = op, left, right

    def eval(self, env: Mapping[str, float]) -> float:
        return self.OPS[self.op](self.left.eval(env), self.right.eval(env))


@total_ordering
class Temp:
    __slots__ = ("_deg",)

    def __init__(self, deg: float = 0) -> None:
        self._deg = deg

    @property
    def deg(self) -> float:
        return self._deg

    @deg.setter
    def deg(self, value: float) -> None:
        if value < -273.15:
            raise ValueError("too cold: %s" % value)
        self._deg = value

    @classmethod
    def from_f(cls, f: float) -> Temp:
        return cls((f - 32) * 5 / 9)

    @staticmethod
    def mid(a: float, b: float) -> float:
        return (a + b) / 2

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Temp) and self._deg == other._deg

    def __lt__(self, other: Temp) -> bool:
        return self._deg < other._deg

    def __repr__(self) -> str:
        return f"Temp({self._deg!r})"

    def __mul__(self, k: float) -> Temp:
        return Temp(self._deg * k)

    __rmul__ = __mul__

    def __float__(self) -> float:
        return float(self._deg)


class Matrix:
    def __init__(self, rows: list[list[float]]) -> None:
        self.rows = rows

    def __matmul__(self, other: Matrix) -> Matrix:
        cols = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in cols] for r in self.rows])

    def __getitem__(self, at: tuple[int, int]) -> float:
        return self.rows[at[0]][at[1]]

    def __setitem__(self, at: tuple[int, int], value: float) -> None:
        self.rows[at[0]][at[1]] = value

    def __iter__(self) -> Iterator[float]:
        for row in self.rows:
            yield from row

    def det(self) -> float:
        if len(self.rows) == 1:
            return self.rows[0][0]
        out: float = 0
        for j, x in enumerate(self.rows[0]):
            minor = Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]])
            out += (-1) ** j * x * minor.det()
        return out


def newton(f: Callable[[float], float], df: Callable[[float], float], x: float, eps: float = 1e-9) -> Optional[float]:
    for _ in range(50):
        d = df(x)
        if d == 0:
            return None
        step = f(x) / d
        x -= step
        if abs(step) < eps:
            return x
    return None


@lru_cache(maxsize=None)
def growth(years: int, rate: float, start: float = 100) -> float:
    if years == 0:
        return start
    return growth(years - 1, rate, start) * (1 + rate)


def make_counter(step: float = 1) -> Callable[[], float]:
    count: float = 0

    def bump() -> float:
        nonlocal count
        count += step
        return count
    return bump


def swap(pair: tuple[float, str]) -> tuple[str, float]:
    a, b = pair
    return b, a


def first(xs: list[K], default: K) -> K:
    return xs[0] if xs else default


def biggest(*xs: float, floor: float = 0) -> float:
    best = floor
    for x in xs:
        if x > best:
            best = x
    return best


def parse(text: str) -> Union[int, float, None]:
    try:
        return int(text)
    except ValueError:
        try:
            return float(text)
        except ValueError:
            return None


def accumulated(start: int | float | None) -> list[int | float]:
    """A union that is narrowed, kept in a variable of the rest, and counted on."""
    if start is not None:
        total: int | float = start
        return list(itertools.accumulate([1, 2.5], initial=total))
    return []


def alternative(x: int | str | None) -> int | str:
    return x or 7


def main() -> None:
    items: list[Priced] = [Book("a", 12), Book("b", 7.5), Pen()]
    print(total(items), total([]), [i.discounted(10) for i in items], items[0].price)
    print(accumulated(3), accumulated(None), alternative(None), alternative("a"))
    print(math.prod([2, 1.5]), math.prod([1.5][:0]), math.prod([2, 3], start=0.5), first([], 3))
    print(Planet.EARTH.ratio, Planet.MARS.mass, Planet.EARTH.diameter)
    e = Bin("+", Bin("*", Num(2), Var("x")), Bin("**", Num(2), Num(-1)))
    print(e.eval({"x": 3}), e.eval({"x": 1.5}), Bin("/", Num(1), Num(4)).eval({}), Bin("**", Num(2), Num(3)).eval({}))
    t = Temp()
    t.deg = 20
    print(t, Temp.from_f(212), Temp.mid(1, 2), t < Temp(20.5), t == Temp(20.0), t * 2, 2 * t, sorted([Temp(3), Temp(1.5)]), float(t))
    try:
        t.deg = -300
    except ValueError as err:
        print(err)
    m = Matrix([[1, 2], [3, 4]])
    n = Matrix([[0.5, 0], [0, 2]])
    print((m @ n).rows, m.det(), m[0, 1], list(m), sum(m), max(n))
    m[1, 1] = 0.25
    print(m.rows, m.det())
    print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1), newton(lambda x: 1, lambda x: 0, 1))
    print(growth(3, 0.1), growth(0, 0.1), growth(2, 1, 50))
    c = make_counter()
    d = make_counter(0.5)
    print(c(), c(), d(), d())
    print(swap((1, "a")), swap((2.5, "b")), first([1, 2.5], 0), first([], 0.5), biggest(1, 2.5, 3), biggest(), biggest(floor=-1.5))
    print([parse(s) for s in ("1", "2.5", "x")])
    dist: Final[float] = 3
    print(Meters(5), Meters(2.5) + dist, dist)
    heap: list[tuple[float, str]] = []
    for w, name in [(3, "c"), (1.5, "a"), (2, "b")]:
        heapq.heappush(heap, (w, name))
    print([heapq.heappop(heap) for _ in range(3)])
    xs: Vector = [1, 2.5, 4]
    insort(xs, 3)
    print(xs, bisect_left(xs, 2.5), xs.index(4), xs.count(1.0), 3.0 in xs, xs[::-1], xs + [5], [0] * 2 + xs[:1])
    print(reduce(lambda a, b: a * b, xs, 1.0), reduce(operator.add, xs), list(itertools.accumulate(xs)))
    xs.sort(key=lambda x: -x)
    xs.extend([7, 8.5])
    xs.insert(0, 9)
    xs[1] = 10
    xs[-2:] = [1, 2]
    xs.remove(2.5)
    print(xs, xs.pop(), math.floor(xs[0]), round(xs[1] / 3, 2), [x / 2 for x in xs], {x: x * x for x in xs}, {x for x in (1, 1.0)})
    print(json.dumps({"a": xs[0], "b": 2.5, "c": [1, 0.5]}), json.dumps(asdict(Book("q", 3))), astuple(Book("z", 4)), replace(Book("z", 4), price=5.5))
    print(struct.pack("<d", xs[0]).hex(), f"{xs[0]:e} {xs[0]:g} {xs[0]:,} {xs[0]:5} {0.5:5} {xs[0]:<5}|{xs[0]:+}")
    ratio: dict[str, tuple[float, float]] = {"a": (1, 2), "b": (0.5, 3)}
    for key, (lo, hi) in ratio.items():
        print(key, lo, hi, lo / hi, lo // hi, hi % 2, divmod(hi, 2), lo < hi <= 3)
    grid: list[list[float]] = [[0] * 3 for _ in range(2)]
    grid[1][2] += 1.5
    grid[0][0] -= 1
    print(grid, any(v for r in grid for v in r), sum(map(sum, grid)), sum((sum(r) for r in grid), 0.0))
    data: Json = {"x": 1, "y": [1.5, None, True]}
    print(data)
    q: Literal[1, 2] = 2
    w: float = q
    print(w, cast(float, w) * 2, -w, +w, abs(-w), int(w), str(w), w.is_integer() if isinstance(w, float) else "int", bool(w - 2))
    scores: dict[str, list[float]] = {}
    for nm, sc in (("a", 90), ("b", 85.5), ("a", 70)):
        scores.setdefault(nm, []).append(sc)
    print(scores, {k: sum(v) / len(v) for k, v in scores.items()}, max(scores, key=lambda k: sum(scores[k])))
    low, high = float("inf"), float("-inf")
    for x in (3, 1, 2):
        low = min(low, x)
        high = max(high, x)
    print(low, high)
    acc: float
    acc = 0
    while acc < 2:
        acc += 0.5
    print(acc, acc if acc else 0, 1 if acc > 5 else 0.25)
    a, b = 0.5, 1
    a = b
    print(a, b)


if __name__ == "__main__":
    main()
