"""Tuples of known length: methods, and slices whose bounds only the run knows."""


def cut(n: int, m: int | None = None) -> tuple[int, ...]:
    return (18, 12, 6, 0)[n:m]


def main() -> None:
    ones = (1, 2, 1)
    print(ones.count(1), ones.index(2), (1, 2, 1).count(5), ("a", "b").index("b"), (0.5, 1.5).count(1.5))
    try:
        print(ones.index(7))
    except ValueError as error:
        print(error)
    print(cut(1), cut(-2), cut(0, 2), cut(3, 1), cut(9), (1, 2, 3, 4)[:: len(ones) - 1], (1, 2, 3)[:: -len("a")])
    mixed: tuple[int, str, int] = (1, "x", 3)
    print(mixed.count(3), mixed.index("x"), mixed[: len(ones) - 1])
    print(ones.index(1, 1), ones.index(2, -2, -1), ones.index(1, -9), [t.count(0) for t in ((0, 1), (0, 0))])
    for size in range(3):
        print(ones[:size], end=" ")
    print()


if __name__ == "__main__":
    main()
