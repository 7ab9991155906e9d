from rumpk import value


@value
class Range:
    first: int
    count: int

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.count = last - first + 1


def f() -> Range:
    return Range(1, 5)
