class Shape:
    def area(self, *, scale: int, extra: int) -> int:
        return scale * extra


class Tile(Shape):
    def area(self, *, extra: int, scale: int) -> int:
        return scale + extra


def main() -> None:
    shapes: list[Shape] = [Shape(), Tile()]
    for shape in shapes:
        print(shape.area(extra=3, scale=1))
