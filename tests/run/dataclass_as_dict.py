"""dataclasses.asdict and astuple: nested dataclasses, containers, unions; what is copied."""

import json
from dataclasses import asdict, astuple, dataclass, field


@dataclass
class Point:
    x: int
    y: int = 2


@dataclass
class Label:
    text: str


@dataclass(frozen=True)
class Shape:
    name: str
    at: Point
    path: list[Point] = field(default_factory=list)
    tags: dict[str, Label] = field(default_factory=dict)
    pair: tuple[Point, int] = (Point(0), 1)
    more: tuple[Point, ...] = ()
    parent: Point | None = None
    mixed: Point | Label | int = 5
    raw: list[list[int]] = field(default_factory=list)


@dataclass
class Empty:
    pass


def main() -> None:
    p = Point(1)
    print(asdict(p), astuple(p), asdict(Empty()), astuple(Empty()), json.dumps(asdict(p)))
    x, y = astuple(p)
    print(x + y, asdict(p)["x"])
    raw = [[1], [2]]
    shape = Shape("s", p, [Point(3), Point(4, 5)], {"k": Label("l")}, (p, 7), (Point(8),), Point(9), Label("m"), raw)
    whole, flat = asdict(shape), astuple(shape)
    raw[0].append(5)
    p.x = 100
    print(whole)
    print(flat)
    print(asdict(Shape("t", Point(0), mixed=Point(6)))["mixed"], asdict(Shape("u", Point(0)))["parent"])
    print(json.dumps(asdict(shape), indent=1, sort_keys=True))


if __name__ == "__main__":
    main()
