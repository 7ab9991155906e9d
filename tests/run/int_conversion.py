"""Between integers and text, floats and bools."""


def parse(text: str, base: int) -> None:
    try:
        print(repr(text), base, int(text, base))
    except ValueError as e:
        print(e)


def main() -> None:
    for text in ("0", "42", "-42", "+7", "  12  ", "1_000", "007", "\t8\n"):
        print(repr(text), int(text))
    for text in ("", " ", "x", "1.5", "1__0", "_1", "1_", "--1", "+ 1", "0x10", "12a", "é"):
        try:
            print(int(text))
        except ValueError as e:
            print(e)
    parse("ff", 16)
    parse("0xFF", 16)
    parse("-0x1f", 16)
    parse("0b101", 2)
    parse("777", 8)
    parse("0o17", 8)
    parse("zz", 36)
    parse("12", 2)
    parse("0x1A", 0)
    parse("0b11", 0)
    parse("19", 0)
    parse("g", 16)
    for value in (0.0, 1.9, -1.9, 1e15, -0.5, 4611686018427387904.0):
        print(int(value))
    print(int(True), int(False), True + True, True * 5, False - 1)
    for number in (0, 9, 10, 99, 100, 12345, -1, -10, -12345):
        print(str(number) + "|" + repr(number), len(str(number)))
    print(bool(0), bool(5), bool(-1), float(3), float(-7))
    print(ord("A"), chr(97), ord("é"), chr(8364), ord("\U0001F600"), chr(128512))


if __name__ == "__main__":
    raise SystemExit(main())
