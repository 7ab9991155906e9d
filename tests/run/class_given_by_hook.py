"""Variables that `__init_subclass__` gives to each class: from its keywords, from its name, from a table."""
from typing import Any, ClassVar

SIZES = {"small": 1, "large": 10}


class Shape:
    kinds: ClassVar[list[type["Shape"]]] = []
    tag: ClassVar[str] = "none"
    size: ClassVar[int]
    parts: ClassVar[list[str]]

    def __init_subclass__(cls, *, size: str = "small", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.tag = f"<{cls.__name__}>"
        cls.size = SIZES[size]
        cls.parts = [size, cls.__name__]
        Shape.kinds.append(cls)

    def area(self) -> int:
        return self.size ** 2

    @classmethod
    def about(cls) -> str:
        return f"{cls.tag} {cls.size}"


class Dot(Shape):
    pass


class Disk(Shape, size="large"):
    tag = "overwritten"


class Ring(Disk):
    def area(self) -> int:
        return super().area() - 1


def main() -> None:
    for kind in Shape.kinds:
        print(kind.tag, kind.size, kind.parts, kind().area(), kind.about())
    print(Dot.tag, Disk.size, Ring.size, Shape.tag, Dot().tag, [s.size for s in (Dot(), Disk())])
    Ring.parts.append("more")
    print(Ring.parts, Disk.parts, Ring.about())
    shapes: list[Shape] = [Dot(), Shape()]
    try:
        print([s.size for s in shapes])
    except AttributeError as error:
        print(error)
    try:
        print([type(s).size for s in shapes])
    except AttributeError as error:
        print(error)


if __name__ == "__main__":
    main()
