from enum import Enum


class Color(Enum):
    RED = 1
    BLUE = "blue"


def f(color: Color) -> int:
    return color.value


def g() -> int:
    return Color.RED.value
