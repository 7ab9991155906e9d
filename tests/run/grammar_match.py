"""match: literals, captures, guards with effects, sequences, mappings, classes, alternatives, as, nesting, value patterns, fall through."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Color(Enum):
    RED = "r"
    GREEN = "g"


class Limits:
    LOW = 3
    HIGH = 9


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Line:
    start: Point
    end: Point
    color: Color = Color.RED


class Pair:
    __match_args__ = ("left", "right")

    def __init__(self, left: int, right: str) -> None:
        self.left = left
        self.right = right

    @property
    def total(self) -> int:
        return self.left + len(self.right)


tried: list[str] = []


def check(name: str, result: bool) -> bool:
    tried.append(name)
    return result


def number(n: int) -> str:
    match n:
        case 0 | 1 as small if check("small", n == 1):
            return f"one {small}"
        case Limits.LOW:
            return "low"
        case -1:
            return "minus one"
        case x if x > Limits.HIGH and check("high", x % 2 == 0):
            return f"high even {x}"
        case _ if check("any", n != 0):
            return "some"
    return "fell through"


def sequence(xs: list[int]) -> str:
    match xs:
        case []:
            return "empty"
        case [x] | [x, 0]:
            return f"one {x}"
        case [1, *_, 9]:
            return "from 1 to 9"
        case [first, second, *rest] if not rest:
            return f"two {first} {second}"
        case [_, _, *rest]:
            return f"rest {rest}"
        case _:
            return "?"


def mapping(d: dict[str, int]) -> str:
    match d:
        case {"kind": 1, "size": size, **others}:
            return f"sized {size} {others}"
        case {"kind": kind} if kind < 5:
            return f"kind {kind}"
        case {}:
            return f"anything of {len(d)}"


def shape(s: Point | Line | Pair | Color | tuple[int, str] | str | None) -> str:
    match s:
        case None:
            return "none"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"axis {y}"
        case Point(x, y) as p if x == y:
            return f"diagonal {p}"
        case Line(Point(a, b), Point(c, d), Color.GREEN):
            return f"green {a}{b}{c}{d}"
        case Line(start=Point(), end=Point(x=9)):
            return "to nine"
        case Pair(3, "abc" | "abd", total=t):
            return f"pair {t}"
        case Pair(left=left):
            return f"left {left}"
        case Color():
            return s.value
        case (1, word) | (_, "one" as word):
            return f"word {word}"
        case str(text) if text.isupper():
            return f"shout {text}"
        case str() | tuple():
            return "text or tuple"
        case _:
            return "other"


def main() -> None:
    print([number(n) for n in (0, 1, 3, -1, 10, 11, 5)], tried)
    print([sequence(xs) for xs in ([], [5], [5, 0], [1, 2, 9], [1, 2], [1, 2, 3], [1, 9], [4, 5, 6, 7])])
    print([mapping(d) for d in ({"kind": 1, "size": 2, "z": 3}, {"kind": 1}, {"kind": 7}, {}, {"size": 1})])
    for s in (None, Point(0, 0), Point(0, 4), Point(5, 0), Point(2, 2), Point(1, 2), Line(Point(1, 2), Point(3, 4), Color.GREEN), Line(Point(0, 1), Point(9, 9)),
              Line(Point(0, 1), Point(8, 9)), Pair(3, "abd"), Pair(3, "x"), Color.GREEN, (1, "w"), (2, "one"), (2, "two"), "LOUD", "quiet"):
        print(shape(s), end="; ")
    print()
    match (len(tried), "x"):
        case (int(n), str(t)) if n > 100:
            print("never")
        case (n, t):
            print(n, t)
    match True:
        case False:
            print("no")
        case True:
            print("yes")
