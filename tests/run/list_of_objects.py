"""Lists hold references: identity, equality by __eq__, removal."""


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Point) and self.x == other.x and self.y == other.y

    def __repr__(self) -> str:
        return f"P({self.x}, {self.y})"


class Plain:
    def __init__(self, name: str) -> None:
        self.name = name


def main() -> None:
    p = Point(1, 2)
    q = Point(1, 2)
    r = Point(3, 4)
    points = [p, q, r]
    print(points, p == q, p is q, p != r)
    print(points.index(q), points.count(p), Point(3, 4) in points, Point(9, 9) in points)
    points.remove(Point(1, 2))
    print(points, points[0] is q)
    points[0].x = 10
    print(q, points, [point.x for point in points], points == [Point(10, 2), Point(3, 4)])
    a = Plain("a")
    b = Plain("a")
    plains = [a, b]
    print(a == b, a == a, plains.index(b), b in plains, Plain("a") in plains, [x.name for x in plains])
    queue: list[Point | None] = [None] * 3
    queue[1] = p
    print(queue, [entry is None for entry in queue])
    for entry in queue:
        if entry is not None:
            print(entry.x, entry.y)


if __name__ == "__main__":
    raise SystemExit(main())
