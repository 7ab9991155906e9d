"""Objects that do not outlive their call: where they lie must not be seen."""


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def norm(self) -> int:
        return self.x * self.x + self.y * self.y

    def plus(self, other: "Point") -> "Point":
        return Point(self.x + other.x, self.y + other.y)

    def itself(self) -> "Point":
        return self


class Keeper:
    def __init__(self) -> None:
        self.kept: Point | None = None

    def look(self, p: Point) -> int:
        return p.x

    def keep(self, p: Point) -> int:
        self.kept = p
        return p.y


class Looker(Keeper):
    def look(self, p: Point) -> int:
        self.kept = p
        return -p.x


LAST: list[Point] = []


def renewed(n: int) -> int:
    total = 0
    for i in range(n):
        p = Point(i, i + 1)
        total += p.norm()
    return total


def from_the_last_one(n: int) -> int:
    p = Point(1, 1)
    for i in range(n):
        p = Point(p.y, p.x + i)
    return p.x * 1000 + p.y


def swapped(n: int) -> int:
    a, b = Point(1, 2), Point(3, 4)
    for i in range(n):
        a, b = b, Point(a.x + i, b.y)
    return a.x * 1000 + b.x


def one_behind(n: int) -> int:
    before: Point | None = None
    total = 0
    for i in range(n):
        now = Point(i, 2 * i)
        if before is not None:
            total += before.x * now.y
        before = now
    return total


def same_again(n: int) -> int:
    total = 0
    for i in range(n):
        p = Point(i, 7)
        q = p.itself()
        q.x += 100
        total += p.x
    return total


def last_one(n: int) -> int:
    for i in range(n):
        if i % 3 == 0:
            p = Point(i, i)
    return p.x


def two_of_one_place(n: int) -> bool:
    seen: Point | None = None
    same = False
    for i in range(n):
        p = Point(i, i)
        same = same or p is seen
        seen = p
    return same


def in_a_try(n: int) -> int:
    total = 0
    for i in range(n):
        try:
            p = Point(i, 10 // (i - 2))
            total += p.norm()
        except ZeroDivisionError:
            p = Point(-1, -1)
        total += p.x
    return total


def in_a_tuple(n: int) -> list[int]:
    pairs = [(Point(i, i), i) for i in range(n)]
    return [p.x + i for p, i in pairs]


def deep(n: int) -> int:
    p = Point(n, n + 1)
    below = deep(n - 1) if n > 0 else 0
    return p.norm() + below


def walk(keeper: Keeper, n: int) -> str:
    total = 0
    for i in range(n):
        total += keeper.look(Point(i, i)) + keeper.keep(Point(i, 3 * i))
    kept = keeper.kept
    return f"{total} {None if kept is None else kept.y}"


def stored(n: int) -> int:
    for i in range(n):
        p = Point(i, i)
        LAST.append(p)
    return sum([p.x for p in LAST])


def lists(n: int) -> int:
    total = 0
    for i in range(n):
        xs = [i, i + 1]
        xs.append(i + 2)
        total += sum(xs)
        table = {i: xs}
        total += len(table[i])
    return total


def main() -> None:
    print(renewed(10), from_the_last_one(10), swapped(9), one_behind(10), same_again(5), last_one(11))
    print(two_of_one_place(4), in_a_try(6), in_a_tuple(4), deep(50))
    print(walk(Keeper(), 5), walk(Looker(), 5), stored(10), lists(20))
    print(Point(1, 2).plus(Point(3, 4)).itself().plus(Point(5, 6)).norm())


if __name__ == "__main__":
    main()
