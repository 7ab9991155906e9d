"""Cellular automata: Life on a set of points and on a torus, rule 110, Langton's ant, a forest fire with seeded chance, cyclic counters."""
import random
from collections import Counter
from collections.abc import Iterator
from itertools import product

Point = tuple[int, int]
NEAR = [(dy, dx) for dy, dx in product((-1, 0, 1), repeat=2) if dy or dx]


def life(alive: frozenset[Point]) -> frozenset[Point]:
    counts = Counter((y + dy, x + dx) for y, x in alive for dy, dx in NEAR)
    return frozenset(p for p, n in counts.items() if n == 3 or n == 2 and p in alive)


def torus(rows: list[str]) -> list[str]:
    h, w = len(rows), len(rows[0])

    def cell(y: int, x: int) -> str:
        n = sum(rows[(y + dy) % h][(x + dx) % w] == "#" for dy, dx in NEAR)
        return "#" if n == 3 or (n == 2 and rows[y][x] == "#") else "."

    return ["".join(cell(y, x) for x in range(w)) for y in range(h)]


def elementary(rule: int, row: str) -> Iterator[str]:
    table = {f"{k:03b}": str(rule >> k & 1) for k in range(8)}
    while True:
        yield row
        wide = row[-1] + row + row[0]
        row = "".join(table[wide[k:k + 3]] for k in range(len(row)))


def ant(steps: int) -> tuple[int, Point]:
    black: set[Point] = set()
    y = x = 0
    dy, dx = -1, 0
    for _ in range(steps):
        if (y, x) in black:
            black.remove((y, x))
            dy, dx = -dx, dy
        else:
            black.add((y, x))
            dy, dx = dx, -dy
        y, x = y + dy, x + dx
    return len(black), (y, x)


def fire(size: int, seed: int, steps: int) -> list[str]:
    rng = random.Random(seed)
    grid = [[rng.choice(" TTT") for _ in range(size)] for _ in range(size)]
    grid[size // 2][size // 2] = "*"
    for _ in range(steps):
        new = [row[:] for row in grid]
        for y, row in enumerate(grid):
            for x, what in enumerate(row):
                if what == "*":
                    new[y][x] = " "
                elif what == "T" and any(0 <= y + dy < size and 0 <= x + dx < size and grid[y + dy][x + dx] == "*" for dy, dx in NEAR):
                    new[y][x] = "*" if rng.random() < 0.9 else "T"
        grid = new
    return ["".join(row).replace(" ", ".") for row in grid]


def main() -> None:
    glider = frozenset({(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)})
    now = glider
    for _ in range(8):
        now = life(now)
    print(sorted(now), now == frozenset((y + 2, x + 2) for y, x in glider))
    history: dict[frozenset[Point], int] = {}
    now = frozenset((0, k) for k in range(10))
    for age in range(40):
        if now in history:
            print("period", age - history[now], "from", history[now])
            break
        history[now] = age
        now = life(now)
    rows = ["......", "..#...", "...#..", ".###..", "......", "......"]
    for _ in range(24):
        rows = torus(rows)
    print(rows)
    for _, row in zip(range(6), elementary(110, "." .join([""]) + "0" * 20 + "1")):
        print(row.replace("0", "."))
    print(ant(100), ant(1100), ant(0))
    print("\n".join(fire(9, 5, 3)))
