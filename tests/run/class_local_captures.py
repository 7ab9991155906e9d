"""Classes inside functions that use variables of the function: each run's objects keep that run's values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


def areas(size: int, unit: str = "m") -> list[str]:
    factor = 10
    log: list[str] = []

    class Box:
        def __init__(self, n: int) -> None:
            self.n = n
            log.append(f"{unit}{n}")

        def area(self) -> int:
            return self.n * size * factor

        def grown(self) -> "Box":
            return Box(self.n + size)

        @property
        def text(self) -> str:
            return ",".join(f"{k * size}{unit}" for k in range(self.n))

        def later(self) -> Callable[[], int]:
            return lambda: size + self.n

    class Lid(Box):
        def area(self) -> int:
            size = 1
            return super().area() + size + len(unit)

    boxes = [Box(1), Lid(2), Box(3).grown()]
    return [f"{b.area()} {b.text} {b.later()()}" for b in boxes] + log


def counted(limit: int) -> Iterator[int]:
    class Countdown:
        def __init__(self) -> None:
            self.at = limit

        def __iter__(self) -> "Countdown":
            return self

        def __next__(self) -> int:
            if self.at == 0:
                raise StopIteration
            self.at -= 1
            return self.at * limit

    yield from Countdown()


def points(origin: tuple[int, int]) -> list[str]:
    @dataclass
    class Point:
        x: int
        y: int

        def distance(self) -> int:
            return abs(self.x - origin[0]) + abs(self.y - origin[1])

    def made(x: int) -> Point:
        return Point(x, x)

    found = [Point(1, 2), made(5), Point(1, 2)]
    return [f"{p} {p.distance()}" for p in found] + [str(found[0] == found[2])]


def checked(limit: int, values: list[int]) -> str:
    class TooMuch(Exception):
        def __str__(self) -> str:
            return f"more than {limit}: {self.args[0]}"

    try:
        for value in values:
            if value > limit:
                raise TooMuch(value)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "fine"


class Shop:
    def __init__(self, name: str) -> None:
        self.name = name

    def tags(self, prices: list[int]) -> list[str]:
        shop: str = self.name
        currency: str = "EUR"

        class Tag:
            def __init__(self, price: int) -> None:
                self.price = price

            def __repr__(tag) -> str:
                return f"{tag.price} {currency} at {shop}"

        return [repr(Tag(p)) for p in prices] + [shop]


def main() -> None:
    print(areas(2), areas(3, "cm"))
    print(list(counted(3)), list(counted(2)))
    print(points((0, 0)), points((3, 3)))
    print(checked(3, [1, 2]), checked(3, [1, 5]), checked(9, [10]))
    print(Shop("corner").tags([1, 2]))


if __name__ == "__main__":
    main()
