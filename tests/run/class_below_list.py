"""Classes below list, dict and set: they are what they are below, and more."""

from __future__ import annotations
from collections.abc import Iterable


class Stack(list[int]):
    def push(self, x: int) -> None:
        self.append(x)

    def peek(self) -> int:
        return self[-1]

    @property
    def empty(self) -> bool:
        return not self


class Graph(dict[str, list[str]]):
    def edge(self, a: str, b: str) -> None:
        self.setdefault(a, []).append(b)
        self.setdefault(b, [])

    def degree(self, a: str) -> int:
        return len(self[a])


class Names(set[str]):
    def shout(self) -> list[str]:
        return sorted(n.upper() for n in self)


class Matrix(list[list[float]]):
    def __init__(self, rows: Iterable[Iterable[float]], name: str = "m") -> None:
        super().__init__([list(r) for r in rows])
        self.name = name

    def column(self, i: int) -> list[float]:
        return [row[i] for row in self]

    def __repr__(self) -> str:
        return f"Matrix({self.name}, {super().__repr__()})"


class Config(dict[str, int]):
    def __init__(self, **kw: int) -> None:
        super().__init__(kw)
        self.reads = 0

    def read(self, key: str) -> int:
        self.reads += 1
        return self.get(key, -1)


class Deeper(Stack):
    def pop_all(self) -> list[int]:
        out = list(self)
        self.clear()
        return out


def total(xs: list[int]) -> int:
    return sum(xs) + len(xs)


def main() -> None:
    s = Stack()
    print(s.empty, s, len(s), bool(s))
    s.push(1)
    s.push(2)
    print(s, len(s), s.peek(), s.pop(), sum(s), [x for x in s], isinstance(s, list), isinstance(s, Stack), type(s).__name__)
    s2 = Stack([3, 1, 2])
    print(s2, s2 == [3, 1, 2], s2 + [4], s2[1:], s2[0], 3 in s2, sorted(s2), total(s2), max(s2), s2.index(1), s2.copy())
    s2.sort()
    s2.extend(range(3))
    s2 += [9]
    s2[0] = 7
    del s2[1]
    s2[1:2] = [5, 5]
    print(s2, s2.count(5), list(reversed(s2)), s2 * 2, [*s2], tuple(s2), f"{s2}", str(s2))
    first, *rest = s2
    print(first, rest, type(s2 + s2).__name__, s2 != s, s < s2, list(enumerate(s2))[:2], list(zip(s2, "ab")))
    d = Deeper([1, 2])
    d.push(3)
    print(d.pop_all(), d, d.empty)
    g = Graph()
    g.edge("a", "b")
    g["c"] = ["d"]
    print(g, sorted(g), g["a"], "q" in g, g.degree("a"), list(g.items()), len(g), g.get("z"), g == {"a": ["b"], "b": [], "c": ["d"]})
    for key, value in g.items():
        print(key, value)
    for key in g:
        print(key, end=" ")
    del g["c"]
    print({**g}, dict(g), g.pop("a"), g.keys(), list(g.values()))
    n = Names(["x", "y", "x"])
    n.add("z")
    print(n.shout(), len(n), n | {"w"} == {"w", "x", "y", "z"}, "x" in n, n == {"x", "y", "z"})
    m = Matrix([[1.0, 2.0], (3.0, 4.5)])
    print(m, m.column(1), m[1][0], len(m), m.name, Matrix([], "e"))
    c = Config(a=1, b=2)
    c["z"] = 3
    c.update(a=5)
    print(c, c.read("a"), c.read("q"), c.reads, {k: v for k, v in c.items() if v > 2}, sum(c.values()))
    g2 = Graph({"k": ["v"]})
    g3 = Graph(x=["1"])
    print(g2, g3, g2 | g3)
    try:
        print(Stack().pop())
    except IndexError as error:
        print(error)
    stacks: dict[str, Stack] = {"one": Stack([1])}
    stacks["one"].push(5)
    print(stacks, [st.peek() for st in stacks.values()])


if __name__ == "__main__":
    main()
