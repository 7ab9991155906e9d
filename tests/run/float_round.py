"""Rounding: half to even, with and without digits; conversion to int truncates."""


def main() -> None:
    for value in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 2.5001, 1e15 + 0.5, 0.0, 4503599627370497.5):
        print(value, round(value), int(value))
    for digits in (0, 1, 2, 3, 5):
        print(digits, round(2.675, digits), round(-1.25, digits), round(1234.56789, digits), round(0.05, digits))
    print(round(1234.5678, -1), round(1250.0, -2), round(1350.0, -2))
    print(round(5e-324, 3), round(1e300, 2), round(1.5, 400))
    for text in ("inf", "-inf", "nan"):
        try:
            print(int(float(text)))
        except OverflowError as e:
            print(e)
        except ValueError as e:
            print(e)
        try:
            print(round(float(text)))
        except OverflowError as e:
            print(e)
        except ValueError as e:
            print(e)
    print(round(float("inf"), 2), (2.0).is_integer(), (2.5).is_integer(), float("inf") > 1e308)


if __name__ == "__main__":
    raise SystemExit(main())
