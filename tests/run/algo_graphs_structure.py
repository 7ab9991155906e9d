"""Graph structure: strongly connected components, bridges, articulation points, 2-SAT, Euler paths, bipartite matching, spanning trees."""
from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Iterable, Iterator


@dataclass
class Digraph:
    size: int
    next: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.next = [[] for _ in range(self.size)]

    @classmethod
    def of(cls, size: int, edges: Iterable[tuple[int, int]]) -> Digraph:
        graph = cls(size)
        for a, b in edges:
            graph.next[a].append(b)
        return graph

    def reversed(self) -> Digraph:
        return Digraph.of(self.size, ((b, a) for a in range(self.size) for b in self.next[a]))


def tarjan(graph: Digraph) -> list[list[int]]:
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    out: list[list[int]] = []

    def visit(v: int) -> None:
        index[v] = low[v] = len(index)
        stack.append(v)
        on_stack.add(v)
        for w in graph.next[v]:
            if w not in index:
                visit(w)
                low[v] = min(low[v], low[w])
            elif w in on_stack:
                low[v] = min(low[v], index[w])
        if low[v] == index[v]:
            component: list[int] = []
            while True:
                w = stack.pop()
                on_stack.remove(w)
                component.append(w)
                if w == v:
                    break
            out.append(sorted(component))

    for v in range(graph.size):
        if v not in index:
            visit(v)
    return out


def kosaraju(graph: Digraph) -> list[list[int]]:
    seen = [False] * graph.size
    order: list[int] = []
    for root in range(graph.size):
        if seen[root]:
            continue
        seen[root] = True
        work: list[tuple[int, Iterator[int]]] = [(root, iter(graph.next[root]))]
        while work:
            v, rest = work[-1]
            for w in rest:
                if not seen[w]:
                    seen[w] = True
                    work.append((w, iter(graph.next[w])))
                    break
            else:
                order.append(v)
                work.pop()
    back = graph.reversed()
    label = [-1] * graph.size
    groups: list[list[int]] = []
    for root in reversed(order):
        if label[root] >= 0:
            continue
        label[root] = len(groups)
        groups.append([root])
        for v in groups[-1]:
            for w in back.next[v]:
                if label[w] < 0:
                    label[w] = label[v]
                    groups[-1].append(w)
    return [sorted(g) for g in groups]


def bridges_and_joints(size: int, edges: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[int]]:
    near: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    for number, (a, b) in enumerate(edges):
        near[a].append((b, number))
        near[b].append((a, number))
    seen = [0] * size
    low = [0] * size
    clock = 0
    bridges: list[tuple[int, int]] = []
    joints: set[int] = set()

    def visit(v: int, by: int | None) -> None:
        nonlocal clock
        clock += 1
        seen[v] = low[v] = clock
        children = 0
        for w, edge in near[v]:
            if edge == by:
                continue
            if seen[w]:
                low[v] = min(low[v], seen[w])
                continue
            children += 1
            visit(w, edge)
            low[v] = min(low[v], low[w])
            if low[w] > seen[v]:
                bridges.append((min(v, w), max(v, w)))
            if by is not None and low[w] >= seen[v]:
                joints.add(v)
        if by is None and children > 1:
            joints.add(v)

    for v in range(size):
        if not seen[v]:
            visit(v, None)
    return sorted(bridges), sorted(joints)


def two_sat(variables: int, clauses: list[tuple[int, int]]) -> dict[int, bool] | None:
    """Literals are 1..n and their negatives."""
    def node(literal: int) -> int:
        return 2 * (abs(literal) - 1) + (literal < 0)

    graph = Digraph(2 * variables)
    for a, b in clauses:
        graph.next[node(-a)].append(node(b))
        graph.next[node(-b)].append(node(a))
    rank = {v: n for n, group in enumerate(tarjan(graph)) for v in group}
    if any(rank[node(x)] == rank[node(-x)] for x in range(1, variables + 1)):
        return None
    return {x: rank[node(x)] < rank[node(-x)] for x in range(1, variables + 1)}


