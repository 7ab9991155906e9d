"""`del` and assignment of a `cached_property`."""
from functools import cached_property
from dataclasses import dataclass


class Circle:
    def __init__(self, r: float) -> None:
        self.r = r
    @cached_property
    def area(self) -> float:
        print("compute")
        return 3.0 * self.r * self.r
    @cached_property
    def names(self) -> list[str]:
        return ["a"]


@dataclass
class D:
    xs: list[int]
    @cached_property
    def total(self) -> int:
        return sum(self.xs)


class Sub(Circle):
    @cached_property
    def area(self) -> float:
        return 1.0


def main() -> None:
    c = Circle(2.0)
    print(c.area, c.area)
    c.r = 3.0
    print(c.area)
    del c.area
    print(c.area)
    c.names.append("b")
    print(c.names)
    d = D([1, 2])
    print(d.total, d, d == D([1, 2]))
    c.area = 5.0
    print(c.area, Sub(1.0).area)
    try:
        del d.total, d.total
    except AttributeError as e:
        print(e)
    s = Sub(1.0)
    print(s.area)
    del s.area
    k: Circle = s
    print(k.area)


if __name__ == "__main__":
    main()
