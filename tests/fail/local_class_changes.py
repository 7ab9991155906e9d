"""A class that each run of a function makes has variables of its own, which begin anew."""


def numbered() -> list[int]:
    class Point:
        count = 0

        def __init__(self, x: int) -> None:
            self.x = x
            Point.count += 1

    points = [Point(i) for i in range(3)]
    return [Point.count, len(points)]


def switched() -> bool:
    class Mode:
        on = False

        @classmethod
        def toggle(cls) -> None:
            cls.on = not cls.on

    Mode.toggle()
    return Mode.on


def main() -> int:
    print(numbered(), numbered(), switched(), switched())
    return 0
