"""`zip(*rows)`: transposing, whatever the rows are; and `sys.stdout.write`."""

import sys


def rows(text: str) -> list[list[str]]:
    print("asked")
    return [line.split() for line in text.split(";")]


def main() -> None:
    matrix = [[1, 2, 3], [4, 5, 6]]
    print([list(column) for column in zip(*matrix)], list(zip(*matrix)))
    print(list(zip(*matrix[::-1])), [sum(c) for c in zip(*matrix)])
    print(list(zip(*["abc", "de", "fgh"])), ["".join(c) for c in zip(*["flow", "flower", "flight"])])
    print(list(zip(*rows("a b c;d e;f g h"))), list(zip(*[(1, 2), (3, 4)])))
    for column in zip(*rows("x y;z w")):
        print(len(column), column[0], *column)
    names, ages = zip(*[("ann", 30), ("bob", 40)])
    print(names, ages)
    pairs = ("ab", [1, 2])
    print([f"{a}{b}" for a, b in zip(*pairs)])
    empty: list[list[int]] = []
    print(list(zip(*empty)), list(zip(*[empty])), list(zip(*[[1], []])))
    longest = max(zip(*matrix), key=lambda c: c[0] % 3)
    print(longest, dict(zip(*[["k", "l"], ["v", "w"]])))
    walk = zip(*matrix)
    print(next(walk), next(walk), list(walk), next(walk, ()))
    print(sys.stdout.write("grün\n"), sys.stdout.write(""), sys.stderr.write("gone\n"))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
