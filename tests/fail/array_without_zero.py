from enum import Enum

from rumpk import Array


class Color(Enum):
    RED = 1


class Box:
    pass


def f() -> None:
    a = Array[str, 3]()
    b = Array[Box, 1]()
    c = Array[tuple[int, bytes], 2]()
    d = Array[Color, 2]()
    e = Array[int | str | None, 2]()
    print(a[0], b[0], c[0], d[0], e[0], len(Array[str, 0]()), Array[Box | None, 1]()[0])
