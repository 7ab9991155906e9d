from enum import Enum


class Color(Enum):
    RED = 1

    class Shade:
        pass
