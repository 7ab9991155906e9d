# apart: an int where `float` is written makes every `float` of the image take ints
"""Ints in places that say `float`, part three: generics, defaults, generators that are sent values, the library."""

from __future__ import annotations

import copy
import functools
import io
import itertools
import math
import random
import string
import textwrap
from collections import ChainMap, OrderedDict
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from typing import Any, ClassVar, Generic, Protocol, Self, TypeVar

N = TypeVar("N", bound=float)
P = TypeVar("P")


class Level(IntEnum):
    LOW = 1
    HIGH = 3


class SupportsScale(Protocol):
    def scale(self, k: float) -> Self: ...


@dataclass(slots=True)
class Point:
    x: float = 0
    y: float = 0
    zero: ClassVar[float] = 0

    def scale(self, k: float) -> Point:
        return Point(self.x * k, self.y * k)

    def __neg__(self) -> Point:
        return Point(-self.x, -self.y)

    def __abs__(self) -> float:
        return math.hypot(self.x, self.y)

    def __truediv__(self, k: float) -> Point:
        return Point(self.x / k, self.y / k)

    def __iter__(self) -> Iterator[float]:
        yield self.x
        yield self.y

    def __getitem__(self, i: int) -> float:
        return (self.x, self.y)[i]

    def __bool__(self) -> bool:
        return self.x != 0 or self.y != 0

    def __hash__(self) -> int:
        return hash((self.x, self.y))

    def __format__(self, spec: str) -> str:
        return f"<{self.x:{spec}}, {self.y:{spec}}>"


class Series(Generic[N]):
    def __init__(self, items: Iterable[N]) -> None:
        self.items = list(items)

    def top(self) -> N:
        return max(self.items)

    def total(self) -> float:
        out: float = 0
        for i in self.items:
            out += i
        return out

    def map(self, f: Callable[[N], P]) -> list[P]:
        return [f(i) for i in self.items]


class Sensor:
    count = 0
    scale = 1.5

    def __init__(self, name: str, readings: Sequence[float] = (), *, offset: float = 0) -> None:
        self.name = name
        self.readings = list(readings)
        self.offset = offset
        self.best = 0.0
        self.last: float | None = None
        Sensor.count += 1

    def add(self, *values: float, **extra: float) -> Self:
        for v in values:
            self.readings.append(v)
            self.last = v
        for k, v in sorted(extra.items()):
            self.readings.append(v + len(k))
        self.best = max(self.readings)
        return self

    @functools.cached_property
    def mean(self) -> float:
        return sum(self.readings) / len(self.readings) + self.offset

    def window(self, n: int) -> Generator[list[float], float, float]:
        total: float = 0
        for i in range(len(self.readings) - n + 1):
            extra = yield self.readings[i:i + n]
            if extra is not None:
                total += extra
        return total


@contextmanager
def scaled(x: float) -> Iterator[float]:
    print("in", x)
    yield x * 2
    print("out")


def compose(*fs: Callable[[float], float]) -> Callable[[float], float]:
    def run(x: float) -> float:
        for f in fs:
            x = f(x)
        return x
    return run


def memo(f: Callable[[int], float]) -> Callable[[int], float]:
    seen: dict[int, float] = {}

    @functools.wraps(f)
    def inner(n: int) -> float:
        if n not in seen:
            seen[n] = f(n)
        return seen[n]
    return inner


@memo
def harmonic(n: int) -> float:
    return 0 if n == 0 else harmonic(n - 1) + 1 / n


def stats(xs: list[float]) -> tuple[float, float, float]:
    n = len(xs)
    mean = sum(xs) / n
    var = sum((x - mean) ** 2 for x in xs) / n
    return mean, var, math.sqrt(var)


def normalise(weights: dict[str, float]) -> dict[str, float]:
    total = sum(weights.values())
    return {k: v / total for k, v in weights.items()} if total else weights


def knap(items: list[tuple[str, int, float]], cap: int) -> tuple[float, list[str]]:
    table: list[list[float]] = [[0 for _ in range(cap + 1)] for _ in range(len(items) + 1)]
    for i, (_, w, v) in enumerate(items, 1):
        for c in range(cap + 1):
            table[i][c] = table[i - 1][c]
            if w <= c:
                table[i][c] = max(table[i][c], table[i - 1][c - w] + v)
    return table[-1][-1], [n for n, *_ in items]


def bisect(f: Callable[[float], float], lo: float, hi: float, tol: float = 1e-6) -> float:
    while hi - lo > tol:
        mid = (lo + hi) / 2
        if f(lo) * f(mid) <= 0:
            hi = mid
        else:
            lo = mid
    return (lo + hi) / 2


def tax(income: float) -> float:
    brackets: list[tuple[float, float]] = [(10000, 0.1), (40000, 0.2), (float("inf"), 0.3)]
    owed: float = 0
    low: float = 0
    for limit, rate in brackets:
        if income > low:
            owed += (min(income, limit) - low) * rate
        low = limit
    return owed


total_calls: float = 0


def bump(by: float = 1) -> None:
    global total_calls
    total_calls += by


