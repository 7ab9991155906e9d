def area(width: int, height: int) -> int:
    return width * height


def f(sides: dict[str, int]) -> int:
    return area(**sides)
