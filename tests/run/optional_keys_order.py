"""The key of a sort, a largest or a smallest item may be None by its type, as `d.get` gives."""

import heapq
from itertools import groupby
from collections import Counter
from collections.abc import Callable
from typing import TypeVar
from dataclasses import dataclass
from collections import defaultdict


def f(xs: list[str]) -> str:
    c = Counter(xs)
    return max(c, key=c.get)


def g(xs: list[str]) -> str:
    c: dict[str, int] = {}
    for x in xs:
        c[x] = c.get(x, 0) + 1
    return max(c, key=c.get)


def h(xs: list[str]) -> str:
    c: dict[str, int] = {}
    for x in xs:
        c[x] = c.get(x, 0) + 1
    return max(c.keys(), key=c.get)


def i(xs: list[str]) -> str:
    c: dict[str, int] = {}
    for x in xs:
        c[x] = c.get(x, 0) + 1
    return max(set(xs), key=c.get)


T = TypeVar("T")
K = TypeVar("K")


def ap(xs: list[T], f: Callable[[T], K]) -> list[K]:
    return [f(x) for x in xs]


@dataclass
class P:
    name: str
    age: int | None


def main() -> None:
    print(f(["a", "b", "b"]))
    print(g(["a", "b", "b"]))
    print(h(["a", "b", "b"]))
    print(i(["a", "b", "b"]))
    d = {"a": 1, "b": 2}
    ks = ["a", "b", "zz"]
    try:
        print(max(ks, key=d.get))
    except TypeError as e:
        print(e)
    ps = [P("a", 3), P("b", 1), P("c", 2)]
    print(sorted(ps, key=lambda p: p.age))
    print(min(ps, key=lambda p: p.age), max(ps, key=lambda p: p.age))
    ps.sort(key=lambda p: p.age, reverse=True)
    print(ps)
    ps.append(P("n", None))
    try:
        print(sorted(ps, key=lambda p: p.age))
    except TypeError as e:
        print(e)
    try:
        ps.sort(key=lambda p: p.age)
    except TypeError as e:
        print(e)
    try:
        print(min(ps, key=lambda p: p.age))
    except TypeError as e:
        print(e)
    try:
        print(max(ps[::-1], key=lambda p: p.age))
    except TypeError as e:
        print(e)
    print(max(ps[3:], key=lambda p: p.age))
    names: dict[str, str] = {"x": "q", "y": "b"}
    print(sorted(names, key=names.get), min(names, key=names.get), max(names, key=names.get, default="n"))
    scores: dict[int, float] = {1: 2.5, 2: 0.5}
    print(max(scores, key=scores.get), sorted(scores, key=scores.get, reverse=True))
    tup: dict[str, tuple[int, str]] = {"a": (2, "x"), "b": (1, "y")}
    print(sorted(tup, key=tup.get), max(tup, key=tup.get))
    dd: defaultdict[str, int] = defaultdict(int)
    for c in "hello":
        dd[c] += 1
    print(max(dd, key=dd.get), sorted(dd, key=dd.get, reverse=True))
    cc = Counter("hello")
    print(max(cc, key=cc.get), sorted(cc, key=lambda k: cc.get(k)))
    print(heapq.nlargest(1, dd, key=dd.get))
    e = {"a": 1, "b": 1, "c": 3}
    print([(k, list(g)) for k, g in groupby(sorted(e, key=e.get), key=e.get)])
    print(list(filter(e.get, ["a", "z"])))
    print(ap(["a", "b"], e.get))


if __name__ == "__main__":
    main()
