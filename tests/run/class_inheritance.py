"""Inheritance: overriding, super(), dynamic dispatch, isinstance, defaults of the base class."""


class Shape:
    sides = 0

    def __init__(self, name: str) -> None:
        self.name = name

    def area(self) -> float:
        return 0.0

    def describe(self) -> str:
        return f"{self.name}: area {self.area():.2f}, {self.sides} sides"

    def scale(self, factor: float) -> None:
        raise NotImplementedError


class Rectangle(Shape):
    sides = 4

    def __init__(self, width: float, height: float, name: str = "rectangle") -> None:
        super().__init__(name)
        self.width = width
        self.height = height

    def area(self) -> float:
        return self.width * self.height

    def scale(self, factor: float) -> None:
        self.width *= factor
        self.height *= factor


class Square(Rectangle):
    def __init__(self, side: float) -> None:
        super().__init__(side, side, name="square")

    def describe(self) -> str:
        return super().describe() + f", side {self.width}"


class Circle(Shape):
    def __init__(self, radius: float) -> None:
        super().__init__("circle")
        self.radius = radius

    def area(self) -> float:
        return 3.0 * self.radius ** 2


class Base:
    def run(self) -> str:
        return self.first() + self.second()

    def first(self) -> str:
        return "base-first "

    def second(self) -> str:
        return "base-second"


class Middle(Base):
    def first(self) -> str:
        return "middle-first "


class Leaf(Middle):
    def second(self) -> str:
        return "leaf-second after " + super().second() + " and " + Base.first(self)


def total(shapes: list[Shape]) -> float:
    result = 0.0
    for shape in shapes:
        result += shape.area()
    return result


def main() -> None:
    shapes: list[Shape] = [Rectangle(2.0, 3.0), Square(4.0), Circle(1.0), Shape("nothing")]
    for shape in shapes:
        print(shape.describe(), isinstance(shape, Rectangle), isinstance(shape, Shape), type(shape).__name__)
    print(total(shapes))
    for shape in shapes:
        try:
            shape.scale(2.0)
        except NotImplementedError:
            print(shape.name, "does not scale")
    print(total(shapes), Square.sides, Circle.sides)
    for base in (Base(), Middle(), Leaf()):
        print(base.run())
    square = shapes[1]
    if isinstance(square, Square):
        print(square.width, square.height)
    print(isinstance(square, (Circle, Rectangle)))


if __name__ == "__main__":
    raise SystemExit(main())
