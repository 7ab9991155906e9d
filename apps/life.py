"""Conway's Life on a torus, drawn on the serial line: the R-pentomino and a glider."""

from typing import Final

WIDTH: Final = 48
HEIGHT: Final = 16
GENERATIONS: Final = 60
SHOWN_EVERY: Final = 20

PATTERN: Final = """\
................................................
..#.............................................
...#............................................
.###............................................
................................................
................................................
........................##......................
.......................##.......................
........................#.......................
"""


class Board:
    """Which cells live.  The edges meet: above the first row lies the last one."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.cells = [False] * (width * height)

    def alive(self, x: int, y: int) -> bool:
        """Whether the cell lives; coordinates of any size wrap around."""
        return self.cells[y % self.height * self.width + x % self.width]

    def neighbours(self, x: int, y: int) -> int:
        """How many of the eight cells around live."""
        count = 0
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                if (dx != 0 or dy != 0) and self.alive(x + dx, y + dy):
                    count += 1
        return count

    def next(self) -> "Board":
        """The board one generation later."""
        after = Board(self.width, self.height)
        for y in range(self.height):
            for x in range(self.width):
                count = self.neighbours(x, y)
                after.cells[y * self.width + x] = count == 3 or (count == 2 and self.alive(x, y))
        return after

    def population(self) -> int:
        """How many cells live."""
        return sum([1 for cell in self.cells if cell])

    def draw(self) -> None:
        """One line of text a row."""
        for y in range(self.height):
            row = self.cells[y * self.width:(y + 1) * self.width]
            print("".join(["#" if cell else "." for cell in row]))


def board_from(pattern: str) -> Board:
    """A board with the pattern in its upper left corner."""
    board = Board(WIDTH, HEIGHT)
    for y, line in enumerate(pattern.splitlines()):
        for x, mark in enumerate(line):
            if mark == "#":
                board.cells[y * WIDTH + x] = True
    return board


def main() -> int:
    board = board_from(PATTERN)
    for generation in range(GENERATIONS + 1):
        if generation % SHOWN_EVERY == 0:
            print(f"generation {generation}, {board.population()} cells")
            board.draw()
        board = board.next()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
