"""Sudoku, n queens, subsets, permutations, knight's tour."""
from collections.abc import Iterator

PUZZLE = """
53..7....
6..195...
.98....6.
8...6...3
4..8.3..1
7...2...6
.6....28.
...419..5
....8..79
"""


class Sudoku:
    def __init__(self, text: str) -> None:
        self.cells = [[0 if c == "." else int(c) for c in line] for line in text.split()]
        self.tries = 0

    def allowed(self, y: int, x: int) -> set[int]:
        used = set(self.cells[y]) | {row[x] for row in self.cells}
        top, left = y // 3 * 3, x // 3 * 3
        used.update(self.cells[j][i] for j in range(top, top + 3) for i in range(left, left + 3))
        return set(range(1, 10)) - used

    def solve(self) -> bool:
        empty = [(len(self.allowed(y, x)), y, x) for y in range(9) for x in range(9) if self.cells[y][x] == 0]
        if not empty:
            return True
        _, y, x = min(empty)
        for digit in sorted(self.allowed(y, x)):
            self.tries += 1
            self.cells[y][x] = digit
            if self.solve():
                return True
        self.cells[y][x] = 0
        return False

    def __str__(self) -> str:
        return "\n".join(" ".join(map(str, row)) for row in self.cells)


def queens(n: int, placed: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    row = len(placed)
    if row == n:
        yield placed
        return
    for col in range(n):
        if all(col != c and abs(col - c) != row - r for r, c in enumerate(placed)):
            yield from queens(n, placed + (col,))


def subsets(items: list[str]) -> list[list[str]]:
    if not items:
        return [[]]
    rest = subsets(items[1:])
    return rest + [[items[0], *s] for s in rest]


def permutations(items: list[int]) -> Iterator[list[int]]:
    if len(items) <= 1:
        yield items[:]
    for i, item in enumerate(items):
        if len(items) > 1:
            for rest in permutations(items[:i] + items[i + 1:]):
                yield [item, *rest]


MOVES = ((1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2))


def tour(n: int) -> list[list[int]]:
    board = [[-1] * n for _ in range(n)]

    def free(y: int, x: int) -> list[tuple[int, int]]:
        return [(y + dy, x + dx) for dy, dx in MOVES if 0 <= y + dy < n and 0 <= x + dx < n and board[y + dy][x + dx] < 0]

    y = x = 0
    for step in range(n * n):
        board[y][x] = step
        options = free(y, x)
        if options:
            y, x = min(options, key=lambda p: (len(free(p[0], p[1])), p))
    return board


def main() -> None:
    game = Sudoku(PUZZLE)
    print(game.solve(), game.tries > 0)
    print(game)
    print([sum(1 for _ in queens(n)) for n in range(1, 7)], next(queens(8)))
    print(subsets(["a", "b", "c"]))
    print(list(permutations([1, 2, 3])))
    for row in tour(6):
        print(" ".join(f"{cell:2}" for cell in row))
