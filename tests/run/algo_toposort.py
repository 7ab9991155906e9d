"""Topological order, cycles, strongly connected components."""
from collections import defaultdict, deque


class CycleError(Exception):
    def __init__(self, nodes: list[str]) -> None:
        super().__init__(f"cycle through {', '.join(nodes)}")
        self.nodes = nodes


def toposort(depends: dict[str, list[str]]) -> list[str]:
    degree: dict[str, int] = {}
    users: defaultdict[str, list[str]] = defaultdict(list)
    for name, needs in depends.items():
        degree.setdefault(name, 0)
        for need in needs:
            degree.setdefault(need, 0)
            degree[name] += 1
            users[need].append(name)
    ready = deque(sorted(n for n, d in degree.items() if d == 0))
    order: list[str] = []
    while ready:
        name = ready.popleft()
        order.append(name)
        for user in sorted(users[name]):
            degree[user] -= 1
            if degree[user] == 0:
                ready.append(user)
    if len(order) != len(degree):
        raise CycleError(sorted(n for n, d in degree.items() if d > 0))
    return order


def components(graph: dict[int, list[int]]) -> list[list[int]]:
    """Tarjan's algorithm."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    found: list[list[int]] = []

    def visit(v: int) -> None:
        index[v] = low[v] = len(index)
        stack.append(v)
        on_stack.add(v)
        for w in graph.get(v, []):
            if w not in index:
                visit(w)
                low[v] = min(low[v], low[w])
            elif w in on_stack:
                low[v] = min(low[v], index[w])
        if low[v] == index[v]:
            component: list[int] = []
            while True:
                w = stack.pop()
                on_stack.discard(w)
                component.append(w)
                if w == v:
                    break
            found.append(sorted(component))

    for v in graph:
        if v not in index:
            visit(v)
    return found


def main() -> None:
    build = {"app": ["lib", "ui"], "ui": ["lib", "gfx"], "gfx": ["math"], "lib": ["math", "core"], "math": ["core"], "docs": []}
    print(toposort(build))
    try:
        toposort({"a": ["b"], "b": ["c"], "c": ["a"], "d": []})
    except CycleError as error:
        print(error, error.nodes)
    print(components({1: [2], 2: [3], 3: [1, 4], 4: [5], 5: [6], 6: [4], 7: [6, 8], 8: []}))
