from fractions import Fraction
from statistics import mean, stdev


def main() -> None:
    exact = [Fraction(1, 2), Fraction(1, 3)]
    mixed: list[Fraction | float] = [Fraction(1, 2), 0.5]
    print(stdev(exact), mean(mixed))