def main() -> None:
    p = Point(3, 4)
    print(p, -p, abs(p), p / 2, p.scale(2), list(p), p[1], bool(p), bool(Point()), f"{p:.1f}", f"{p:>4}", p == Point(3.0, 4.0), Point.zero)
    print(len({Point(1, 2), Point(1.0, 2.0)}), copy.copy(p), copy.deepcopy([p, p.scale(0.5)]))
    a, b = p
    print(a, b, a / b)
    s = Series([1, 2.5])
    print(s.top(), s.total(), s.map(lambda v: v * 2), s.map(str), Series([1, 2]).top(), Series([0.5]).total())
    t = Sensor("t", [20, 21.5], offset=1).add(22, 19.5, x=3)
    print(t.readings, t.best, t.last, t.mean, t.mean, Sensor.count, Sensor.scale * 2)
    g = t.window(2)
    print(next(g), g.send(3), g.send(0.5))
    try:
        while True:
            next(g)
    except StopIteration as e:
        print("sum", e.value)
    with scaled(4) as d:
        print(d)
    run = compose(lambda x: x + 1, math.sqrt, abs, lambda x: x * 3)
    print(run(8), run(0), compose()(5), harmonic(4), harmonic(0), [harmonic(n) for n in range(3)])
    print(stats([1, 2, 3, 4]), stats([2.5]), normalise({"a": 1, "b": 3}), normalise({"a": 0}))
    print(knap([("a", 2, 3), ("b", 3, 4.5), ("c", 4, 5)], 6), bisect(lambda x: x * x - 2, 0, 2))
    print(tax(0), tax(5000), tax(50000), tax(12345.5))
    bump()
    bump(0.5)
    print(total_calls)
    prices = OrderedDict[str, float]()
    prices["x"] = 3
    prices["y"] = 2.5
    prices.move_to_end("x")
    print(list(prices.items()), sum(prices.values()))
    defaults: dict[str, float] = {"w": 1, "h": 2.5}
    both = ChainMap({"w": 4.5}, defaults)
    print(both["w"], both["h"])
    out = io.StringIO()
    for name, v in (("pi", math.pi), ("one", 1)):
        out.write(f"{name:<5}{v:>8.3f}|{v!r}\n")
    print(out.getvalue(), end="")
    print(textwrap.dedent("  a"), string.digits[:3], timedelta(hours=1.5, seconds=30), timedelta(minutes=2) / 2)
    rng = random.Random(3)
    print(rng.choice([1, 2.5]), rng.sample([1, 2.5, 3], 2), rng.uniform(1, 2), rng.choices([1, 2.5], weights=[1, 3], k=3))
    xs: list[float] = [5, 1.5, 3]
    for i, x in enumerate(xs):
        xs[i] = x + 1
    print(xs, sorted(xs, reverse=True), list(reversed(xs)), list(zip(xs, xs[1:])), xs.copy(), xs * 2, max(xs, key=lambda v: -v))
    evens = [x for x in xs if x % 2 == 0]
    print(evens, all(x > 0 for x in xs), any(isinstance(x, int) for x in xs), [type(x).__name__ for x in xs])
    ratio = xs[0] / (xs[1] or 1) if xs else 0
    print(ratio, round(ratio, 1), round(xs[0]), round(xs[1], 0), int(xs[1]), math.trunc(xs[1]), -xs[0] // 4, xs[0] % -4)
    lut: dict[float, str] = {1: "one", 2.5: "more"}
    print(lut[1.0], lut.get(2.5), lut.get(9, "none"), list(lut), 1 in lut)
    tree: dict[str, list[tuple[str, float]]] = {"a": [("b", 1), ("c", 4.5)], "b": [("c", 2)], "c": []}
    dist: dict[str, float] = {k: math.inf for k in tree}
    dist["a"] = 0
    todo = [(0.0, "a")]
    while todo:
        todo.sort()
        here, node = todo.pop(0)
        for nxt, w in tree[node]:
            if here + w < dist[nxt]:
                dist[nxt] = here + w
                todo.append((dist[nxt], nxt))
    print(dist)
    w: float = Level.HIGH.value
    print(w, w / 2, Level.LOW + 0.5)
    steps = itertools.count(1, 0.5)
    print([next(steps) for _ in range(3)], list(itertools.islice(itertools.cycle([1, 2.5]), 3)))
    f: Callable[[float, float], float] = max
    print(f(1, 2.5), f(3, 2.5), (lambda a, b=2: a / b)(5))
    e: float = 10
    e //= 4
    e **= 2
    e -= 0.5
    e /= 7
    print(e, +e, e.is_integer())
    nested: list[list[float]] = []
    nested.append([1])
    nested.append([])
    nested[-1].append(2.5)
    nested[0] += [3]
    print(nested, sum(len(r) for r in nested), [*nested[0], *nested[1]])
    value: Any = 3
    print(value, str(w) + "!", "%s|%r|%g|%.1f" % (w, w, w, w), f"{w=} {w!s:>4} {w:04} {w:.0%}")


if __name__ == "__main__":
    main()
