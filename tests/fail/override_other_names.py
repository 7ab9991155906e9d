class Shape:
    def area(self, scale: int, extra: int = 2) -> int:
        return scale * extra


class Tile(Shape):
    def area(self, factor: int, extra: int = 2) -> int:
        return factor + extra


def main() -> None:
    shapes: list[Shape] = [Shape(), Tile()]
    for shape in shapes:
        print(shape.area(1, extra=3))
        print(shape.area(scale=1))