def euler_path(edges: list[tuple[str, str]]) -> str:
    degree = Counter(n for edge in edges for n in edge)
    odd = sorted(n for n, d in degree.items() if d % 2)
    if len(odd) not in (0, 2):
        return ""
    unused: dict[str, list[str]] = {n: [] for n in degree}
    for a, b in edges:
        unused[a].append(b)
        unused[b].append(a)
    for names in unused.values():
        names.sort(reverse=True)
    stack, out = [odd[0] if odd else min(degree)], ""
    while stack:
        here = stack[-1]
        if unused[here]:
            there = unused[here].pop()
            unused[there].remove(here)
            stack.append(there)
        else:
            out += stack.pop()
    return out if len(out) == len(edges) + 1 else ""


def matching(wishes: dict[str, set[str]]) -> dict[str, str]:
    taken: dict[str, str] = {}

    def seat(person: str, tried: set[str]) -> bool:
        for wish in sorted(wishes[person] - tried):
            tried.add(wish)
            if wish not in taken or seat(taken[wish], tried):
                taken[wish] = person
                return True
        return False

    for person in wishes:
        seat(person, set())
    return {person: wish for wish, person in sorted(taken.items())}


class UnionFind:
    def __init__(self) -> None:
        self.parent: dict[int, int] = {}

    def find(self, x: int) -> int:
        root = x
        while self.parent.setdefault(root, root) != root:
            root = self.parent[root]
        while self.parent[x] != root:
            self.parent[x], x = root, self.parent[x]
        return root

    def union(self, a: int, b: int) -> bool:
        a, b = self.find(a), self.find(b)
        self.parent[a] = b
        return a != b


def kruskal(edges: Iterable[tuple[int, int, int]]) -> tuple[int, list[tuple[int, int]]]:
    sets = UnionFind()
    chosen = [(w, a, b) for w, a, b in sorted(edges) if sets.union(a, b)]
    return sum(w for w, *_ in chosen), [(a, b) for _, a, b in chosen]


def is_bipartite(size: int, edges: list[tuple[int, int]]) -> bool:
    color: dict[int, int] = {}
    graph = Digraph.of(size, edges + [(b, a) for a, b in edges])
    for start in range(size):
        queue = deque([start])
        color.setdefault(start, 0)
        while queue:
            v = queue.popleft()
            for w in graph.next[v]:
                if w not in color:
                    color[w] = 1 - color[v]
                    queue.append(w)
                elif color[w] == color[v]:
                    return False
    return True


def main() -> None:
    graph = Digraph.of(8, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3), (6, 5), (6, 7), (7, 6)])
    print(tarjan(graph), kosaraju(graph))
    print(bridges_and_joints(7, [(0, 1), (1, 2), (2, 0), (1, 3), (3, 4), (4, 5), (5, 3), (5, 6)]))
    print(bridges_and_joints(2, [(0, 1), (0, 1)]), bridges_and_joints(3, []))
    print(two_sat(3, [(1, 2), (-1, 3), (-2, -3), (-3, -1)]), two_sat(1, [(1, 1), (-1, -1)]))
    print(euler_path([tuple_of(pair) for pair in "AB BC CA CD DE EC".split()]), repr(euler_path([("A", "B"), ("C", "D")])))
    print(matching({"ann": {"a", "b"}, "bob": {"a"}, "cid": {"b", "c"}, "dee": {"c"}}))
    print(kruskal([(4, 0, 1), (1, 1, 2), (3, 0, 2), (7, 2, 3), (2, 3, 4), (9, 0, 4)]))
    print(is_bipartite(4, list(pairwise([0, 1, 2, 3, 0]))), is_bipartite(3, list(pairwise([0, 1, 2, 0]))), is_bipartite(2, []))


def tuple_of(pair: str) -> tuple[str, str]:
    a, b = list(pair)
    return a, b
