"""`x is True` where x is a bool among others; protocols as items."""

from typing import Iterable, Protocol


class HasPrice(Protocol):
    def price(self) -> int: ...


class Item:
    def __init__(self, p: int) -> None:
        self.p = p

    def price(self) -> int:
        return self.p


def total(xs: Iterable[HasPrice]) -> int:
    return sum(x.price() for x in xs)


def check(v: bool | int | str) -> str:
    if v is True:
        return "T"
    if v is False:
        return "F"
    return str(v)


def main() -> None:
    print(total([Item(1), Item(2)]))
    o: bool | None = True if len("a") else None
    print(o is True, o is False, True is o)
    print(check(True), check(0), check("x"), check(False))


if __name__ == "__main__":
    main()
