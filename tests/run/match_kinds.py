"""Every kind of pattern: mappings, alternatives with names, stars, classes by position, nested ones."""

from __future__ import annotations
from dataclasses import dataclass
from enum import Enum, auto
from typing import Union, Optional

class Kind(Enum):
    A = auto()
    B = auto()

@dataclass(frozen=True)
class Circle:
    r: float

@dataclass(frozen=True)
class Rect:
    w: float
    h: float

Shape = Union[Circle, Rect]

class Cmd:
    __match_args__ = ("name", "arg")

    def __init__(self, name: str, arg: int) -> None:
        self.name = name
        self.arg = arg

def f1(x: int | str | list[int] | dict[str, int] | None) -> str:
    match x:
        case None:
            return "none"
        case 0:
            return "zero"
        case int(n) if n < 0:
            return f"neg {n}"
        case 1 | 2 | 3 as small:
            return f"small {small}"
        case int():
            return "int"
        case "hello" | "hi":
            return "greet"
        case str(s):
            return f"str {s}"
        case []:
            return "empty"
        case [one]:
            return f"one {one}"
        case [first, *_, last]:
            return f"{first}..{last}"
        case {"key": k}:
            return f"key {k}"
        case {"a": 1, **rest}:
            return f"a {rest}"
        case {}:
            return "dict"
    return "?"

def f2(p: tuple[int, int]) -> str:
    match p:
        case (0, 0):
            return "origin"
        case (0, y) | (y, 0):
            return f"axis {y}"
        case (x, y) if x == y:
            return "diag"
        case (x, y):
            return f"{x},{y}"

def f3(s: Shape) -> float:
    match s:
        case Circle(r=r):
            return r * r
        case Rect(w, h):
            return w * h

def f4(k: Kind) -> int:
    match k:
        case Kind.A:
            return 1
        case Kind.B:
            return 2

def f5(c: Cmd) -> str:
    match c:
        case Cmd("go", n) if n > 0:
            return f"go {n}"
        case Cmd("go", _):
            return "stay"
        case Cmd(name="stop" | "halt"):
            return "stopped"
        case Cmd(name, arg):
            return f"{name}?{arg}"

def f6(words: list[str]) -> str:
    match words:
        case ["go", ("north" | "south") as d]:
            return f"going {d}"
        case ["get", obj, *more] if not more:
            return f"got {obj}"
        case ["drop", *objs]:
            return f"dropped {objs}"
        case ["quit" | "exit"]:
            return "bye"
        case _:
            return "huh"

def f7(t: tuple[str, int, int, int]) -> str:
    match t:
        case ("sum", *nums):
            return str(sum(nums))
        case (name, *_):
            return name

def f8(x: bool | float | bytes) -> str:
    match x:
        case True:
            return "yes"
        case False:
            return "no"
        case float(f):
            return f"{f:.1f}"
        case b"raw":
            return "raw"
        case bytes():
            return "bytes"

def f9(e: Optional[tuple[str, Optional[int]]]) -> str:
    match e:
        case (name, None):
            return f"{name} -"
        case (name, int(v)):
            return f"{name} {v}"
        case None:
            return "nothing"
    return "?"


def f10(items: list[list[int]]) -> str:
    match items:
        case [[a, b], [c, *d]]:
            return f"{a}{b}{c}{d}"
        case [[], *_]:
            return "starts empty"
    return "no"

def main() -> None:
    print(f1(None), f1(0), f1(-5), f1(2), f1(50), f1("hello"), f1("yo"))
    print(f1([]), f1([7]), f1([1, 2, 3]), f1({"key": 4}), f1({"a": 1, "b": 2}), f1({"z": 1}))
    print(f2((0, 0)), f2((0, 3)), f2((4, 0)), f2((2, 2)), f2((1, 2)))
    print(f3(Circle(2.0)), f3(Rect(2.0, 3.0)), f4(Kind.A), f4(Kind.B))
    print(f5(Cmd("go", 3)), f5(Cmd("go", 0)), f5(Cmd("halt", 1)), f5(Cmd("x", 9)))
    for w in ["go north", "get lamp", "drop a b c", "exit", "dance", "get a b"]:
        print(f6(w.split()))
    print(f7(("sum", 1, 2, 3)), f7(("x", 1, 2, 3)), f8(True), f8(2.5), f8(b"raw"), f8(b"x"))
    print(f9(("a", None)), f9(("b", 3)), f9(None), f10([[1, 2], [3, 4, 5]]), f10([[], [1]]), f10([]))

if __name__ == "__main__":
    main()
