"""Lists: building, indexing, changing, iterating, comparing, aliasing."""


def main() -> None:
    a = [3, 1, 2]
    b: list[int] = []
    print(a, b, len(a), len(b), a[0], a[-1], [1] * 3, [0] * 0, a + [9], [[1], []], ["x", 'y"'], [1.5], [True, False])
    b.append(5)
    b.append(6)
    b.extend(a)
    b += [7]
    print(b, b == [5, 6, 3, 1, 2, 7], b != a, 6 in b, 60 in b, 60 not in b)
    b[0] = 50
    b[-1] = 70
    b[2] += 10
    b[2] *= 2
    print(b)
    b.insert(0, -1)
    b.insert(100, 100)
    b.insert(-1, 99)
    print(b, b.pop(), b.pop(0), b.pop(-2), b)
    b.remove(50)
    print(b, b.index(26), b.count(1), b.count(12345))
    b.reverse()
    print(b, b.copy() == b, b.copy() is b)
    alias = b
    alias.append(0)
    print(b, alias is b)
    b.clear()
    print(b, alias, not b)
    print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [1], [2] > [1, 9], [1, 2] <= [1, 2], ["b"] >= ["a", "z"])
    grid = [[0] * 3 for _ in range(2)]
    grid[0][1] = 5
    grid[1][2] += 7
    print(grid, [row[1] for row in grid], len(grid), len(grid[0]))
    shared = [[0] * 2] * 2
    shared[0][0] = 1
    print(shared)
    total = 0
    for i, value in enumerate([4, 5, 6]):
        total += i * value
    print(total, sum([4, 5, 6]), max([4, 5, 6]), min(["q", "p"]), list(range(3)), list("ab"), list((1, 2)))
    growing = [1]
    for value in growing:
        if len(growing) < 6:
            growing.append(value * 2)
    print(growing)
    nested: list[list[str]] = [["a"], ["b", "c"]]
    for row in nested:
        for cell in row:
            print(cell, end=" ")
    print()
    maybe: list[int | None] = [1, None, 3]
    print(maybe, maybe[1] is None)


if __name__ == "__main__":
    raise SystemExit(main())
