"""Displays with many constants: each evaluation makes a list of its own, whatever stands between the constants."""

from enum import Enum


class Color(Enum):
    RED = 1
    BLUE = 2


def numbers(extra: int) -> list[int]:
    return [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, extra, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, *range(extra), 1, 2]


def called(log: list[str], value: int) -> int:
    log.append(f"called {value}")
    return value


def table() -> list[tuple[str, int]]:
    return [("a", 1), ("b", 2), ("c", 3), ("d", 4), ("e", 5), ("f", 6), ("g", 7), ("h", 8), ("i", -9)]


def main() -> int:
    first, second = numbers(2), numbers(3)
    first[0] = 100
    first.append(7)
    print(first, second, numbers(0), sep="\n")
    log: list[str] = []
    print([1, 2, 3, 4, called(log, 5), 6, 7, 8, 9, 10, 11, 12, 13, called(log, 14)], log)
    words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "acht", "nëun"]
    print(words, len(words), sum(len(w) for w in words), sorted(table(), key=backwards)[0])
    floats = [0.5, 1.5, -2.5, 1e300, 0.0, -0.0, 3.25, 4.125, 8.0]
    maybe: list[int | None] = [1, None, 2, None, 3, None, 4, None, 5]
    mixed: list[int | str] = [1, "a", 2, "b", 3, "c", 4, "d", 5]
    print(floats, maybe, mixed)
    flags = [True, False, True, True, False, False, True, False, True]
    colors = [Color.RED, Color.BLUE, Color.RED, Color.BLUE, Color.RED, Color.RED, Color.RED, Color.BLUE]
    print(flags, [c.name for c in colors], colors[0] is Color.RED)
    nested = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [9, 8, 7, 6, 5, 4, 3, 2, 1]]
    for _ in range(3):
        row = [0, 0, 0, 0, 0, 0, 0, 0]
        row[3] += 1
        nested.append(row)
    print(nested)
    return 0


def backwards(pair: tuple[str, int]) -> int:
    return -pair[1]


if __name__ == "__main__":
    raise SystemExit(main())
