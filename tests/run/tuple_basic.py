"""Tuples: building, indexing, comparing, nesting, unpacking, swapping."""


def minmax(values: list[int]) -> tuple[int, int]:
    return min(values), max(values)


def corners(x: int, y: int) -> tuple[tuple[int, int], tuple[int, int]]:
    return (x, y), (-x, -y)


def main() -> None:
    t = (1, "two", 3.0)
    print(t, t[0], t[1], t[-1], len(t), (), (1,), ((1, 2), (3, (4, 5))), (None, True))
    a, b = 1, 2
    a, b = b, a
    print(a, b)
    low, high = minmax([3, 1, 4, 1, 5])
    print(low, high)
    (x, y), (p, q) = corners(3, 4)
    print(x, y, p, q)
    print((1, 2) == (1, 2), (1, 2) != (1, 3), (1, 2) < (1, 3), (1, 2) < (2, 0), (1, "a") < (1, "b"), (2, 1) >= (2, 1))
    print((1, 2) + (3,), (1, 2)[1], ("a", "b") == ("a", "b"), ((1, 2), 3) < ((1, 2), 4))
    pairs = [(2, "b"), (1, "z"), (2, "a"), (1, "a")]
    pairs.sort()
    print(pairs, min(pairs), max(pairs))
    for number, letter in pairs:
        print(number, letter, end=";")
    print()
    for i, (number, letter) in enumerate(pairs):
        print(i, number, letter, end=";")
    print()
    seen: dict[tuple[int, int], str] = {(0, 0): "origin", (1, 2): "there"}
    print(seen[(1, 2)], (0, 0) in seen, (9, 9) in seen, seen)
    numbers = (5, 3, 8)
    print(sorted(numbers), sum(numbers), max(numbers), list(numbers))
    print(3 in numbers, 4 in numbers, numbers[1:], numbers[::-1])
    for n in numbers:
        print(n, end=" ")
    print()
    fib = (0, 1)
    for _ in range(10):
        fib = (fib[1], fib[0] + fib[1])
    print(fib, hash((1, 2)) == hash((1, 2)), bool(()), bool((0,)))
    i = 0
    cells = [10, 20, 30]
    i, cells[i] = 2, 99
    print(i, cells)
    c = d = (1, 2)
    print(c, d == (1, 2))


if __name__ == "__main__":
    raise SystemExit(main())
