from enum import Enum


class Color(Enum):
    RED = 1
    BLUE = "blue"


def f() -> int:
    return Color.RED.value
