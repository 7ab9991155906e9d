"""IntEnum members are integers."""

from enum import IntEnum


class Level(IntEnum):
    LOW = 1
    MIDDLE = 5
    HIGH = 10


def describe(level: Level) -> str:
    if level >= Level.HIGH:
        return "high"
    return "not high"


def main() -> None:
    print(Level.LOW, repr(Level.HIGH), Level.LOW.name)
    print(Level.HIGH.value, f"{Level.MIDDLE}", f"{Level.HIGH:04d}", str(Level.LOW))
    print(Level.LOW < Level.HIGH, Level.LOW + 1, Level.HIGH * Level.MIDDLE, Level.LOW == 1, Level.HIGH > 9, -Level.LOW)
    print(sorted([Level.HIGH, Level.LOW]), max(Level), [level for level in Level], Level(5), [10, 20][Level.LOW])
    print(describe(Level.LOW), describe(Level.HIGH), int(Level.HIGH), Level.HIGH // 3, Level.HIGH % 3, Level.HIGH & 2)
    table = {Level.LOW: "l", Level.HIGH: "h"}
    print(table[Level.LOW], table[Level(10)], sum([level for level in Level]))
    try:
        print(Level(2))
    except ValueError as e:
        print(e)


if __name__ == "__main__":
    raise SystemExit(main())
