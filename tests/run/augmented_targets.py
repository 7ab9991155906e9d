"""Augmented assignment on names, attributes, subscripts, slices, class attributes; in place where the type can."""


class Counter:
    shared = 0

    def __init__(self) -> None:
        self.n = 0
        self.items: list[int] = []
        self.text = ""

    @property
    def doubled(self) -> int:
        return self.n * 2

    @doubled.setter
    def doubled(self, value: int) -> None:
        self.n = value // 2


def main() -> None:
    x = 7
    x += 3
    x -= 1
    x *= 4
    x //= 5
    x **= 2
    x %= 30
    x <<= 3
    x >>= 1
    x |= 1
    x &= 0xFD
    x ^= 0xF
    print(x)
    f = 7.0
    f /= 2
    f += 1
    print(f)
    c = Counter()
    c.n += 5
    c.n -= 2
    c.items += [1, 2]
    c.items *= 2
    c.text += "ab"
    c.text *= 3
    c.doubled += 4
    Counter.shared += 1
    print(c.n, c.items, c.text, c.doubled, Counter.shared, c.shared)
    alias = c.items
    c.items += [9]
    print(alias is c.items, alias)
    alias = alias + [10]
    print(alias is c.items, len(c.items))
    cells = [1, 2, 3]
    cells[0] += 10
    cells[-1] *= 5
    cells[len(cells) - 2] -= 7
    print(cells)
    table = {"a": 1}
    table["a"] += 1
    table["a"] <<= 3
    counts: dict[str, list[int]] = {"x": []}
    counts["x"] += [1]
    counts["x"].append(2)
    print(table, counts)
    grid = [[0, 0], [0, 0]]
    grid[1][0] += 4
    grid[1][0] *= grid[1][0]
    print(grid)
    s = "x"
    same = s
    s += "y"
    print(s, same)
    values = {1, 2}
    values |= {3}
    values &= {2, 3, 4}
    values -= {4}
    print(sorted(values))


if __name__ == "__main__":
    raise SystemExit(main())
