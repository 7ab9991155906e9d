"""Comprehensions: filters, several loops, nesting, their own scope, order of evaluation."""


def note(n: int) -> int:
    print(n, end=" ")
    return n


def main() -> None:
    print([n * n for n in range(6)], [n for n in range(20) if n % 3 == 0], [n for n in range(30) if n % 2 if n % 3])
    print([(x, y) for x in range(3) for y in range(x)], [[y for y in range(x)] for x in range(4)])
    print([c.upper() for c in "abc" if c != "b"], [len(w) for w in "a bb ccc".split()], [0 for _ in range(3)])
    print([a + b for a, b in [(1, 2), (3, 4)]])
    print([i * v for i, v in enumerate([5, 6])], ["odd" if n % 2 else "even" for n in (1, 2)])
    matrix = [[1, 2, 3], [4, 5, 6]]
    print([[row[i] for row in matrix] for i in range(3)], [cell for row in matrix for cell in row])
    print({w: len(w) for w in ("x", "yy")}, {n % 3: n for n in range(7)}, {k: [v] for k, v in {"a": 1}.items()})
    print(sorted({n * n % 7 for n in range(20)}))
    x = "outer"
    values = [x * 2 for x in range(3)]
    print(x, values)
    print([note(a) + note(b) for a in (1, 2) for b in (10, 20) if note(a + b) > 11])
    n = 3
    print([n + k for k in range(n)], sum([k for k in range(n)]), max([k * k - 3 * k for k in range(5)]))
    print([[i, j] for i in range(2) if i for j in range(2)])
    print(["".join([c for c in w if c > "b"]) for w in ("abc", "bcd")])
    grid = [[(r + c) % 2 == 0 for c in range(3)] for r in range(2)]
    print(grid, [y for y in [z for z in range(4)] if y])


if __name__ == "__main__":
    raise SystemExit(main())
