"""Module bodies run at compile time; what they leave lies in the image, and goes on living there."""

import enum
from dataclasses import dataclass, field
from typing import Callable, Final

from rumpk import Array, i8, u8, u16


class Color(enum.Enum):
    RED = 1
    BLUE = 2


@dataclass(frozen=True)
class Point:
    x: int
    y: float = 0.5


@dataclass
class Node:
    name: str
    next: "Node | None" = None
    tags: list[str] = field(default_factory=list)


class Shape:
    def __init__(self, size: int) -> None:
        self.size = size

    def area(self) -> int:
        return 0


class Square(Shape):
    def area(self) -> int:
        return self.size * self.size


class Stripe(Shape):
    def __init__(self, size: int, width: int) -> None:
        super().__init__(size)
        self.width = width

    def area(self) -> int:
        return self.size * self.width


def squares(count: int) -> list[int]:
    return [n * n for n in range(count)]


def ring(names: list[str]) -> Node:
    first = Node(names[0])
    last = first
    for name in names[1:]:
        last.next = Node(name)
        last = last.next
    last.next = first
    return first


def twice(x: int) -> int:
    return 2 * x


def thrice(x: int) -> int:
    return 3 * x


def count_letters(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for letter in text:
        found[letter] = found.get(letter, 0) + 1
    return found


SQUARES: Final = squares(10)
SHARED: list[list[int]] = [SQUARES, SQUARES]
RING = ring(["a", "b", "c"])
LETTERS: dict[str, int] = count_letters("mississippi")
SEEN: set[int] = {n % 7 for n in range(20)}
FROZEN: frozenset[str] = frozenset(["x", "y"])
SHAPES: list[Shape] = [Square(3), Stripe(4, 5), Shape(9)]
POINTS: dict[Color, Point] = {Color.RED: Point(1), Color.BLUE: Point(2, -1.25)}
CHOICES: list[int | None] = [None if n % 2 else n for n in range(5)]
NAMES: list[str | None] = ["zero", None, "two"]
BYTES: list[bytes] = [bytes([n, n + 1]) for n in range(3)]
BUFFER: bytearray = bytearray(b"abc")
NARROW: list[u8] = [u8(n) for n in (1, 128, 255)]
SIGNED: list[i8] = [i8(-n) for n in range(3)]
TABLE: Array[u16, 4] = Array[u16, 4]([n * 1000 for n in range(4)])
MIXED: tuple[int, str, float, bool, None, tuple[int, int]] = (1, "one", 1.0, True, None, (2, 3))
FUNCTIONS: list[Callable[[int], int]] = [twice, thrice]
NESTED: dict[str, list[tuple[int, str]]] = {"k": [(1, "a")], "l": []}
HUGE: Final = 2 ** 62 + 1
TEXTS: list[str] = ["", "plain", "Zoë", "日本", "\0"]
FLOATS: list[float] = [0.1, -0.0, 1e300, float("inf"), float("-inf")]
total = 0
total_text = "none" + " yet"
EMPTY: dict[int, int] = {}
SELF: list[list[int]] = []


def show_shapes() -> None:
    print([shape.area() for shape in SHAPES], [isinstance(shape, Square) for shape in SHAPES])


def show_containers() -> None:
    print(SQUARES, SHARED[0] is SHARED[1], SHARED[0] is SQUARES)
    print(LETTERS, LETTERS["s"], "z" in LETTERS, len(LETTERS))
    print(sorted(SEEN), 3 in SEEN, 9 in SEEN, sorted(FROZEN))
    print(CHOICES, NAMES, BYTES, BUFFER)
    print([int(n) for n in NARROW], [int(n) for n in SIGNED], [int(n) for n in TABLE])
    print(MIXED, NESTED, HUGE, TEXTS, [len(text) for text in TEXTS], FLOATS)
    print([f(7) for f in FUNCTIONS])
    print(POINTS[Color.RED].x, POINTS[Color.BLUE].y, POINTS[Color.RED] == Point(1), Color.BLUE in POINTS)


def show_ring() -> None:
    node = RING
    for _ in range(4):
        print(node.name, node.tags, end=" ")
        following = node.next
        assert following is not None
        node = following
    print(node is RING.next)


def change() -> None:
    """The objects are ordinary ones: they can be changed, and grow."""
    global total, total_text
    SQUARES.append(100)
    SQUARES[0] = -1
    LETTERS["z"] = 26
    LETTERS["m"] += 10
    del LETTERS["i"]
    SEEN.add(50)
    SEEN.discard(0)
    BUFFER.append(100)
    TABLE[3] = 7
    RING.tags.append("seen")
    RING.name = "first"
    EMPTY[1] = 2
    SELF.append([1])
    NESTED["m"] = [(9, "z")]
    total += 5
    total_text += "!"
    print(SHARED, LETTERS, sorted(SEEN), BUFFER, [int(n) for n in TABLE], EMPTY, SELF, NESTED, total, total_text)


def main() -> int:
    assert (True, "CPython warns of this one when it compiles the module, which is no output of its body")  # noqa: F631
    show_containers()
    show_shapes()
    show_ring()
    change()
    show_ring()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
