from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Item(NamedTuple):
    name: str
    price: float
    qty: int


@dataclass(frozen=True)
class Rule:
    name: str
    test: Callable[[Item], bool]
    apply: Callable[[float], float]


class Cache(Generic[K, V]):
    def __init__(self, load: Callable[[K], V], size: int = 2) -> None:
        self.load = load
        self.size = size
        self.data: dict[K, V] = {}
        self.misses = 0

    def get(self, key: K) -> V:
        if key not in self.data:
            self.misses += 1
            if len(self.data) >= self.size:
                oldest = next(iter(self.data))
                del self.data[oldest]
            self.data[key] = self.load(key)
        return self.data[key]


def group(xs: list[V], key: Callable[[V], K]) -> dict[K, list[V]]:
    out: dict[K, list[V]] = {}
    for x in xs:
        out.setdefault(key(x), []).append(x)
    return out


def total(items: list[Item], rules: list[Rule]) -> float:
    result = 0.0

    def price(item: Item) -> float:
        p = item.price * item.qty
        for r in rules:
            if r.test(item):
                p = r.apply(p)
        return p
    for it in items:
        result += price(it)
    return result


def counter() -> tuple[Callable[[], int], Callable[[], None], Callable[[int], int]]:
    n = 0

    def inc() -> int:
        nonlocal n
        n += 1
        return n

    def reset() -> None:
        nonlocal n
        n = 0

    return inc, reset, lambda k: n + k


def hanoi(n: int) -> list[str]:
    moves: list[str] = []

    def go(k: int, a: str, b: str, c: str) -> None:
        if k == 0:
            return
        go(k - 1, a, c, b)
        moves.append(f"{a}{c}")
        go(k - 1, b, a, c)
    go(n, "A", "B", "C")
    return moves


def permutations(xs: list[int]) -> list[list[int]]:
    out: list[list[int]] = []
    used = [False] * len(xs)

    def rec(path: list[int]) -> None:
        if len(path) == len(xs):
            out.append(path[:])
            return
        for i, x in enumerate(xs):
            if used[i]:
                continue
            used[i] = True
            rec([*path, x])
            used[i] = False
    rec([])
    return out


def main() -> None:
    items = [Item("pen", 1.5, 10), Item("book", 12.0, 1), Item("bag", 30.0, 2)]
    rules = [Rule("bulk", lambda i: i.qty >= 10, lambda p: p * 0.9), Rule("big", lambda i: i.price > 20, lambda p: p - 5)]
    print(total(items, rules), [r.name for r in rules if r.test(items[0])])
    c: Cache[int, int] = Cache(lambda k: k * k)
    print([c.get(k) for k in (1, 2, 1, 3, 1)], c.misses)
    d: Cache[str, int] = Cache(len, size=1)
    print(d.get("abc"), d.get("abc"), d.misses)
    print(group([1, 2, 3, 4, 5], lambda v: v % 2 == 0), group(["a", "bb", "c"], len))
    print(group(items, lambda i: i.name[0]))
    inc, reset, plus = counter()
    inc()
    inc()
    print(plus(10), inc())
    reset()
    print(plus(10), inc())
    print(len(hanoi(5)), hanoi(2))
    print(permutations([1, 2, 3]))
    by_price = sorted(items, key=lambda i: (-i.price, i.name))
    print([i.name for i in by_price])


if __name__ == "__main__":
    main()
