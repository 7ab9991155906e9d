def area(sides: list[float], scale: float = 3) -> float:
    return sides[0] * scale


def main() -> None:
    n = 4
    print(area([1, 2.5], n))
