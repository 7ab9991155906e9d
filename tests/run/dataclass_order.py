"""Ordered and frozen dataclasses: comparison, hashing."""

from dataclasses import dataclass


@dataclass(order=True)
class Release:
    major: int
    minor: int
    name: str = ""


@dataclass(frozen=True)
class Place:
    row: int
    column: int

    def moved(self, rows: int, columns: int) -> "Place":
        return Place(self.row + rows, self.column + columns)

    @property
    def distance(self) -> int:
        return abs(self.row) + abs(self.column)


@dataclass(frozen=True, order=True)
class Card:
    rank: int
    suit: str


def main() -> None:
    a = Release(1, 2, "x")
    b = Release(1, 3)
    print(a < b, a <= b, a > b, a >= b, a == b, Release(1, 2, "x") >= a)
    print(sorted([b, a, Release(0, 9)]), max(a, b), min([a, b]))
    p = Place(2, -3)
    print(p, p.moved(1, 1), p.distance, p == Place(2, -3), hash(p) == hash(Place(2, -3)))
    visited = {p: "start", p.moved(1, 0): "down"}
    print(visited[Place(3, -3)], Place(2, -3) in visited, len({p, Place(2, -3), Place(0, 0)}))
    cards = [Card(10, "spades"), Card(2, "hearts"), Card(10, "clubs")]
    print(sorted(cards), max(cards), Card(2, "hearts") in cards, cards.index(Card(10, "clubs")))


if __name__ == "__main__":
    raise SystemExit(main())
