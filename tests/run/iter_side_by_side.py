"""zip and map of several: an item is read before the next one is asked for, as that may change or remove it."""

from collections import deque
from collections.abc import Iterator


def g(xs: list[str]) -> Iterator[int]:
    yield 1
    xs[1] = "Q"
    yield 2


def gd(xs: dict[str, str]) -> Iterator[int]:
    yield 1
    xs["b"] = "Q"
    yield 2


def count() -> Iterator[int]:
    n = 0
    while n < 7:
        yield n
        n += 1


def g_mapshared(q: "deque[str]") -> Iterator[int]:
    yield 1
    q[1] = "Q"
    yield 2


class Own:
    def __init__(self, xs: list[str]) -> None:
        self.xs = xs
        self.n = 0

    def __iter__(self) -> "Own":
        return self

    def __next__(self) -> int:
        self.n += 1
        if self.n > 2:
            raise StopIteration
        self.xs[self.n - 1] += "!"
        return self.n


def gd_zipclear(d: dict[str, str]) -> Iterator[int]:
    yield 1
    d.clear()
    yield 2


def gl(d: list[str]) -> Iterator[int]:
    yield 1
    d.clear()
    yield 2
    yield 3


def gp(d: list[str]) -> Iterator[int]:
    yield 1
    while d:
        d.pop()
    yield 2
    yield 3


def gs(d: set[str]) -> Iterator[int]:
    yield 1
    d.clear()
    yield 2


def gq(d: "deque[str]") -> Iterator[int]:
    yield 1
    d.clear()
    yield 2


def gx(d: dict[str, str]) -> Iterator[int]:
    yield 1
    del d["b"]
    d["z"] = "9"
    yield 2
    yield 3


def run_zipset() -> None:
    xs = ["a", "b"]
    for a, b in zip(xs, g(xs)):
        print(a, b)
    xs = ["a", "b"]
    print(list(zip(xs, g(xs))))
    d = {"a": "x", "b": "y"}
    for a, b in zip(d.values(), gd(d)):
        print(a, b)
    d = {"a": "x", "b": "y"}
    print(list(zip(d.values(), gd(d))))
    xs = ["a", "b"]
    print(list(map(lambda x, y: x * y, xs, g(xs))))
    xs = ["a", "b"]
    print([x + y for x, y in zip(xs, (str(i) for i in g(xs)))])


def run_mapshared() -> None:
    it = iter([1, 2, 3, 4])
    print(list(map(lambda a, b: a * 10 + b, it, it)))
    gen = count()
    for a, b, c in zip(gen, gen, gen):
        print(a, b, c)
    gen = count()
    print([x for x in map(lambda a, b: (a, b), gen, gen)])
    q = deque(["a", "b"])
    print(list(zip(q, g_mapshared(q))))
    xs = ["a", "b"]
    print(list(zip(xs, Own(xs))), xs)
    xs = ["a", "b"]
    for i, (x, n) in enumerate(zip(xs, Own(xs))):
        print(i, x, n)
    xs = ["a", "b"]
    print(list(zip(xs, map(lambda n: n * 2, Own(xs)), xs)))
    xs = ["a", "b", "c"]
    print(list(zip(enumerate(xs), Own(xs), strict=False)), list(zip(reversed(xs), range(2), "xyz")))
    xs = ["a", "b"]
    print(list(zip(xs, Own(xs), strict=True)))


def run_zipclear() -> None:
    d = {"a": "x", "b": "y", "c": "z"}
    try:
        for k, v in zip(d, gd_zipclear(d)):
            print(k, v)
    except RuntimeError as e:
        print(e)
    d = {"a": "x", "b": "y", "c": "z"}
    try:
        for kv, v in zip(d.items(), gd_zipclear(d)):
            print(kv, v)
    except RuntimeError as e:
        print(e)
    d = {"a": "x", "b": "y", "c": "z"}
    try:
        for kv, v in zip(d.items(), gx(d)):
            print(kv, v)
    except RuntimeError as e:
        print(e)
    d = {"a": "x", "b": "y", "c": "z"}
    try:
        print(list(zip(d.values(), gd_zipclear(d))))
    except RuntimeError as e:
        print(e)
    xs = ["a", "b", "c"]
    print(list(zip(xs, gl(xs))))
    xs = ["a", "b", "c"]
    for a, b in zip(xs, gl(xs)):
        print(a, b)
    xs = ["a", "b", "c"] * 1000
    for a, b in zip(xs, gl(xs)):
        print(a, b)
    xs = ["a", "b", "c"]
    for a, b in zip(xs, gp(xs)):
        print(a, b)
    xs = ["a", "b", "c"]
    for a, b in zip(reversed(xs), gp(xs)):
        print(a, b)
    xs = ["a", "b", "c"]
    for i, (a, b) in enumerate(zip(xs, gl(xs))):
        print(i, a, b)
    xs = ["a", "b", "c"]
    print(list(map(lambda x, y: x * y, xs, gp(xs))))
    q = deque(["a", "b"])
    try:
        for a, b in zip(q, gq(q)):
            print(a, b)
    except RuntimeError as e:
        print(e)
    s = {"a"}
    try:
        for a, b in zip(s, gs(s)):
            print(a, b)
        s = {"q", "r"}
        n = 0
        for a, b in zip(s, gs(s)):
            n += len(a)
    except RuntimeError as e:
        print(e, n)


def main() -> None:
    run_zipset()
    run_mapshared()
    run_zipclear()


if __name__ == "__main__":
    main()
