# apart: what programs assign, and what instances generic classes have, is asked of all of the image
"""Containers of `collections` made and changed by name; generic classes whose arguments have names."""
from collections import ChainMap, Counter, OrderedDict
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K")


class Box(Generic[T]):
    def __init__(self, item: T, n: int = 0) -> None:
        self.item = item


@dataclass
class Two(Generic[T, K]):
    a: T
    b: K
    c: int = 0


def generics() -> None:
    print(Box(item=3).item, Box(n=1, item="x").item, Two(a=1, b="x"), Two(1, c=2, b=2.5), Two(b=[1], a=(1, "a")))


def counters() -> None:
    print(Counter(a=1, b=2), Counter("abca", b=5), Counter[str](), Counter({"x": 2}, y=1))
    c: Counter[str] = Counter(cats=4)
    c.update(cats=1, dogs=2)
    c.update("ab", a=3)
    c.subtract(cats=1)
    c.subtract({"dogs": 5}, a=1)
    c.subtract("b")
    print(c, c.total(), +c)


def ordered() -> None:
    d = OrderedDict(a=1, b=2)
    d.move_to_end("a")
    print(d, OrderedDict([("x", 1)], y=2), OrderedDict({"k": 1}), OrderedDict({1: 2}) == {1: 2})
    print(OrderedDict([(1, "a"), (2, "b")]).popitem(last=False), OrderedDict.fromkeys("ab", 0), list(reversed(d)))


class Held:
    def __init__(self) -> None:
        self.c: Counter[str] = Counter()
        self.o: OrderedDict[str, int] = OrderedDict()


def annotated() -> None:
    d = {"a": 1}
    x: OrderedDict[str, int] = OrderedDict(d)
    y: OrderedDict[str, int] = OrderedDict({})
    z: OrderedDict[str, int] = OrderedDict(sorted(d.items()))
    c: Counter[str] = Counter([])
    e: Counter[int] = Counter(n % 2 for n in range(5))
    g: Counter[str] = Counter({})
    print(x, y, z, c, e, g, Held().c, Held().o, OrderedDict((k, v) for k, v in d.items()), Counter(["a", *d]), Counter(e))


def chains() -> None:
    m = ChainMap({"a": 1}, {"b": 2, "a": 9})
    m.update({"c": 3})
    m.update(d=4)
    print(m.setdefault("b", 7), m.setdefault("e", 8), m.popitem(), m.pop("zz", 3), m.get("a", 0), m.get("q", 5), m.get("q"))
    print(m, m.copy(), m | {"z": 1}, {"b": 0, "y": 5} | m, m.new_child(k=1), m.new_child({"k": 2}), m.parents)
    other = m.copy()
    other["a"] = 100
    m |= {"w": 6}
    print(m, other, len(m), list(m.items()), sorted(m))
    try:
        ChainMap[str, int]().popitem()
    except KeyError as error:
        print(error)
    try:
        m.pop("b")
    except KeyError as error:
        print(error)


def main() -> None:
    generics()
    counters()
    ordered()
    annotated()
    chains()


if __name__ == "__main__":
    main()
