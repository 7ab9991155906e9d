"""Copies of every alignment and length, frozen tables, keys of many kinds, no memory left."""

from dataclasses import dataclass
from enum import Enum


class Colour(Enum):
    RED = 1
    BLUE = 2


@dataclass(frozen=True)
class Point:
    x: int
    y: int


TABLE = {"one": 1, "two": 2, "three": 3}
NUMBERS = [10, 20, 30]
PRIMES = frozenset([2, 3, 5, 7])
NESTED = {1: ["a", "b"], 2: ["c"]}
WORDS = {"x", "y"}


def moves() -> None:
    state = 12345
    data = bytearray(range(200))
    total = 0
    for _ in range(3000):
        state = (state * 1103515245 + 12345) % 2147483648
        start = state // 65536 % 200
        state = (state * 1103515245 + 12345) % 2147483648
        count = state // 65536 % 80
        state = (state * 1103515245 + 12345) % 2147483648
        to = state // 65536 % 200
        piece = bytes(data[start:start + count])
        data[to:to + len(piece)] = piece
        if len(data) > 240:
            del data[:len(data) - 200]
        data.insert(to % len(data), count)
        data.pop(start % len(data))
        total = (total * 31 + data[to % len(data)] + len(data)) % 1000000007
    print(total, len(data), data.hex())
    for size in range(70):
        for offset in range(9):
            piece = bytes(data[offset:offset + size])
            other = bytes(data[offset + 1:offset + 1 + size])
            total = (total * 31 + sum(piece) + (1 if piece < other else 0) + (2 if piece == other else 0)) % 1000000007
            text = ("y" * offset + "x" * size)[offset:]
            total = (total + len(text) + (1 if text == "x" * size else 5)) % 1000000007
    print(total)
    zeros = bytearray(100)
    for size in range(50):
        zeros[size:size + size] = b"\xab" * size
        total = (total * 31 + sum(zeros)) % 1000000007
    print(total)


def keys() -> None:
    points = {Point(1, 2): "a", Point(3, 4): "b"}
    print(points[Point(1, 2)], Point(3, 4) in points, Point(9, 9) in points)
    colours = {Colour.RED: 1}
    colours[Colour.BLUE] = 2
    print(colours[Colour.BLUE], Colour.RED in colours)
    floats = {0.5: "half", 2.0: "two", -0.0: "zero"}
    print(floats[0.5], floats[0.0], 3.5 in floats)
    pairs = {(1, "a"): 1, (2, "b"): 2}
    print(pairs[2, "b"], (1, "b") in pairs)
    flags = {True: "yes", False: "no"}
    print(flags[1 > 0], flags[1 < 0])
    raw = {b"ab": 1, b"": 2}
    print(raw[b"ab"], raw[b""], b"x" in raw)
    maybe: dict[str, int | None] = {"a": None, "b": 2}
    print(maybe["a"], maybe.get("b"), maybe.get("c"))


def frozen() -> None:
    print(TABLE, TABLE["two"], "four" in TABLE, TABLE.get("three"), sorted(TABLE))
    TABLE["four"] = 4
    del TABLE["one"]
    print(TABLE, len(TABLE), list(TABLE.items()))
    NUMBERS.append(40)
    NUMBERS[0] = 11
    NUMBERS.sort(reverse=True)
    print(NUMBERS, 3 in PRIMES, 4 in PRIMES, sorted(PRIMES), len(PRIMES))
    NESTED[1].append("z")
    NESTED[3] = []
    print(NESTED)
    WORDS.add("z")
    WORDS.discard("x")
    print(sorted(WORDS))


def main() -> None:
    moves()
    keys()
    frozen()


if __name__ == "__main__":
    raise SystemExit(main())
