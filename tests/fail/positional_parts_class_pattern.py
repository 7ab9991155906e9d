class Box:
    def __init__(self, size: int) -> None:
        self.size = size


def f(box: Box) -> int:
    match box:
        case Box(size):
            return size
    return 0
