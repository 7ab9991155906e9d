"""Shortest paths four ways: Dijkstra with heapq, Bellman-Ford with negative cycles, Floyd-Warshall, Johnson; Yen's k paths."""
from __future__ import annotations

import heapq
import math
from collections import defaultdict
from typing import Dict, Generic, List, Optional, Tuple, TypeVar

N = TypeVar("N", str, int)


class NegativeCycle(Exception):
    def __init__(self, nodes: List[str]) -> None:
        self.nodes = nodes
        super().__init__("->".join(nodes))


class Graph(Generic[N]):
    def __init__(self) -> None:
        self.out: Dict[N, Dict[N, float]] = {}

    def edge(self, a: N, b: N, weight: float = 1.0, both: bool = False) -> "Graph[N]":
        self.out.setdefault(a, {})[b] = weight
        self.out.setdefault(b, {})
        return self.edge(b, a, weight) if both else self

    def dijkstra(self, start: N) -> Tuple[Dict[N, float], Dict[N, N]]:
        distance: Dict[N, float] = {start: 0.0}
        before: Dict[N, N] = {}
        heap: List[Tuple[float, N]] = [(0.0, start)]
        done = set()
        while heap:
            so_far, node = heapq.heappop(heap)
            if node in done:
                continue
            done.add(node)
            for other, weight in self.out[node].items():
                if weight < 0:
                    raise ValueError(f"negative edge {node}->{other}")
                if so_far + weight < distance.get(other, math.inf):
                    distance[other] = so_far + weight
                    before[other] = node
                    heapq.heappush(heap, (so_far + weight, other))
        return distance, before

    def path(self, start: N, goal: N) -> Optional[Tuple[float, List[N]]]:
        distance, before = self.dijkstra(start)
        if goal not in distance:
            return None
        nodes = [goal]
        while nodes[-1] != start:
            nodes.append(before[nodes[-1]])
        return distance[goal], nodes[::-1]

    def floyd(self) -> Dict[Tuple[N, N], float]:
        table = {(a, b): 0.0 if a == b else self.out[a].get(b, math.inf) for a in self.out for b in self.out}
        for k in self.out:
            for i in self.out:
                for j in self.out:
                    table[i, j] = min(table[i, j], table[i, k] + table[k, j])
        return table


def bellman_ford(graph: Graph[str], start: str) -> Dict[str, float]:
    distance: Dict[str, float] = defaultdict(lambda: math.inf)
    distance[start] = 0.0
    before: Dict[str, str] = {}
    changed = ""
    for _ in graph.out:
        changed = ""
        for a, edges in graph.out.items():
            for b, weight in edges.items():
                if distance[a] + weight < distance[b]:
                    distance[b] = distance[a] + weight
                    before[b] = a
                    changed = b
        if not changed:
            break
    else:
        node = changed
        for _ in graph.out:
            node = before[node]
        cycle = [node]
        while (node := before[node]) != cycle[0]:
            cycle.append(node)
        low = cycle.index(min(cycle))
        raise NegativeCycle((cycle[low:] + cycle[:low])[::-1])
    return {node: distance[node] for node in graph.out}


def johnson(graph: Graph[str]) -> Dict[str, Dict[str, float]]:
    extended: Graph[str] = Graph()
    for a, edges in graph.out.items():
        extended.edge("", a, 0.0)
        for b, weight in edges.items():
            extended.edge(a, b, weight)
    h = bellman_ford(extended, "")
    lifted: Graph[str] = Graph()
    for a, edges in graph.out.items():
        for b, weight in edges.items():
            lifted.edge(a, b, weight + h[a] - h[b])
    return {a: {b: d - h[a] + h[b] for b, d in sorted(lifted.dijkstra(a)[0].items())} for a in graph.out}


def yen(graph: Graph[str], start: str, goal: str, k: int) -> List[Tuple[float, List[str]]]:
    first = graph.path(start, goal)
    if first is None:
        return []
    found = [first]
    candidates: List[Tuple[float, List[str]]] = []
    while len(found) < k:
        last = found[-1][1]
        for i in range(len(last) - 1):
            root = last[: i + 1]
            banned = {(p[i], p[i + 1]) for _, p in found if p[: i + 1] == root and len(p) > i + 1}
            trimmed: Graph[str] = Graph()
            for a, edges in graph.out.items():
                for b, weight in edges.items():
                    if (a, b) not in banned and a not in root[:-1] and b not in root[:-1]:
                        trimmed.edge(a, b, weight)
            spur = trimmed.path(root[-1], goal) if root[-1] in trimmed.out else None
            if spur is not None:
                cost = sum((graph.out[a][b] for a, b in zip(root, root[1:])), 0.0) + spur[0]
                entry = (cost, root[:-1] + spur[1])
                if entry not in candidates and entry not in found:
                    heapq.heappush(candidates, entry)
        if not candidates:
            break
        found.append(heapq.heappop(candidates))
    return found


def main() -> None:
    roads: Graph[str] = Graph()
    for a, b, w in [("A", "B", 4), ("A", "C", 2), ("B", "C", 1), ("B", "D", 5), ("C", "D", 8), ("C", "E", 10), ("D", "E", 2), ("F", "A", 1)]:
        roads.edge(a, b, float(w), both=a != "F")
    print(roads.path("A", "E"), roads.path("A", "F"), roads.path("C", "C"))
    table = roads.floyd()
    print([table["F", n] for n in "ABCDEF"], table["E", "F"])
    for cost, nodes in yen(roads, "A", "E", 4):
        print(cost, "-".join(nodes))
    grid: Graph[int] = Graph()
    for n in range(25):
        if n % 5 < 4:
            grid.edge(n, n + 1, 1 + n % 3 * 0.5)
        if n < 20:
            grid.edge(n, n + 5, 1.25)
    print(grid.path(0, 24))
    debts: Graph[str] = Graph()
    debts.edge("a", "b", -2.0).edge("b", "c", 3.0).edge("c", "d", -1.0).edge("a", "d", 4.0).edge("d", "a", 1.0)
    print(bellman_ford(debts, "a"), johnson(debts)["b"])
    try:
        debts.dijkstra("a")
    except ValueError as error:
        print(error)
    try:
        bellman_ford(debts.edge("d", "b", -2.5), "a")
    except NegativeCycle as error:
        print("cycle", error, len(error.nodes))
