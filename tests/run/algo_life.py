"""The game of life on a set of cells and on a torus, with patterns parsed from text."""
from __future__ import annotations

from collections import Counter

Cell = tuple[int, int]


def parse(text: str) -> set[Cell]:
    return {(y, x) for y, line in enumerate(text.splitlines()) for x, c in enumerate(line) if c == "#"}


def step(alive: set[Cell]) -> set[Cell]:
    counts = Counter((y + dy, x + dx) for y, x in alive for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx)
    return {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in alive}


def show(alive: set[Cell]) -> str:
    if not alive:
        return "(empty)"
    top, left = min(y for y, _ in alive), min(x for _, x in alive)
    bottom, right = max(y for y, _ in alive), max(x for _, x in alive)
    return "\n".join("".join("#" if (y, x) in alive else "." for x in range(left, right + 1)) for y in range(top, bottom + 1))


class Torus:
    def __init__(self, height: int, width: int) -> None:
        self.height, self.width = height, width
        self.rows = [[False] * width for _ in range(height)]

    def __getitem__(self, at: Cell) -> bool:
        return self.rows[at[0] % self.height][at[1] % self.width]

    def __setitem__(self, at: Cell, value: bool) -> None:
        self.rows[at[0] % self.height][at[1] % self.width] = value

    def next(self) -> Torus:
        new = Torus(self.height, self.width)
        for y in range(self.height):
            for x in range(self.width):
                n = sum(self[y + dy, x + dx] for dy in (-1, 0, 1) for dx in (-1, 0, 1)) - self[y, x]
                new[y, x] = n == 3 or n == 2 and self[y, x]
        return new

    def population(self) -> int:
        return sum(map(sum, self.rows))


def main() -> None:
    glider = parse(".#.\n..#\n###")
    for _ in range(4):
        glider = step(glider)
    print(show(glider), min(glider))
    row = parse("###")
    print(show(step(row)))
    print(show(step(step(parse("#")))))
    acorn = parse(".#.....\n...#...\n##..###")
    sizes = []
    for _ in range(20):
        sizes.append(len(acorn))
        acorn = step(acorn)
    print(sizes)
    torus = Torus(6, 6)
    for y, x in parse(".#.\n..#\n###"):
        torus[y, x] = True
    print([(torus := torus.next()).population() for _ in range(8)])
