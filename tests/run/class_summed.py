"""`sum` of objects without a start: the int 0 is added first, and is the sum of none."""

from __future__ import annotations
from dataclasses import dataclass


@dataclass(frozen=True)
class Vec:
    x: float
    y: float

    def __add__(self, o: Vec | int) -> Vec:
        if isinstance(o, int):
            return self
        return Vec(self.x + o.x, self.y + o.y)

    def __radd__(self, o: Vec | int) -> Vec:
        return self if o == 0 else self + o


class Tag:
    def __init__(self, s: str) -> None:
        self.s = s

    def __radd__(self, o: int | str) -> str:
        return f"{o}+{self.s}"


def total(vs: list[Vec]) -> str:
    t = sum(vs)
    if isinstance(t, int):
        return f"none {t}"
    return f"{t.x}"


def main() -> None:
    vs = [Vec(1.0, 2.0), Vec(3.0, 4.0)]
    print(sum(vs), sum([v for v in vs if v.x > 100]), total(vs), total([]), sum(v for v in vs), sum(vs, Vec(0.0, 1.0)), sum(vs, 0))


if __name__ == "__main__":
    main()
