"""functools: cache, lru_cache, cached_property, total_ordering, wraps, partial."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial, total_ordering, wraps


def logged(function: Callable[[int], int]) -> Callable[[int], int]:
    @wraps(function)
    def wrapper(number: int) -> int:
        return function(number) + 1

    return wrapper


@logged
def plain(number: int) -> int:
    return number


@cache
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.lru_cache(maxsize=2)
def repeated(text: str, times: int = 3) -> str:
    print("computing", text, times)
    return text * times


@lru_cache(maxsize=3)
def recent(n: int) -> str | None:
    print("recent", n)
    if n < 0:
        raise ValueError(f"negative {n}")
    return None if n == 0 else "x" * n


@lru_cache(maxsize=0)
def never(n: int) -> int:
    print("never", n)
    return n


@lru_cache(1)
def deep(n: int) -> int:
    return 0 if n == 0 else 1 + deep(n - 1)


@lru_cache
def many(*numbers: int, scale: int = 1) -> int:
    print("many", numbers, scale)
    return sum(numbers) * scale


@cache
def effect(pair: tuple[int, str]) -> None:
    print("effect", pair)


WORDS = tuple(str(i) * 2 for i in range(3))


@cache
def word(n: int, words: tuple[str, ...] = WORDS) -> str:
    return words[n] + "!"


@lru_cache()
def squared(n: int) -> int:
    print("squaring", n)
    return n * n


class Labelled:
    def __init__(self, n: int) -> None:
        self.n = n

    @property
    @cache
    def squared(self) -> int:
        print("own", self.n)
        return squared(self.n)

    @lru_cache(maxsize=32)  # noqa: B019
    def label(self, k: int, words: tuple[str, ...] = WORDS) -> str:
        return words[k] * self.n


class Circle:
    def __init__(self, radius: float) -> None:
        self.radius = radius
        self.calls = 0

    @cached_property
    def area(self) -> float:
        self.calls += 1
        return self.radius * self.radius * 3

    @cached_property
    def label(self) -> str | None:
        self.calls += 1
        return None

    @lru_cache(maxsize=None)  # noqa: B019
    def scaled(self, factor: int) -> float:
        self.calls += 1
        return self.radius * factor

    @staticmethod
    @lru_cache
    def half(number: int) -> int:
        print("half", number)
        return number // 2


class Ring(Circle):
    def twice(self, factor: int) -> float:
        return 2 * self.scaled(factor) + super().scaled(factor)


@total_ordering
class Version:
    def __init__(self, number: int) -> None:
        self.number = number

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return self.number == other.number

    def __lt__(self, other: "Version") -> bool:
        return self.number < other.number

    def __hash__(self) -> int:
        return hash(self.number)

    def __repr__(self) -> str:
        return f"V({self.number})"


@total_ordering
class Weight:
    def __init__(self, grams: int) -> None:
        self.grams = grams

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Weight) and self.grams == other.grams

    def __ge__(self, other: object) -> bool:
        if not isinstance(other, Weight):
            return NotImplemented
        return self.grams >= other.grams


class Heavy(Weight):
    pass


@total_ordering
@dataclass
class Row:
    x: int
    y: str

    def __le__(self, other: "Row") -> bool:
        return (self.x, self.y) <= (other.x, other.y)


@total_ordering
class Loud:
    def __init__(self, a: int) -> None:
        self.a = a

    def __gt__(self, other: "Loud") -> bool:
        print("gt", self.a, other.a)
        return self.a > other.a


def add(a: int, b: int, c: int = 10) -> int:
    return a * 100 + b + c


class Printer:
    def __init__(self, name: str, count: int = 1) -> None:
        self.name = name
        self.count = count

    def show(self, before: str, after: str) -> str:
        return before + self.name * self.count + after


def each(function: Callable[[int], int], numbers: list[int]) -> list[int]:
    return [function(n) for n in numbers]


def caches() -> None:
    print(plain(1), fib(80), fib.cache_info())
    print(repeated("a"), repeated("a"), repeated("a", 3), repeated("a", times=3), repeated(text="a"), repeated.cache_info())
    print(repeated(text="a", times=2), repeated(times=2, text="a"))
    repeated.cache_clear()
    print(repeated.cache_info())
    for n in (1, 2, 3, 1, 4, 2, 1, 0, 0, -1, -1, 3):
        try:
            print(n, recent(n), recent.cache_info())
        except ValueError as error:
            print(error, recent.cache_info().misses)
    print(never(1), never(1), never.cache_info(), deep(5), deep.cache_info(), deep(5), deep.cache_info())
    print(many(), many(1, 2), many(1, 2), many(1, 2, scale=3), many(*[1, 2]), many.cache_info())
    effect((1, "a"))
    effect((1, "a"))
    effect((2, "b"))
    print(effect.cache_info().hits, fib(10), each(fib, [5, 6]), list(map(fib, range(8))), fib.cache_info().hits)


def properties() -> None:
    circle = Circle(2.0)
    print(circle.area, circle.area, circle.calls, circle.label, circle.label, circle.calls)
    print(circle.scaled(3), circle.scaled(3), circle.scaled(4), circle.calls)
    circle.area = 7.0
    print(circle.area, Circle(1.0).area)
    ring = Ring(1.5)
    print(ring.twice(2), ring.scaled(2), ring.calls, ring.area)
    print(Circle.half(9), Circle.half(9), circle.half(9), Circle.half.cache_info(), Circle.scaled.cache_info())

    @cache
    def inner(k: int) -> int:
        print("inner", k)
        return k * fib(10)

    print(inner(1), inner(1), inner.cache_info())

    def first(n: int) -> int:
        print("default of", n)
        return n

    @lru_cache(maxsize=1)
    def later(n: int = first(5), words: tuple[str, ...] = WORDS) -> str:
        print("later", n)
        return words[n % 3]

    print(later(), later(5), later(), later.cache_info(), squared(3), squared(3), word(1), word(1))
    text = Labelled(3)
    print(text.squared, text.squared, text.label(2), text.label(2), text.label.cache_info())


def orders() -> None:
    a, b, c = Version(1), Version(2), Version(1)
    print(a < b, a <= b, a > b, a >= b, a == c, a <= c, a >= c, a < c, a > c, a != c)
    print(sorted([b, a, Version(0)]), max(a, b), min([b, c]))
    p, q = Weight(1), Heavy(2)
    print(p < q, p <= q, p > q, p >= q, p <= Weight(1), p < Weight(1), p > Weight(1), q > p, q <= p)
    d, e = Row(1, "a"), Row(1, "b")
    print(d < e, d <= e, d > e, d >= e, d == Row(1, "a"), d >= Row(1, "a"), d > Row(1, "a"))
    g, h = Loud(1), Loud(2)
    print(g < h, g <= h, g >= h, g > h, g >= g, g < g, g <= g)


def partials() -> None:
    three = partial(add, 3)
    print(three(4), each(partial(add, 1), [1, 2]), each(partial(add, 1, 2), [7]), each(partial(add, b=1, c=0), [5]))
    show = partial(Printer("x").show, "<")
    make = partial(Printer, count=3)
    binary: Callable[[str], int] = partial(int, base=2)
    print(show(">"), make("ab").show("", ""), binary("101"), list(map(partial(int, base=16), ["ff", "1"])))
    k = 4

    def near(x: int, y: int) -> int:
        return x + y * k

    once = partial(near, 1)
    print(once(2), partial(once, 5)())
    say: Callable[[str], None] = partial(print, "hello", sep="-")
    say("world")
    total = 0
    held = [1]
    grow = partial(held.append, total + 5)
    total = 9
    grow()
    grow()
    print(held, total)


def main() -> None:
    caches()
    properties()
    orders()
    partials()


if __name__ == "__main__":
    main()
