"""Shortest paths with a heap, and A* on a grid."""
import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Graph:
    edges: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    def connect(self, a: str, b: str, weight: int) -> None:
        self.edges.setdefault(a, []).append((b, weight))
        self.edges.setdefault(b, []).append((a, weight))

    def shortest(self, start: str) -> tuple[dict[str, int], dict[str, str]]:
        distance: dict[str, int] = {start: 0}
        previous: dict[str, str] = {}
        queue: list[tuple[int, str]] = [(0, start)]
        while queue:
            so_far, node = heapq.heappop(queue)
            if so_far > distance[node]:
                continue
            for neighbour, weight in self.edges[node]:
                new = so_far + weight
                if neighbour not in distance or new < distance[neighbour]:
                    distance[neighbour] = new
                    previous[neighbour] = node
                    heapq.heappush(queue, (new, neighbour))
        return distance, previous


def path_to(previous: dict[str, str], goal: str) -> list[str]:
    path = [goal]
    while path[-1] in previous:
        path.append(previous[path[-1]])
    return path[::-1]


Cell = tuple[int, int]


def neighbours(cell: Cell, grid: list[str]) -> Iterator[Cell]:
    y, x = cell
    for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        ny, nx = y + dy, x + dx
        if 0 <= ny < len(grid) and 0 <= nx < len(grid[0]) and grid[ny][nx] != "#":
            yield ny, nx


def a_star(grid: list[str], start: Cell, goal: Cell) -> list[Cell] | None:
    def estimate(cell: Cell) -> int:
        return abs(cell[0] - goal[0]) + abs(cell[1] - goal[1])

    frontier = [(estimate(start), start)]
    came_from: dict[Cell, Cell | None] = {start: None}
    cost = {start: 0}
    while frontier:
        _, here = heapq.heappop(frontier)
        if here == goal:
            steps: list[Cell] = []
            at: Cell | None = here
            while at is not None:
                steps.append(at)
                at = came_from[at]
            return steps[::-1]
        for there in neighbours(here, grid):
            new = cost[here] + 1
            if there not in cost or new < cost[there]:
                cost[there] = new
                came_from[there] = here
                heapq.heappush(frontier, (new + estimate(there), there))
    return None


def main() -> None:
    g = Graph()
    for a, b, w in [("a", "b", 7), ("a", "c", 9), ("a", "f", 14), ("b", "c", 10), ("b", "d", 15), ("c", "d", 11), ("c", "f", 2),
                    ("d", "e", 6), ("e", "f", 9)]:
        g.connect(a, b, w)
    distance, previous = g.shortest("a")
    for node in sorted(distance):
        print(f"{node}: {distance[node]:3} {' -> '.join(path_to(previous, node))}")
    grid = ["..#....", ".##.##.", "....#..", ".####.#", "......."]
    found = a_star(grid, (0, 0), (0, 3))
    if found is not None:
        marks = [list(row) for row in grid]
        for y, x in found:
            marks[y][x] = "*"
        print("\n".join("".join(row) for row in marks), len(found))
    print(a_star([".#.", "##.", "..."], (0, 0), (2, 2)))
