"""fractions.Fraction against CPython's."""
from fractions import Fraction


def main() -> None:
    third, half = Fraction(1, 3), Fraction(1, 2)
    print(third + half, third - half, third * half, third / half, -third, abs(-third), +half)
    print(repr(third), str(Fraction(6, -4)), Fraction(8, 4), Fraction(), Fraction(7))
    print(third + 1, 1 + third, 1 - third, 2 * third, 2 / third, third / 2, third - 2, third ** 3, third ** -2)
    print(third + 0.5, 0.5 * half, half / 4.0, 1.0 - half, 3.0 / half, half ** 0.5)
    print(Fraction(7, 2) // 2, Fraction(-7, 2) % 2, divmod(Fraction(7, 2), half), 7 // Fraction(2, 3), 7 % Fraction(2, 3))
    print(Fraction("3/4"), Fraction("-1.25"), Fraction(" 1e-3 "), Fraction("+7"), Fraction("2.5E2"), Fraction(".5"), Fraction("3."))
    print(Fraction(0.5), Fraction(0.1), Fraction(third), Fraction(third, half), Fraction(2, third))
    print(half == 0.5, half == Fraction(2, 4), Fraction(4, 2) == 2, half != third, half == "x", third == 1 / 3)
    print(half < third, half > third, half <= 0.5, half >= 1, third < 1, sorted([half, third, Fraction(2, 5)]))
    print(int(Fraction(-7, 2)), float(half), round(Fraction(5, 2)), round(Fraction(7, 2)), round(Fraction(-5, 2)), bool(Fraction(0)))
    print({half: "half"}[Fraction(2, 4)], hash(Fraction(4, 2)) == hash(2), hash(half) == hash(0.5))
    print(third.numerator, third.denominator, third.as_integer_ratio(), sum([third, half, Fraction(1, 6)], Fraction(0)))
    print(max(third, half), Fraction("3.1415926535897932").limit_denominator(1000))
    print(Fraction(3141592653589793, 10 ** 15).limit_denominator(10), Fraction(1, 3).limit_denominator(100))
    for text in ["", "x", "1/", "/2", "1/2/3", "1.2.3", "e5", "1e", "--1", "1 /2"]:
        try:
            print(Fraction(text))
        except ValueError as error:
            print(error)
    for n in (0, 1):
        try:
            print(Fraction(n, 0))
        except ZeroDivisionError as error:
            print(error)
    try:
        print(half / 0)
    except ZeroDivisionError as error:
        print(error)
    egypt: list[Fraction] = []
    rest = Fraction(7, 15)
    while rest > 0:
        unit = Fraction(1, -(-rest.denominator // rest.numerator))
        egypt.append(unit)
        rest -= unit
    print(egypt, f"{half} {third!r}")


if __name__ == "__main__":
    main()
