"""Overrides of a method that takes its arguments by position alone; other names of parameters that nobody writes."""
from datetime import datetime, timedelta, tzinfo


class Shape:
    def name(self, size: int | None, /) -> str | None:
        return None

    def area(self, scale: int, extra: int = 2) -> int:
        return scale * extra


class Tile(Shape):
    def name(self, size: int | None) -> str:
        return f"tile {size}"

    def area(self, factor: int, extra: int = 2) -> int:
        return factor + extra + super().area(scale=factor)


class Moscow(tzinfo):
    def utcoffset(self, dt: datetime | None) -> timedelta:
        return timedelta(hours=3)

    def dst(self, dt: datetime | None) -> timedelta:
        return timedelta(0)

    def tzname(self, dt: datetime | None) -> str:
        return "MSK"


def main() -> None:
    shapes: list[Shape] = [Shape(), Tile()]
    for shape in shapes:
        print(shape.name(3), shape.area(4), shape.area(4, extra=5))
    moment = datetime(2020, 1, 2, tzinfo=Moscow())
    print(moment, moment.tzname(), moment.strftime("%Z %z"), Tile().name(size=4), Tile().area(factor=3))


if __name__ == "__main__":
    main()
