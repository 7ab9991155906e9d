"""list methods at their edges: insert beyond, index ranges, remove the first, pop, sort stability and keys, nested comparison, aliasing."""
from functools import cmp_to_key


class Odd:
    """Compared by its last digit, and counted."""

    asked = 0

    def __init__(self, n: int) -> None:
        self.n = n

    def __lt__(self, other: "Odd") -> bool:
        Odd.asked += 1
        return self.n % 10 < other.n % 10

    def __repr__(self) -> str:
        return f"{self.n}o"


def by_digit(a: int, b: int) -> int:
    return (a % 10 > b % 10) - (a % 10 < b % 10)


def main() -> None:
    xs = [3, 1, 2]
    xs.insert(0, 9)
    xs.insert(99, 8)
    xs.insert(-1, 7)
    xs.insert(-99, 6)
    print(xs, xs.index(1), xs.index(8, 2), xs.index(9, -6), xs.count(3), xs.pop(), xs.pop(0), xs.pop(-2), xs)
    for action in (lambda: xs.index(100), lambda: xs.index(9, 1), lambda: xs.remove(55), lambda: xs.pop(50), lambda: xs[7]):
        try:
            action()
        except (ValueError, IndexError) as error:
            print(type(error).__name__, error)
    empty: list[str] = []
    try:
        empty.pop()
    except IndexError as error:
        print(error)
    try:
        del empty[0]
    except IndexError as error:
        print(error)
    try:
        xs[9] = 1
    except IndexError as error:
        print(error)
    words = "banana Apple cherry apple Banana".split()
    print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (w[-1], w)), sorted(words, reverse=True))
    odds = [Odd(n) for n in (31, 22, 11, 42, 1)]
    odds.sort()
    print(odds, sorted(odds, reverse=True), Odd.asked > 4, min(odds), max(odds, key=lambda o: o.n))
    print(sorted([3, 10, 21], key=cmp_to_key(by_digit)), sorted([True, 0, 2, False]), sorted([0.5, 0, -1, 1e9]))
    rows = [[0] * 2] * 2
    rows[0][0] = 1
    fine = [[0] * 2 for _ in range(2)]
    fine[0][0] = 1
    print(rows, fine, rows[0] is rows[1], [1, 2] < [1, 2, 0], [1, 3] > [1, 2, 9], [] < [0], [[1], [2]] < [[1], [3]], [1, 2] != [2, 1])
    ys = xs
    ys += [1]
    zs = xs + [2]
    print(xs is ys, zs is xs, xs, zs, xs * 2, 0 * xs, [x for x in xs for _ in range(2)], xs.copy() == xs, list(reversed(xs)), [*xs, *range(2)])
    for n in xs:
        if n < 4:
            xs.remove(n)
    print(xs, [a if a > 5 else -a for a in xs], any(xs), all(empty), sum(xs, 100), [[y for y in range(x)] for x in range(4)])
    xs.extend(x * 2 for x in xs[:2])
    xs.extend({5: 6})
    xs.reverse()
    xs.clear()
    print(xs, [None] * 3)
