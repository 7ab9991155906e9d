"""Dataclasses with InitVar, ClassVar, inheritance and `replace`."""

from __future__ import annotations
from dataclasses import dataclass, field, replace, InitVar
from typing import ClassVar, Optional

@dataclass
class Base:
    name: str
    tags: list[str] = field(default_factory=list)
    limit: ClassVar[int] = 10

    def __post_init__(self) -> None:
        self.name = self.name.strip()

@dataclass
class Child(Base):
    size: int = 3
    extra: Optional[str] = None

    def __post_init__(self) -> None:
        super().__post_init__()
        self.size *= 2

@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    def moved(self, dx: int, dy: int) -> Point:
        return replace(self, x=self.x + dx, y=self.y + dy)

    def __add__(self, other: Point) -> Point:
        return Point(self.x + other.x, self.y + other.y)

@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)
    secret: str = field(default="s", repr=False)

@dataclass
class Rect:
    w: int
    h: int
    scale: InitVar[int] = 1
    area: int = field(init=False)

    def __post_init__(self, scale: int) -> None:
        self.area = self.w * self.h * scale

@dataclass(frozen=True, order=True)
class Key:
    a: str
    b: tuple[int, int]

@dataclass(slots=True)
class Slotted:
    v: int

@dataclass(kw_only=True)
class Kw:
    a: int
    b: str = "z"

@dataclass(eq=False)
class Ident:
    v: int

def main() -> None:
    b = Base("  ann ")
    c = Child(" bob", ["t"], extra="e")
    print(b, c, Base.limit, b == Base("ann"), c == Child("bob", ["t"], 3, "e"))
    p = Point(1, 2)
    print(p, p.moved(1, 1), p + p, {p: 1}[Point(1, 2)], hash(p) == hash(Point(1, 2)))
    q = replace(p, y=9)
    print(q)
    vs = [Version(1, 2), Version(1), Version(0, 9, "beta")]
    print(sorted(vs), max(vs), Version(1) < Version(1, 1), Version(1, 0, "a") == Version(1, 0, "b"))
    r = Rect(2, 3, 4)
    print(r, r.area, Rect(1, 1).area)
    print(sorted([Key("b", (1, 2)), Key("a", (3, 4)), Key("a", (1, 9))]))
    print(Slotted(3), Kw(a=3), Kw(b="q", a=1))
    i = Ident(3)
    print(i == i, i == Ident(3), i != Ident(3))
    try:
        raise ValueError(p)
    except ValueError as e:
        print(e, repr(e))

if __name__ == "__main__":
    main()
