"""Sorting makes CPython's comparisons, in its order: what `__lt__` counts, NaNs, comparisons that raise, lists changed meanwhile."""
import random


class Item:
    count = 0
    limit = 10**9

    def __init__(self, n: int, tag: int) -> None:
        self.n = n
        self.tag = tag

    def __lt__(self, other: "Item") -> bool:
        Item.count = (Item.count * 31 + self.n * 7 + other.n) % 1000003
        Item.limit -= 1
        if Item.limit < 0:
            raise ValueError("enough")
        return self.n < other.n


def digest(items: list[Item]) -> int:
    out = 0
    for item in items:
        out = (out * 1000003 + item.n * 17 + item.tag) % (2**31 - 1)
    return out


def shapes(kind: int, n: int, r: random.Random) -> list[int]:
    if kind == 0:
        return [r.randrange(n + 1) for _ in range(n)]
    if kind == 1:
        return list(range(n))
    if kind == 2:
        return list(range(n, 0, -1))
    if kind == 3:
        return [i % 7 for i in range(n)]
    if kind == 4:
        return sorted(r.randrange(1000) for _ in range(n // 2)) + sorted(r.randrange(1000) for _ in range(n - n // 2))
    if kind == 5:
        return [r.randrange(3) for _ in range(n)]
    if kind == 6:
        out = list(range(n))
        for _ in range(3):
            i, j = r.randrange(n), r.randrange(n)
            out[i], out[j] = out[j], out[i]
        return out
    return [x for start in range(0, n, 40) for x in sorted(r.randrange(500) for _ in range(min(40, n - start)))][::-1]


def main() -> None:
    r = random.Random(5)
    for n in (1, 2, 3, 10, 33, 63, 64, 65, 100, 130, 500, 1000, 2500):
        for kind in range(8):
            for reverse in (False, True):
                Item.count, Item.limit = 0, 10**9
                items = [Item(x, i) for i, x in enumerate(shapes(kind, n, r))]
                items.sort(reverse=reverse)
                print(n, kind, reverse, Item.count, 10**9 - Item.limit, digest(items))
                Item.count = 0
                items = [Item(x, i) for i, x in enumerate(shapes(kind, n, r))]
                out = sorted(items, key=lambda it: Item(it.n // 2, 0), reverse=reverse)
                print(Item.count, digest(out))
                Item.limit = n * 3
                try:
                    items.sort(reverse=reverse)
                except ValueError as e:
                    print(e)
                print(digest(items))
                Item.limit = n * 4
                try:
                    items.sort(key=lambda it: it, reverse=reverse)
                except ValueError as e:
                    print(e)
                print(digest(items))
    nan = float("nan")
    floats = [r.choice([1.0, 2.5, nan, -3.0, 0.0, 9.0]) for _ in range(200)]
    print(sorted(floats))
    print(sorted(floats, reverse=True))
    print(sorted(floats, key=lambda x: -x))
    print(sorted([(x, i) for i, x in enumerate(floats)]))
    xs = [3, 1, 2]
    try:
        xs.sort(key=lambda x: xs[0])
    except IndexError as e:
        print(e, xs)
    seen: list[int] = []

    def key(x: int) -> int:
        seen.append(len(xs))
        xs.append(9)
        return x
    try:
        xs.sort(key=key)
    except ValueError as e:
        print(e, xs, seen)
    words = ["b", "A", "c", "B", "a"]
    words.sort(key=str.lower, reverse=True)
    print(words)
