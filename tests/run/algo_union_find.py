"""Disjoint sets, Kruskal's tree, islands."""
from dataclasses import dataclass


class DisjointSet:
    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._rank = [0] * size
        self.count = size

    def find(self, x: int) -> int:
        while self._parent[x] != x:
            self._parent[x] = self._parent[self._parent[x]]
            x = self._parent[x]
        return x

    def union(self, a: int, b: int) -> bool:
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self._rank[a] < self._rank[b]:
            a, b = b, a
        self._parent[b] = a
        if self._rank[a] == self._rank[b]:
            self._rank[a] += 1
        self.count -= 1
        return True


@dataclass(frozen=True, order=True)
class Edge:
    weight: float
    a: int
    b: int


def spanning_tree(size: int, edges: list[Edge]) -> tuple[list[Edge], float]:
    sets = DisjointSet(size)
    tree = [edge for edge in sorted(edges) if sets.union(edge.a, edge.b)]
    return tree, sum((e.weight for e in tree), 0.0)


def islands(rows: list[str]) -> int:
    width = len(rows[0])
    sets = DisjointSet(len(rows) * width)
    water = 0
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell == ".":
                water += 1
                continue
            if x + 1 < width and row[x + 1] == "x":
                sets.union(y * width + x, y * width + x + 1)
            if y + 1 < len(rows) and rows[y + 1][x] == "x":
                sets.union(y * width + x, (y + 1) * width + x)
    return sets.count - water


def main() -> None:
    tree, total = spanning_tree(5, [Edge(2.5, 0, 1), Edge(1.0, 1, 2), Edge(4.0, 0, 2), Edge(3.25, 3, 4), Edge(0.5, 2, 3), Edge(9.0, 0, 4)])
    for edge in tree:
        print(edge)
    print(total)
    print(islands(["xx..x", "x...x", "..x..", "...xx"]))
    print(islands(["....", "...."]), Edge(1.0, 2, 3) < Edge(1.0, 2, 4))
