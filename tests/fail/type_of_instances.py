"""`Box[int]` and `Box[str]` are one class when the program runs; objects of classes below Box are of others."""
from typing import Generic, TypeVar

T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item


class Crate(Box[int]):
    pass


def alike(a: Box[int], b: Box[str]) -> bool:
    return type(a) is type(b)


def main() -> None:
    print(alike(Crate(1), Box("a")))
