class Box:
    def __init__(self) -> None:
        self.size = 1


def f(box: Box | None) -> int:
    if box is None:
        return box.size
    return 0
