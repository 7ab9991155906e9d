"""Operators on values of several types."""

from __future__ import annotations
from typing import Union
Num = Union[int, float]
def area(w: Num, h: Num) -> Num:
    return w * h
def clamp(x: Num, lo: Num, hi: Num) -> Num:
    if x < lo:
        return lo
    return hi if x > hi else x
def neg(x: int | float) -> int | float:
    return -x
def show(x: Num) -> str:
    return f"{x + 1} {x / 2} {x > 2} {x == 2} {abs(-x) if isinstance(x, int) else x}"
def main() -> None:
    print(area(2, 3), area(2.5, 2), area(2, 0.5), clamp(5, 0, 3), clamp(1.5, 0, 3), clamp(-1, 0.5, 3), neg(3), neg(2.5))
    print(show(2), show(2.0), show(3))
    t: Num = 0
    for v in (1, 2.5, 3):
        t = t + v
    print(t)
