"""Type variables told by a class in a variable, and by tuples of several lengths."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
N = TypeVar("N")


class Graph(Generic[N]):
    def __init__(self, edges: Iterable[tuple[N, N] | tuple[N, N, float]] = ()) -> None:
        self.sources: list[N] = [e[0] for e in edges]
        self.weight = 0.0
        for e in edges:
            if len(e) == 3:
                self.weight += e[2]


def firsts(edges: Iterable[tuple[N, N] | tuple[N, N, float]]) -> list[N]:
    return [e[0] for e in edges]


def first(e: tuple[N, N] | tuple[N, N, float]) -> N:
    return e[0]


def get_as(s: str, conv: Callable[[str], T]) -> T:
    return conv(s)


@dataclass
class Word:
    s: str


class Name(Word):
    pass


def main() -> None:
    print(Graph([("a", "b"), ("c", "d")]).sources)
    print(Graph([(1, 2), (2, 3, 0.5)]).sources, Graph([(1, 2, 1.5)]).weight)
    print(firsts([("a", "b")]), first((1, 2)), first((1, 2, 0.5)))
    for k, f in [("80", int), ("7", int)]:
        print(get_as(k, f) + 1)
    for g in (Word, Name):
        print(get_as("x", g))
    h = float
    print(get_as("1.5", h), list(map(h, ["2"])))


if __name__ == "__main__":
    main()
