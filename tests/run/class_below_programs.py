# apart: functions are asked for their names, and objects for what becomes one, in all of the image
"""Containers below list/dict/set in odd places."""
from __future__ import annotations
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, Optional, TypeVar, Union
K = TypeVar("K")
V = TypeVar("V")


class Path(list[str]):
    def __str__(self) -> str:
        return "/" + "/".join(self)

    def child(self, name: str) -> Path:
        return Path([*self, name])

    def parent(self) -> Path:
        return Path(self[:-1])


class Multi(dict[str, list[int]]):
    def add(self, key: str, value: int) -> Multi:
        self.setdefault(key, []).append(value)
        return self

    def total(self, key: str) -> int:
        return sum(self.get(key, []))


class Registry(dict[str, Callable[[int], int]]):
    def register(self, name: str) -> Callable[[Callable[[int], int]], Callable[[int], int]]:
        def deco(fn: Callable[[int], int]) -> Callable[[int], int]:
            self[name] = fn
            return fn
        return deco


class Default(dict[K, V], Generic[K, V]):
    def __init__(self, factory: Callable[[], V]) -> None:
        super().__init__()
        self.factory = factory

    def at(self, key: K) -> V:
        if key not in self:
            self[key] = self.factory()
        return self[key]


class Point(NamedTuple):
    x: int
    y: int


class Poly(list[Point]):
    def area2(self) -> int:
        return sum(a.x * b.y - b.x * a.y for a, b in zip(self, self[1:] + self[:1]))

    def moved(self, dx: int) -> Poly:
        return Poly(Point(p.x + dx, p.y) for p in self)


def describe(x: Sequence[str]) -> str:
    return f"{len(x)}:{x[0] if x else None}"


def keys(m: Mapping[str, object]) -> list[str]:
    return sorted(m)


def walk(xs: Iterable[str]) -> Iterator[str]:
    for x in xs:
        yield x.upper()


def widen(xs: list[str]) -> list[str]:
    xs.append("w")
    return xs


def main() -> None:
    p = Path(["usr", "lib"])
    print(p, repr(p), p.child("x"), p.parent().parent(), f"{p}", f"{p!r}", [p], {"p": p}, str(p) + "!")
    print(describe(p), list(walk(p)), widen(p) is p, p, sorted(p), p.index("lib"), len(p), p == Path(["usr", "lib", "w"]))
    m = Multi().add("a", 1).add("a", 2).add("b", 3)
    print(m, m.total("a"), m.total("z"), keys(m), dict(m) == m, m == {"a": [1, 2], "b": [3]}, {**m}, list(m), [*m.values()])
    reg = Registry()

    @reg.register("twice")
    def twice(n: int) -> int:
        return 2 * n
    reg.register("neg")(lambda n: -n)
    print([(name, f(5)) for name, f in reg.items()], reg["twice"] is twice, twice in reg.values())
    d: Default[str, list[int]] = Default(list)
    d.at("x").append(1)
    d.at("x").append(2)
    print(d, d.at("q"), len(d), "q" in d, d.pop("x"))
    poly = Poly([Point(0, 0), Point(4, 0), Point(0, 3)])
    print(poly.area2(), poly.moved(1), poly[0].x, [q.y for q in poly], max(poly, key=lambda q: q.y), poly.moved(2)[-1])
    for i, q in enumerate(poly):
        if i == 1:
            poly[i] = q._replace(x=9)
    a, b, c = poly
    print(a, b, c, poly.count(Point(0, 0)), Point(9, 0) in poly)
    both: Union[Path, Multi] = p if len(p) > 10 else m
    print(len(both), "a" in both)
    maybe: Optional[Path] = None
    print(maybe or Path(), (maybe or p).child("k"), not Path(), bool(p))
    nested: list[Path] = [Path("ab"), Path()]
    nested.sort(key=len)
    print(nested, [x for path in nested for x in path])
    x: object = nested[1]
    if isinstance(x, list):
        print("list", len(x))
    q2 = p
    q2 += ["more"]
    print(q2 is p, p, p * 2, 2 * p, p + p, p[::-1], p[-1])
    try:
        p.remove("nope")
    except ValueError as e:
        print(e)
    try:
        print(m["nope"])
    except KeyError as e:
        print("KeyError", e)
    print(p.pop(), p.pop(0), p, p.copy(), p.clear(), p)


if __name__ == "__main__":
    main()
