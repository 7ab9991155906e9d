# apart: classes and callable objects are function values in all of the image
"""copy: copy and deepcopy of containers, objects, class hierarchies, rings and unions."""

import copy
from collections import deque
from copy import deepcopy
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import NamedTuple


class Color(Enum):
    RED = 1
    BLUE = 2


class Corner(NamedTuple):
    at: tuple[int, int]
    notes: list[str]


@dataclass
class Item:
    name: str
    tags: list[str] = field(default_factory=list)
    color: Color = Color.RED


@dataclass
class Box(Item):
    inside: list[Item] = field(default_factory=list)
    size: int | None = None


@dataclass(frozen=True)
class Point:
    x: int
    y: float = 0.5


class Node:
    def __init__(self, value: int) -> None:
        self.value = value
        self.next: "Node | None" = None
        self.points: dict[str, Point] = {"p": Point(value)}

    @cached_property
    def doubled(self) -> int:
        print("doubling", self.value)
        return self.value * 2


class Late:
    extra: list[int]

    def __init__(self, full: bool) -> None:
        if full:
            self.extra = [1]


class Counted:
    made = 0

    def __init__(self, n: int) -> None:
        Counted.made += 1
        self.n = n
        self.parts = [n]

    def __copy__(self) -> "Counted":
        print("own copy")
        return Counted(self.n + 100)


def containers() -> None:
    grid = [[1, 2], [3]]
    flat, deep = copy.copy(grid), copy.deepcopy(grid)
    grid[0].append(9)
    grid.append([4])
    print(grid, flat, deep, flat[0] is grid[0], deep[0] is grid[0])
    row = [0]
    same = [row, row]
    twice = deepcopy(same)
    twice[0].append(1)
    print(twice, twice[0] is twice[1], row)
    table = {"a": {1: [1]}, "b": {2: [2]}}
    other, shallow = deepcopy(table), copy.copy(table)
    table["a"][1].append(5)
    print(other, shallow, table)
    sets = {3, 1}
    print(deepcopy(sets) == sets, deepcopy(sets) is sets, deepcopy(frozenset({(1, 2)})), copy.copy(sets) is sets)
    queue = deque([[1], [2]], 3)
    copied = deepcopy(queue)
    queue[0].append(7)
    print(copied, copied.maxlen, copy.copy(queue))
    data = bytearray(b"ab")
    again = deepcopy(data)
    data.append(1)
    print(again, deepcopy(b"x"), deepcopy("text"), deepcopy(5), deepcopy(None), copy.copy(2.5), copy.copy((1, "a")))
    pair = ([1], "x")
    moved = deepcopy(pair)
    pair[0].append(2)
    print(moved, deepcopy(((1, 2), [(3, [4])])))
    mixed: list[int | list[int] | None] = [1, [2], None]
    twin = deepcopy(mixed)
    mixed[1] = 5
    print(twin, deepcopy(Color.BLUE) is Color.BLUE)
    corner = Corner((1, 2), ["n"])
    turned = deepcopy(corner)
    corner.notes.append("m")
    print(turned, corner)


def objects() -> None:
    item = Item("i", ["a"])
    box = Box("b", ["c"], Color.BLUE, [item, item], 4)
    things: list[Item] = [item, box]
    copies = deepcopy(things)
    item.tags.append("late")
    box.inside.append(Item("new"))
    print(copies, things[1] == copies[1], isinstance(copies[1], Box))
    second = copies[1]
    if isinstance(second, Box):
        print(second.inside[0] is copies[0], second.inside[0] is second.inside[1], second.inside[0] is item)
    flat = copy.copy(things[1])
    print(flat, flat is box, flat.tags is box.tags)
    print(deepcopy(Point(1)) == Point(1), copy.copy(Point(2, 1.5)))
    first, last = Node(1), Node(2)
    first.next, last.next = last, first
    print(first.doubled)
    ring = deepcopy(first)
    after = ring.next
    if after is not None:
        print(after.value, after.next is ring, after is last, ring.points, ring.doubled, after.doubled)
    first.value = 50
    print(ring.value, ring.points["p"] == first.points["p"], ring.points is first.points)
    for full in (True, False):
        late = deepcopy(Late(full))
        try:
            print(late.extra)
        except AttributeError as error:
            print(error)
    one = Counted(1)
    two, three = copy.copy(one), deepcopy(one)
    three.parts.append(2)
    print(two.n, three.n, one.parts, Counted.made)
    maybe: Item | None = item
    if len(things) > 5:
        maybe = None
    other = deepcopy(maybe)
    print(other, other is item, copy.copy(maybe) == item)


def main() -> None:
    containers()
    objects()


if __name__ == "__main__":
    main()
