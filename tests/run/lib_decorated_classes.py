"""Decorators of the library in class hierarchies, generic and frozen classes, and on objects of the image."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy, deepcopy
from dataclasses import asdict, dataclass, replace
from functools import cache, cached_property
from typing import Generic, TypeVar

T = TypeVar("T")

class Base:
    @contextmanager
    def scope(self, n: int) -> Iterator[str]:
        print("base in", n)
        yield "base"
        print("base out")

    @cached_property
    def name(self) -> str:
        print("compute")
        return type(self).__name__

class Child(Base):
    @contextmanager
    def scope(self, n: int) -> Iterator[str]:
        print("child in")
        with super().scope(n + 1) as s:
            yield s + "child"
        print("child out")

class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []
    @contextmanager
    def pushed(self, item: T) -> Iterator[T]:
        self.items.append(item)
        try:
            yield item
        finally:
            self.items.pop()

@contextmanager
def opened(item: T) -> Iterator[list[T]]:
    yield [item]

@dataclass
class D:
    x: int
    @cached_property
    def twice(self) -> int:
        print("twice")
        return self.x * 2

@dataclass(frozen=True)
class F:
    x: int
    @cached_property
    def twice(self) -> int:
        if self.x < 50:
            print("ftwice")
        return self.x * 2
    @cache
    def plus(self, k: int) -> int:
        print("plus")
        return self.x + k

@dataclass(order=True)
class Listed:
    x: int
    @cached_property
    def twice(self) -> list[int]:
        print("twice")
        return [self.x * 2]

def listed() -> None:
    d = Listed(4)
    e = copy(d)
    print(d.twice, e.twice, asdict(d), d < Listed(5), d == e)
    f = copy(d)
    print(f.twice is d.twice)
    g = deepcopy(d)
    print(g.twice is d.twice, g.twice)
    h = replace(d, x=9)
    print(h.twice, h)
    match d:
        case Listed(x):
            print(x)


FROZEN = F(6)
PLAIN = D(5)
CHILD = Child()
TABLE = [F(1), F(2)]
READY = F(50)
DOUBLE = READY.twice

def main() -> None:
    print(READY.twice, DOUBLE)
    print(FROZEN, PLAIN, FROZEN.twice, PLAIN.twice, PLAIN.twice, CHILD.name, CHILD.name, sum(f.twice for f in TABLE))
    things: list[Base] = [Base(), Child()]
    for b in things:
        with b.scope(1) as s:
            print(s, b.name, b.name)
    st = Stack[str]()
    with st.pushed("a") as x, st.pushed("b"):
        print(x, st.items)
    print(st.items)
    with opened(3) as xs, opened("q") as ys:
        print(xs, ys)
    d = D(4)
    print(d.twice, d.twice, d, d == D(4))
    f = F(4)
    print(f.twice, f.twice, f, f == F(4), f.plus(1), F(4).plus(1), hash(f) == hash(F(4)))
    listed()


if __name__ == "__main__":
    main()
