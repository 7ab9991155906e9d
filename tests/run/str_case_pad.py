"""Case, padding and classification of strings."""


def main() -> None:
    for s in ("hello World", "", "ABC", "abc", "123", "a1", "  ", "Title Case", "é", "ÀÉÎ", "don't stop"):
        print(repr(s), s.upper(), s.lower(), s.capitalize(), s.title(), s.swapcase())
        print(s.isalpha(), s.isdigit(), s.isalnum(), s.isspace())
        print(s.isupper(), s.islower(), s.isascii(), s.isidentifier())
    print("ab".ljust(5) + "|", "ab".rjust(5) + "|", "ab".center(5) + "|", "abc".center(6) + "|", "ab".center(7, "*"))
    print("ab".ljust(1), "ab".rjust(6, "."), "42".zfill(5), "-42".zfill(5), "+7".zfill(4), "abc".zfill(2))
    print("a\tb\tc".expandtabs(), "ab\tc".expandtabs(4), "\t|".expandtabs(2))
    print("éa".ljust(4, "é") + "|", "日".center(4, "·"), "ß".upper(), "Straße".lower())
    print("x".isprintable(), "\n".isprintable(), "9".isdecimal(), "9".isnumeric(), "A".casefold())
    table = ["name", "count", "x"]
    width = max([len(cell) for cell in table])
    for cell in table:
        print("[" + cell.ljust(width) + "][" + cell.rjust(width) + "]")


if __name__ == "__main__":
    raise SystemExit(main())
