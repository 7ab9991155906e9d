"""match on tuples and lists."""


def where(point: tuple[int, int]) -> str:
    match point:
        case (0, 0):
            return "origin"
        case (0, y):
            return f"on y at {y}"
        case (x, 0):
            return f"on x at {x}"
        case (x, y) if x == y:
            return "diagonal"
        case (x, y):
            return f"{x},{y}"


def command(words: list[str]) -> str:
    match words:
        case []:
            return "nothing"
        case ["quit"]:
            return "bye"
        case ["go", place]:
            return f"to {place}"
        case ["add", first, *rest]:
            return f"{first} and {len(rest)} more {rest}"
        case [_, _]:
            return "two words"
        case _:
            return "unknown"


def main() -> None:
    for point in ((0, 0), (0, 5), (7, 0), (3, 3), (1, 2)):
        print(where(point))
    for line in ("", "quit", "go home", "add a", "add a b c", "x y", "x y z"):
        print(command(line.split()))


if __name__ == "__main__":
    raise SystemExit(main())
