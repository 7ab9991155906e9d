"""Dataclasses with an order below each other: only objects of one class have one."""

from __future__ import annotations
from dataclasses import dataclass, field
from typing import Generic, TypeVar, NamedTuple
import heapq

T = TypeVar("T")


@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = 0


@dataclass(order=True, frozen=True)
class V2(V):
    extra: int = 0


@dataclass(order=True, frozen=True)
class V3(V2):
    more: str = ""


class Plain(V):
    pass


@dataclass(order=True)
class Item(Generic[T]):
    prio: int
    x: T = field(compare=False)


@dataclass
class Base:
    a: int


@dataclass(order=True)
class Only(Base):
    b: int = 0


class NT(NamedTuple):
    a: int
    b: str


@dataclass(order=True)
class Chain:
    n: int
    rest: Chain | None = None


def cmp(a: V, b: V) -> str:
    out = []
    for op in range(4):
        try:
            r = a < b if op == 0 else a <= b if op == 1 else a > b if op == 2 else a >= b
            out.append(str(r))
        except TypeError as e:
            out.append(str(e))
    return "; ".join(out)


def main() -> None:
    print(V(1, 2) < V(1, 3), V2(1, 2, 3) < V2(1, 2, 4), V2(1, 2, 3) >= V2(1, 2, 3))
    for a in (V(1), V2(1), Plain(1), V3(1)):
        for b in (V(2), V2(2), Plain(2)):
            print(type(a).__name__, type(b).__name__, cmp(a, b))
    print(sorted([V2(3), V2(1, 2), V2(1, 1, 1)]), max(V(1), V(2)), min([Plain(3), Plain(2)]))
    try:
        print(sorted([V(1), V2(0)]))
    except TypeError as e:
        print(e)
    h: list[Item[str]] = []
    for n in (3, 1, 2):
        heapq.heappush(h, Item(n, "x" * n))
    print(
        [heapq.heappop(h).x for _ in range(3)],
        Item(1, "a") <= Item(1, "b"),
        Only(1, 2) < Only(1, 3),
        NT(1, "a") < NT(1, "b"),
    )
    print(Chain(1, Chain(2)) < Chain(1, Chain(3)))
    try:
        print(Chain(1, Chain(2)) < Chain(1))
    except TypeError as e:
        print(e)
    print(Chain(1) < Chain(2), sorted([Chain(2), Chain(1)]))
    xs: list[V] = [V2(2), V2(1)]
    xs.sort()
    print(xs, sorted([(V(2), 1), (V(1), 5)]))


if __name__ == "__main__":
    main()
