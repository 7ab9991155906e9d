"""Module-level constants, tables and variables; `global`; they exist before main starts."""

from typing import Final

LIMIT: Final = 3
NAMES: Final = ("zero", "one", "two")
SQUARES: Final = [n * n for n in range(6)]
BY_NAME: Final[dict[str, int]] = {name: i for i, name in enumerate(NAMES)}
TEXT: Final = "-".join(["a", "b", NAMES[1]])
RATIO: Final = 1 / 4
PAIRS: Final = [(n, str(n)) for n in range(3)]
MASKS: Final = {"low": 0xFF, "high": 0xFF << 8}
NESTED: Final = [[1, 2], [], [3]]


class Shape:
    def __init__(self, name: str, sides: int) -> None:
        self.name = name
        self.sides = sides


SHAPES: Final = [Shape("triangle", 3), Shape("square", 4)]
FIRST: Final = SHAPES[0]
NOTHING: Shape | None = None

counter = 0
log: list[str] = []
cache: dict[int, int] = {0: 0, 1: 1}
flag = False
rate = 1.5


def bump(by: int = 1) -> int:
    global counter
    counter += by
    log.append(f"+{by}")
    return counter


def fib(n: int) -> int:
    if n not in cache:
        cache[n] = fib(n - 1) + fib(n - 2)
    return cache[n]


def shadow() -> int:
    counter = 100
    counter += 1
    return counter


def setup() -> None:
    global flag, rate
    flag = not flag
    rate *= 2


def main() -> None:
    print(LIMIT, NAMES, SQUARES, BY_NAME, TEXT, RATIO, PAIRS, MASKS, NESTED)
    print(FIRST.name, FIRST is SHAPES[0], [shape.sides for shape in SHAPES], NOTHING is None)
    print(bump(), bump(5), bump(by=10), counter, log, shadow(), counter)
    print(fib(50), len(cache), cache[10])
    SQUARES[0] = -1
    SQUARES.append(36)
    FIRST.sides = 33
    BY_NAME["three"] = 3
    NESTED[1].append(9)
    print(SQUARES, SHAPES[0].sides, BY_NAME, NESTED)
    print(flag, rate)
    setup()
    print(flag, rate)


if __name__ == "__main__":
    raise SystemExit(main())
