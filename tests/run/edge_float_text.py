"""float from text and to text: specials, exponents, halves, shortest repr, formats at their edges, hexadecimal."""

GOOD = ["1", " 2.5 ", "-0", "+.5", "5.", "1e3", "1E-3", "1_0.2_5", "inf", "-Infinity", "nan", "1e400", "-1e-400", "4.9e-324", "2.4703282292062327e-324",
        "1.7976931348623157e308", "9007199254740993", "0.1", "123456789012345680", "1e22", "1e23", "٣.١", "0000001.50", "2.2250738585072011e-308"]
BAD = ["", " ", ".", "e5", "1e", "1 2", "0x10", "1__0", "_1", "1_.5", "infin", "--1", "1,5", "1e5.5", "nan1", "é"]


def main() -> None:
    for text in GOOD:
        x = float(text)
        print(f"{text!r:32} {x!r:26} {str(x)} {x:.3e} {x:g} {x:10.2f}" if abs(x) < 1e20 else f"{text!r} {x!r} {x:.5g}")
    for text in BAD:
        try:
            print("accepted", float(text))
        except ValueError as error:
            print(error)
    for x in (0.5, 1.5, 2.5, -0.5, 0.125, 2.675, 1e16, 123456.789, 1e-5, 0.0001, 99999.95, 5e-324):
        print(x, round(x), round(x, 2), f"{x:.0f} {x:.1f} {x:.2e} {x:.3g} {x:#.3g} {x:%} {x:,.3f} {x:+} {x: } {x:012.3f}", x.hex(), x.is_integer())
    print([float.fromhex(t) for t in ("0x1.8p1", "-0x.8p0", "1p-1074", "inf", "0x1.fffffffffffffp1023", "  0x1p3 ")])
    print([f"{x:{spec}}" for x in (3.14159, float("nan"), float("-inf")) for spec in ("8.2f", "<8.1e", "^9", "+", "08.3f", "*>10.4g", "G", "F")])
    print(1e16, 1e15, 123456789.123456789, 1 / 3, 2 / 3, 10 / 3, 1e100, 1.0, 100.0, 1e-4, 1e-5, -0.0, 0.1 + 0.2, 1e21, 12345678901234567890.0)
    print((0.1).as_integer_ratio(), (-2.0).as_integer_ratio(), float(10 ** 18), 3 == 3.0, 2 ** 53 + 1 == float(2 ** 53 + 1))
    print(0.0 == -0.0, str(-0.0), float("nan") == float("nan"), float("inf") > 10 ** 18, min(0.0, -0.0), max(-0.0, 0.0), abs(-0.0), -(0.0))
    print([divmod(a, b) for a, b in ((7.5, 2.0), (-7.5, 2.0), (7.5, -2.0), (-0.0, 3.0), (1.0, 0.1))], 5.5 // 2, -5.5 // 2, -5.5 % 2)
