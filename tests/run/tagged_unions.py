"""Tagged unions: TypedDicts, dataclasses and classes told apart by a `Literal` of a key or a field."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal, NotRequired, TypedDict, Union


class Circle(TypedDict):
    kind: Literal["circle"]
    r: float


class Rect(TypedDict):
    kind: Literal["rect", "square"]
    w: float
    h: NotRequired[float]


class Group(TypedDict):
    kind: Literal["group"]
    parts: list["Shape"]


Shape = Union[Circle, Rect, Group]


class Success(TypedDict):
    ok: Literal[True]
    value: int


class Failure(TypedDict):
    ok: Literal[False]
    error: str


Result = Success | Failure


class Size(TypedDict):
    type: Literal["size"]
    amount: int


class Count(TypedDict):
    type: Literal["count"]
    amount: int


class Op(Enum):
    ADD = "+"
    NEG = "-"
    LIT = "lit"


@dataclass
class Binary:
    left: Node
    right: Node
    op: Literal[Op.ADD] = Op.ADD


@dataclass
class Unary:
    inner: Node
    op: Literal[Op.NEG] = field(default=Op.NEG)


@dataclass
class Lit:
    value: int
    op: Literal[Op.LIT] = Op.LIT


Node = Binary | Unary | Lit


class Dog:
    def __init__(self) -> None:
        self.sound: Literal["woof"] = "woof"

    def bark(self) -> str:
        return self.sound + "!"


class Cat:
    def __init__(self) -> None:
        self.sound: Literal["meow"] = "meow"

    def purr(self) -> str:
        return self.sound + "?"


@dataclass
class Owner:
    pet: Dog | Cat
    shapes: list[Shape] = field(default_factory=list)

    def hear(self) -> str:
        if self.pet.sound == "woof":
            return self.pet.bark()
        return self.pet.purr()


def area(s: Shape) -> float:
    if s["kind"] == "circle":
        return 3 * s["r"] ** 2
    elif s["kind"] == "group":
        return sum(area(part) for part in s["parts"])
    else:
        return s["w"] * s.get("h", s["w"])


def area_matched(s: Shape) -> float:
    match s["kind"]:
        case "circle":
            return 3 * s["r"] ** 2
        case "rect" | "square":
            return s["w"] * (s["h"] if "h" in s else s["w"])
        case "group":
            return sum(map(area_matched, s["parts"]))


def names(s: Shape) -> list[str]:
    match s["kind"]:
        case "group" as kind:
            return [kind, *(name for part in s["parts"] for name in names(part))]
        case other:
            return [other + ("" if s["kind"] == "circle" else f" {s['w']}")]


def unpacked(r: Result) -> str:
    if r["ok"] is True:
        return f"value {r['value'] + 1}"
    return f"error {r['error'].upper()}"


def by_truth(r: Result) -> str:
    return str(r["value"] * 2) if r["ok"] == True else r["error"]  # noqa: E712


def by_key(s: Shape) -> str:
    if "r" in s:
        return f"r {s['r'] + 1}"
    if "parts" not in s:
        return f"w {s['w'] + 1}"
    return f"{len(s['parts'])} parts"


def same_keys(x: Size | Count) -> int:
    if x["type"] in ("size",):
        return x["amount"]
    return -x["amount"]


def run(node: Node) -> int:
    if node.op is Op.ADD:
        return run(node.left) + run(node.right)
    if node.op is Op.NEG:
        return -run(node.inner)
    return node.value


def run_matched(node: Node) -> int:
    match node.op:
        case Op.ADD:
            return run_matched(node.left) + run_matched(node.right)
        case Op.NEG:
            return -run_matched(node.inner)
        case Op.LIT:
            return node.value


def taken(s: Shape | list[int] | None) -> str:
    match s:
        case {"kind": "circle", "r": r}:
            return f"r {r + 1}"
        case {"w": w, "h": h}:
            return f"w {w + h}"
        case {"kind": "rect" | "square", **rest}:
            return f"w {s['kind']} {len(rest)}"
        case {"kind": "group", "parts": [{"kind": "circle", "r": inner}, *others]} if inner:
            return f"group {inner * 2} {len(others)}"
        case [first, *_]:
            return f"list {first + 1}"
        case _:
            return "none"


def read(text: str) -> list[Circle | Rect]:
    shapes: list[Circle | Rect] = json.loads(text)
    return shapes


def broken(s: Binary | Unary | Lit) -> str:
    try:
        return str(run(s))
    except (TypeError, AttributeError):
        return "a broken promise"


def grown(s: Shape, other: Shape) -> float:
    while s["kind"] == "circle":
        if s["r"] > 9:
            s = other
            continue
        s["r"] *= 2
    return len(s["parts"]) if s["kind"] == "group" else s["w"]


class Subject:
    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.by_name: dict[str, Shape] = {"one": shape}

    def grow(self) -> None:
        if self.shape["kind"] == "circle":
            self.shape["r"] += 1
        elif self.shape["kind"] != "group":
            self.shape["w"] += 2

    def shown(self) -> str:
        if self.by_name["one"]["kind"] == "circle":
            return str(self.by_name["one"]["r"] + 1)
        one = self.by_name["one"]
        return "group" if one["kind"] == "group" else str(one["w"])


def first_circle(shapes: list[Shape]) -> float | None:
    for shape in shapes:
        if shape["kind"] != "circle" or shape["r"] < 2:
            continue
        return shape["r"]
    return None


def main() -> None:
    shapes: list[Shape] = [
        {"kind": "circle", "r": 2.0},
        {"kind": "rect", "w": 2.0, "h": 3.0},
        {"kind": "square", "w": 4.0},
        {"kind": "group", "parts": [{"kind": "circle", "r": 1.0}, {"kind": "square", "w": 1.5}]},
    ]
    for shape in shapes:
        print(area(shape), area_matched(shape), names(shape), by_key(shape))
    print(first_circle(shapes), first_circle(shapes[1:]), sum(s["r"] for s in shapes if s["kind"] == "circle"))
    results: list[Result] = [{"ok": True, "value": 1}, {"ok": False, "error": "bad"}]
    print([unpacked(r) for r in results], [by_truth(r) for r in results])
    print(same_keys({"type": "size", "amount": 3}), same_keys({"type": "count", "amount": 4}))
    node = Binary(Lit(3), Unary(Binary(Lit(4), Lit(5))))
    print(run(node), run_matched(node))
    print(broken(Lit(1, Op.NEG)), broken(Unary(node, Op.LIT)))  # type: ignore[arg-type]
    flat: list[Circle | Rect] = [{"kind": "circle", "r": 2.0}, {"kind": "square", "w": 1.5}]
    text = json.dumps(flat)
    print(text, read(text) == flat, flat[0] == flat[1], [area(s) for s in read(text)])
    print([taken(s) for s in shapes], taken(None), taken([4]))
    print(grown({"kind": "circle", "r": 1.0}, shapes[1]), grown(shapes[3], shapes[0]))
    subjects = [Subject(s) for s in shapes]
    for subject in subjects:
        subject.grow()
    print([subject.shown() for subject in subjects])
    print(Owner(Dog()).hear(), Owner(Cat(), shapes[:1]).hear())


if __name__ == "__main__":
    main()
