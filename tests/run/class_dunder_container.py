"""Container dunders: __len__, __getitem__, __setitem__, __delitem__, __contains__."""


class Ring:
    """A fixed number of places, addressed modulo the size."""

    def __init__(self, size: int) -> None:
        self.cells = [0] * size

    def __len__(self) -> int:
        return len(self.cells)

    def __getitem__(self, index: int) -> int:
        return self.cells[index % len(self.cells)]

    def __setitem__(self, index: int, value: int) -> None:
        self.cells[index % len(self.cells)] = value

    def __delitem__(self, index: int) -> None:
        self.cells[index % len(self.cells)] = 0

    def __contains__(self, value: int) -> bool:
        print("[contains]", end=" ")
        return value in self.cells


class Table:
    def __init__(self) -> None:
        self.rows: dict[str, dict[str, int]] = {}

    def __getitem__(self, key: tuple[str, str]) -> int:
        row, column = key
        return self.rows[row][column]

    def __setitem__(self, key: tuple[str, str], value: int) -> None:
        row, column = key
        self.rows.setdefault(row, {})[column] = value


def main() -> None:
    ring = Ring(4)
    ring[0] = 10
    ring[5] = 20
    ring[-1] = 30
    print(ring[0], ring[1], ring[2], ring[3], ring[4], ring[-1], len(ring), bool(ring), bool(Ring(0)))
    ring[1] += 5
    ring[9] *= 2
    print(ring.cells)
    del ring[3]
    print(ring.cells, 50 in ring, 30 in ring, 30 not in ring)
    table = Table()
    table["a", "x"] = 1
    table["a", "y"] = 2
    table["b", "x"] = 3
    table["a", "x"] += 10
    print(table["a", "x"], table["a", "y"], table["b", "x"], table.rows)
    try:
        print(table["c", "x"])
    except KeyError as e:
        print("KeyError", e)


if __name__ == "__main__":
    raise SystemExit(main())
