"""A float prints as the shortest text that reads back as the same number."""


def main() -> None:
    values = [
        0.0, -0.0, 1.0, -1.0, 0.5, 0.1, 0.2, 0.3, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 123456789.0, 1e15, 1e16, 1e17,
        1.5e16, 9999999999999998.0, 12345678901234567.0, 1e21, 1e22, 1e23, 1e100, 1.7976931348623157e308,
        2.2250738585072014e-308, 5e-324, 1e-4, 1e-5, 0.0001234, 0.00001234, 123.456, 1e-10, 3.141592653589793,
        2.718281828459045, 9007199254740993.0, 4.35, 0.000035, 1.1, 2.675, 1e300 * 10, 123e-7, 6.02214076e23,
        1.602176634e-19, 8.41e21, 2.0 ** 70, 2.0 ** -70, 5e-5, 4.9406564584124654e-324, 9.5e-3, 72057594037927945.0,
        1.0000000000000002, 0.9999999999999999,
    ]
    for value in values:
        print(value, repr(value), str(-value))
    infinity = float("inf")
    print(infinity, -infinity, infinity - infinity, infinity * 0.0, -(infinity - infinity))
    print([1.0, 2.5, -0.0], (1e16, 1e-5), {"x": 0.1})
    print(f"{0.1} {1e16!r} {2.0!s:>6}|")
    for text in ("1", "1.", ".5", "-1e3", "1E-3", " 2.5 ", "1_0.5", "inf", "-Infinity", "nan", "1e400", "1e-400", "+7"):
        print(repr(text), float(text))
    for text in ("", "x", "1e", "1.2.3", "--1", "0x10", "1 2", "."):
        try:
            print(float(text))
        except ValueError as e:
            print(e)


if __name__ == "__main__":
    raise SystemExit(main())
