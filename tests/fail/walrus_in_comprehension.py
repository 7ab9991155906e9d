def iterable(xs: list[int]) -> list[int]:
    return [x for x in (kept := xs)]


def inner(xs: list[int]) -> list[list[int]]:
    return [[y for y in xs if (z := y)] for x in [(w := v) for v in xs]]


def rebound(xs: list[int]) -> list[int]:
    return [(x := 1) for x in xs]


def rebound_outside(xs: list[int]) -> list[list[int]]:
    return [[(x := y) for y in xs] for x in xs]


def fine(xs: list[int]) -> list[int]:
    return [y for x in xs if (y := x + 1) > 2]
