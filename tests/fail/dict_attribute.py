class Box:
    pass


def f(box: Box) -> int:
    return len(box.__dict__)
