"""Edmonds-Karp and bipartite matching."""
from collections import deque

Capacity = dict[int, dict[int, int]]


def max_flow(capacity: Capacity, source: int, sink: int) -> int:
    residual: Capacity = {u: dict(edges) for u, edges in capacity.items()}
    for u, edges in capacity.items():
        for v in edges:
            residual.setdefault(v, {}).setdefault(u, 0)
    total = 0
    while True:
        parent: dict[int, int] = {source: source}
        queue: deque[int] = deque([source])
        while queue and sink not in parent:
            u = queue.popleft()
            for v, left in residual[u].items():
                if left > 0 and v not in parent:
                    parent[v] = u
                    queue.append(v)
        if sink not in parent:
            return total
        push, v = 1 << 60, sink
        while v != source:
            push = min(push, residual[parent[v]][v])
            v = parent[v]
        v = sink
        while v != source:
            residual[parent[v]][v] -= push
            residual[v][parent[v]] += push
            v = parent[v]
        total += push


def matching(likes: dict[str, list[str]]) -> dict[str, str]:
    owner: dict[str, str] = {}

    def assign(person: str, seen: set[str]) -> bool:
        for thing in likes[person]:
            if thing in seen:
                continue
            seen.add(thing)
            if thing not in owner or assign(owner[thing], seen):
                owner[thing] = person
                return True
        return False

    for person in likes:
        assign(person, set())
    return {person: thing for thing, person in sorted(owner.items())}


def main() -> None:
    network: Capacity = {0: {1: 16, 2: 13}, 1: {2: 10, 3: 12}, 2: {1: 4, 4: 14}, 3: {2: 9, 5: 20}, 4: {3: 7, 5: 4}}
    print(max_flow(network, 0, 5), max_flow({0: {1: 3}, 1: {2: 2}, 2: {}}, 0, 2), max_flow({0: {1: 1}, 2: {3: 1}, 3: {}}, 0, 3))
    print(matching({"ann": ["tea", "milk"], "bob": ["tea"], "cy": ["milk", "juice"], "di": ["juice"]}))
