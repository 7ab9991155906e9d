from dataclasses import dataclass

from rumpk import Array, u8, value

ROWS: Array[Array[u8, 3], 2] = Array[Array[u8, 3], 2]()
ONE: Array[u8, 3] = Array[u8, 3]()


class Line:
    def __init__(self, a: Array[u8, 3]) -> None:
        self.a = a

    def reset(self) -> None:
        self.a = Array[u8, 3]()


@value
class Pair:
    cells: Array[u8, 2]


@dataclass(eq=False, repr=False)
class Made:
    cells: Array[u8, 2]


def f(row: Array[u8, 3]) -> None:
    global ONE
    ROWS[1] = row
    ONE = row
