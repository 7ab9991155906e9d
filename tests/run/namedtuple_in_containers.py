"""A plain tuple among named tuples: it equals the one with the same items, in lists, sets and as a key."""
from typing import NamedTuple


class Cell(NamedTuple):
    x: int
    y: int = 0


def main() -> None:
    alive = frozenset({Cell(1, 2), Cell(3)})
    print((1, 2) in alive, (3, 0) in alive, (2, 2) in alive, (1, 2) not in alive)
    xs = [Cell(1, 1)]
    print((1, 1) in xs, (1, 2) in xs, Cell(1, 1) in {(1, 1)}, Cell(1, 1) in [(1, 1)])
    d = {Cell(0, 0): "o"}
    print((0, 0) in d, (1, 0) in d)
    print(d.get(Cell(0, 0)), d[Cell(0)])


if __name__ == "__main__":
    main()
