"""Dataclasses: constructor, defaults, repr, equality, inheritance."""

from dataclasses import dataclass, field


@dataclass
class Point:
    x: int
    y: int = 0


@dataclass
class Named(Point):
    name: str = "?"
    tags: list[str] = field(default_factory=list)
    _hidden: int = field(default=7, repr=False)

    def shifted(self, dx: int) -> "Named":
        return Named(self.x + dx, self.y, self.name, self.tags)


@dataclass
class Line:
    a: Point
    b: Point
    weight: float = 1.0
    label: str | None = None

    def length(self) -> int:
        return abs(self.a.x - self.b.x) + abs(self.a.y - self.b.y)


@dataclass
class Checked:
    low: int
    high: int
    width: int = field(init=False)

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"{self.low} > {self.high}")
        self.width = self.high - self.low


@dataclass(eq=False)
class Identity:
    n: int


@dataclass
class Empty:
    pass


def main() -> None:
    p = Point(1)
    q = Point(1, 0)
    print(p, q, p == q, p != q, p is q, Point(y=5, x=4), [p], {"p": p})
    p.x += 10
    print(p, p == q)
    n = Named(1, 2, "n")
    m = Named(1, 2, name="n")
    print(n, n == m, n.tags is m.tags, n.shifted(5))
    n.tags.append("t")
    print(n, m, n == m, n._hidden)
    line = Line(Point(0, 0), Point(3, 4), label="diagonal")
    print(line, line.length(), Line(p, q))
    print(Checked(2, 5), Checked(2, 5).width)
    try:
        print(Checked(5, 2))
    except ValueError as e:
        print(e)
    print(Identity(1) == Identity(1), Identity(2), Empty(), Empty() == Empty())


if __name__ == "__main__":
    raise SystemExit(main())
