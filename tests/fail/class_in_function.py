from collections.abc import Callable


def captures(size: int) -> int:
    class Box:
        def area(self) -> int:
            return size * size

    return Box().area()
