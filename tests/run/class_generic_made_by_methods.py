"""Class and static methods of generic classes, called through the bare name: the arguments tell the type arguments."""
from typing import Callable, Generic, Hashable, Iterable, Optional, TypeVar

N = TypeVar("N", bound=Hashable)
T = TypeVar("T")
U = TypeVar("U")


class Graph(Generic[N]):
    def __init__(self, directed: bool = False) -> None:
        self.adj: dict[N, dict[N, float]] = {}
        self.directed = directed

    @classmethod
    def from_edges(cls, edges: Iterable[tuple[N, N, float]], **kw: bool) -> "Graph[N]":
        g: Graph[N] = cls(**kw)
        for a, b, w in edges:
            g.adj.setdefault(a, {})[b] = w
        return g

    @classmethod
    def of(cls, *nodes: N) -> "Graph[N]":
        g = cls()
        for n in nodes:
            g.adj[n] = {}
        return g


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    @classmethod
    def filled(cls, items: Iterable[T]) -> "Stack[T]":
        out = cls()
        out.items.extend(items)
        return out

    @staticmethod
    def single(item: T) -> "Stack[T]":
        return Stack.filled([item])

    @classmethod
    def empty(cls) -> "Stack[T]":
        return cls()

    @classmethod
    def built(cls, n: int, make: Callable[[int], T], *, first: Optional[T] = None) -> "Stack[T]":
        out = cls()
        if first is not None:
            out.items.append(first)
        for i in range(n):
            out.items.append(make(i))
        return out

    def map(self, f: Callable[[T], U]) -> "Stack[U]":
        return Stack.filled(f(i) for i in self.items)


class Below(Stack[T]):
    pass


def strings(n: int) -> str:
    return "s" * n


def main() -> None:
    print(Graph.from_edges([("a", "b", 4.0)], directed=True).adj, Graph.of(1, 2).adj, Graph.of("x").directed)
    print(Stack.filled("abc").items, Stack.single(3).items, Stack.filled(range(3)).map(str).items)
    nothing: Stack[int] = Stack.empty()
    nothing.items.append(4)
    print(nothing.items, Stack.built(3, strings).items, Stack.built(2, lambda i: i * 1.5, first=9.5).items)
    print(Stack.filled(items=[None, 1]).items, type(Below.filled([1])).__name__)


if __name__ == "__main__":
    main()
