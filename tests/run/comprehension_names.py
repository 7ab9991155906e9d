"""Variables of comprehensions that have the name of an outer one, of which something is known: it is another variable."""


class Row:
    def __init__(self, number: int, below: "Row | None" = None) -> None:
        self.number = number
        self.below = below


def take(rows: list[Row]) -> Row | None:
    return rows.pop() if rows else None


def main() -> None:
    x: int | None = 5
    if x is not None:
        print([x is None for x in [1, None]], x + 1)
        print([x for x in [1, None]], x + 1, {x for x in ["a"]}, {x: x for x in [None, 2]}, x + 1)
        print(list(x is None for x in [1, None]), any(x is None for x in [1, None]), x + 1)
        print([[x for x in [None, x]] for x in [3, None]], [x for y in [x, None] for x in [y]], x + 1)
        print([x + 1 for x in [1, None] if x is not None], x + 1)
    rows = [Row(1), Row(2, Row(4))]
    rest = [Row(3)]
    row = take(rest)
    while row is not None:
        row = take(rest)
    print([row.number for row in rows], row, sum(row.number for row in rows))
    row = rows[1]
    if row.below is not None:
        print([row.below is None for row in rows], row.below.number, [row.below.number for row in rows if row.below is not None])


if __name__ == "__main__":
    main()
