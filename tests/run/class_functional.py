"""Classes made by a call: `NamedTuple("P", …)`, `Enum("E", …)`."""
import enum
import typing
from enum import Enum, Flag, IntEnum
from typing import NamedTuple

Point = NamedTuple("Point", [("x", int), ("y", float)])
Named = typing.NamedTuple("Named", [("name", str), ("at", Point), ("more", "list[int]")])
Color = Enum("Color", "RED GREEN, BLUE")
Level = IntEnum("Level", {"LOW": 1, "HIGH": 5})
Word = enum.Enum("Word", [("A", "a"), ("B", "b")])
Side = Enum("Side", ["LEFT", "RIGHT"])
Access = Flag("Access", "READ WRITE RUN")
HOME = Point(0, 0.5)


def far(p: Point, side: Side = Side.LEFT) -> float:
    return p.x + p.y if side is Side.LEFT else -1.0


def main() -> None:
    p = Point(3, y=4.5)
    x, y = p
    print(p, x, y, p._replace(x=1), Named("n", p, [1]), HOME, Point._fields, p == (3, 4.5))
    print(list(Color), Color.GREEN.value, Color(3), Color["RED"], Level.HIGH + 1, list(Level), Word("a"), [w.value for w in Word])
    print(Access.READ | Access.RUN, Access(3), Access.WRITE.value, far(p), far(p, Side.RIGHT), list(Side))


if __name__ == "__main__":
    main()
