"""`_make`, `_asdict` of fields of several types, `index` and `count` of named tuples, also of those made by a call."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple


class Point(NamedTuple):
    x: int
    y: int = 0

    @classmethod
    def parse(cls, line: str) -> Point:
        return cls._make(map(int, line.split(",")))

    @classmethod
    def origin(cls) -> Point:
        return cls(0)


class Row(NamedTuple):
    name: str
    size: int
    ratio: float | None = None


Pair = NamedTuple("Pair", [("left", str), ("right", str)])


def numbers() -> Iterator[int]:
    print("walked")
    yield 7
    yield 8


def laid_out(name: str, count: int, more: int = 0) -> str:
    return f"{name} {count} {more}"


def main() -> None:
    print(Point._make([3, 4]), Point._make((5, 6)), Point._make(numbers()), Point._make(range(2)), Point.parse("10,-2"))
    print(Row._make(("a", 1, None)), Row._make(Row("b", 2, 0.5)), Pair._make("k=v".split("=")), Pair._make("ab"))
    for line in ("1", "1,2,3", ""):
        try:
            print(Point._make([int(part) for part in line.split(",") if part]))
        except TypeError as error:
            print(error)
    row = Row("c", 3)
    found: dict[str, Any] = row._asdict()
    print(found, list(row._asdict()), row._asdict()["name"], Point(1, 2)._asdict(), row._replace(size=9, ratio=1.5))
    for name, value in row._asdict().items():
        print(f"{name}={value!r}")
    point = Point(4, 4)
    print(point.count(4), point.index(4), point.count(5), Point(1, 2).index(2), Row("z", 1).index("z"))
    try:
        point.index(5)
    except ValueError as error:
        print(error)
    print(Point._fields, Pair._fields, point._fields, Point.origin())
    print([Point._make(pair) for pair in zip([1, 2], [3, 4])], {p: p.x for p in map(Point.parse, ["1,1", "2,2"])})
    print(list(map(Pair._make, ["ab", "cd"])), [p.y for p in map(Point._make, [[1, 2], [3, 4]])])

    class Local(NamedTuple):
        key: str
        count: int

    print(laid_out(*Local("a", 1)), laid_out("b", *Point(3, 4)), laid_out(*Local("c", 5), 6))
    print(Local("a", 1), Local._make(("b", 2)), sorted([Local("b", 1), Local("a", 2)]), Local("n", 5).count)


if __name__ == "__main__":
    main()
