from dataclasses import dataclass

from rumpk import Array, Bits, Span, be16, layout, offsetof, packed, sizeof, u8, u16, u32, view


@packed
class Text:
    name: str


@packed
class Wide:
    numbers: Array[u16, 4]


@packed
class Default:
    kind: u8 = 3


@packed
class Own:
    kind: u8

    def __init__(self) -> None:
        self.kind = 2


@packed
class Ring:
    inner: "Ring"


@packed
class Far:
    first: u8
    high = Bits("first", 6, 3)


@packed
class Lost:
    high = Bits("second", 0)


@packed
class Good:
    kind: be16
    inner: Array[u8, 2]


@layout("C")
class Holder:
    good: Good


def f(data: Span[u8], holder: Holder, other: Good) -> None:
    view(Good, data).kind = 70_000


def g(data: Span[u8], number: int) -> None:
    view(Good, data).kind = number


def h(data: Span[u8], holder: Holder, other: Good) -> None:
    holder.good = other


def i(data: bytes) -> None:
    view(Good, data)


def j(rows: Array[Good, 3]) -> None:
    pass


def k() -> None:
    print(offsetof(Good, "kin"), Good(3))


def m(data: Span[u8]) -> None:
    view(u32, data)


def n() -> None:
    print(sizeof(Good) == 4, Good() == Good())
