class Shape:
    def area(self) -> int:
        return 0


class Square(Shape):
    def area(self) -> str:
        return "4"


def f(shape: Shape) -> int:
    return shape.area()


def g() -> int:
    return f(Square())
