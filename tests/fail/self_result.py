# What a method returns as Self is of the receiver's class.
from typing import Self


class Vec:
    def __init__(self, x: int) -> None:
        self.x = x

    def __add__(self, other: "Vec") -> Self:
        return Vec(self.x + other.x)

    def best(self, other: "Vec") -> Self:
        out = self
        for _ in range(2):
            out = other
        return out
