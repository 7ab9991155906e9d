"""`in` between numbers of different types: by value, exactly, in lists, sets, dicts and ranges."""
from collections import deque


def main() -> None:
    print(1.0 in [1, 2], 2.5 in [1, 2], 1 in [1.0], True in [1, 2], 1 in {1.0: 2}, 3.0 in {3, 4}, 2.0 in (1, 2), 2.5 in {2, 3})
    xs = [1, 2, 3]
    d = {1: "a", 2: "b"}
    n = float("nan")
    print(2.0 in xs, 2.5 not in xs, 2.0 in d, n in d, n in xs, 1e300 in d, -1e300 in xs, 2.0 in deque(xs), 3.0 in range(5), 3.5 in range(5))
    print(9007199254740993 in [9007199254740992.0], 9007199254740992.0 in [9007199254740993], 9007199254740993 in {9007199254740992.0}, 9007199254740992.0 in {9007199254740993, 4})
    print(True in [1.0], 1 in [True], 1.0 in [True, False], False in {0: 1}, 0 in {False: 2}, 1.0 in {True})
    print(2.0 in frozenset(xs), 2.0 in tuple(xs), 2.0 in d.keys(), 9.223372036854775807e18 in [9223372036854775807], 9.223372036854775807e18 in {9223372036854775807})


if __name__ == "__main__":
    main()
