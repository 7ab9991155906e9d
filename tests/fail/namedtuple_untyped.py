from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])


def main() -> None:
    print(Point(1, 2))
