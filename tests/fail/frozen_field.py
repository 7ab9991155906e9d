from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    x: int


def f(p: Point) -> None:
    p.x = 1
