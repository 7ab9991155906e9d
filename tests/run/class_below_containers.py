"""Classes below containers among generics, dataclasses, patterns, objects and JSON."""

from __future__ import annotations
import json
from dataclasses import dataclass
from typing import TypeVar
T = TypeVar("T")


class Bag(list[T]):
    def first(self) -> T:
        return self[0]


class Tree(dict[str, "Tree"]):
    def depth(self) -> int:
        return 1 + max((t.depth() for t in self.values()), default=0)


class Row(list[str]):
    def __init__(self, text: str) -> None:
        super().__init__(text.split(","))
        self.text = text

    @classmethod
    def parse(cls, text: str) -> Row:
        return cls(text.strip())


@dataclass
class Holder:
    rows: list[Row]


class Counts(dict[str, int]):
    def inc(self, key: str) -> None:
        self[key] = self.get(key, 0) + 1

    def top(self) -> list[tuple[str, int]]:
        return sorted(self.items(), key=lambda kv: (-kv[1], kv[0]))


def size(x: list[str] | dict[str, int]) -> int:
    if isinstance(x, list):
        return len(x)
    return sum(x.values())


def main() -> None:
    b: Bag[int] = Bag([4, 5])
    print(b.first(), b)
    t = Tree()
    t["a"] = Tree()
    t["a"]["b"] = Tree()
    print(t, t.depth(), t["a"].depth())
    r = Row.parse(" a,b ")
    print(r, r.text, Holder([r, Row("c")]), r == ["a", "b"], r + ["z"], ",".join(r), size(r))
    c = Counts()
    for w in "abcab":
        c.inc(w)
    print(c.top(), c, size(c), json.dumps(c), json.dumps(r))
    match r:
        case [x, y]:
            print("two", x, y)
        case _:
            print("other")
    o: object = r
    print(o, isinstance(o, list), isinstance(o, Row), type(o).__name__, hash(id(r)) is not None)
    c |= {"z": 9}
    c |= Counts(q=1)
    print(c, type(c).__name__)
    r *= 2
    r += ("t",)
    print(r, type(r).__name__, r[-1], r[::2], max(r), "t" in r)
    rs = sorted([Row("b"), Row("a,c")])
    print(rs, min(rs))


if __name__ == "__main__":
    main()
