class Box:
    def __init__(self) -> None:
        self.size = 1


def f(box: Box) -> None:
    del box.size
