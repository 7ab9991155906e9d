"""A module's body runs from top to bottom: what it uses must stand above."""

LIMIT = SIZE * 2
SIZE = 4


def widest(shapes: list[Shape], least: int = FLOOR) -> Shape | None:
    return shapes[0] if shapes else None


FLOOR = 1


class Shape:
    def larger(self, other: Shape) -> bool:
        return False


def main() -> None:
    print(LIMIT)


main
unknown
