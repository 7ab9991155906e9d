from collections.abc import Callable


def rebound(size: int) -> int:
    class Box:
        def area(self) -> int:
            return size * size

    size += 1
    return Box().area()
