"""bisect: places among equal items, bounds, keys, several kinds of sequences, errors."""

import bisect
from bisect import bisect_left, bisect_right, insort


def first(pair: tuple[int, str]) -> int:
    return pair[0]


def negative(x: int) -> int:
    return -x


def grade(score: int) -> str:
    return "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]


def main() -> None:
    xs = [1, 2, 2, 2, 5, 8]
    for x in range(10):
        print(x, bisect_left(xs, x), bisect_right(xs, x), bisect.bisect(xs, x, 2), bisect_left(xs, x, 1, 3),
              bisect_right(xs, x, lo=2, hi=4))
    print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
    print(bisect_left((1.5, 2.5), 2.0), bisect_left("acegi", "f"), bisect_right(range(0, 100, 7), 21))
    pairs = [(1, "a"), (3, "b"), (3, "c"), (7, "d")]
    print(bisect_left(pairs, 3, key=first), bisect_right(pairs, 3, key=first), bisect.bisect(pairs, 4, key=first))
    insort(pairs, (3, "new"), key=first)
    bisect.insort_left(pairs, (3, "left"), key=first)
    print(pairs)
    down = [9, 7, 4, 1]
    insort(down, 5, key=negative)
    print(down, bisect_left(down, -7, key=negative))
    names: list[str] = []
    for name in ["mo", "al", "zed", "bo", "al"]:
        insort(names, name)
        bisect.insort_left(names, name.upper())
    print(names)
    try:
        bisect_left(xs, 3, -1)
    except ValueError as error:
        print("ValueError", error)
    try:
        bisect_right(xs, 99, 0, 50)
    except IndexError as error:
        print("IndexError", error)
    print(bisect_left([0] * 0, 1), bisect_left(xs, 3, 6, 2))


if __name__ == "__main__":
    main()
