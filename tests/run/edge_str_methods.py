"""str methods at their edges: empty parts, counts, overlapping, Unicode cases, fills, strips by sets, partition, replace limits."""


def main() -> None:
    for text in ("", " ", "a,b,,c,", ",", "aXbXc", "  two  words\t\n", "ß", "İstanbul", "ǆ", "ﬁn", "Straße ΑΣ", "\u2028x\x85y\r\nz", "1²Ⅷ½", "a\tbc\td"):
        print(repr(text), text.split(","), text.split(), text.rsplit(None, 1), text.splitlines(), text.splitlines(True))
        print("   ", text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold(), repr(text.expandtabs(4)))
        print("   ", text.isalnum(), text.isalpha(), text.isdigit(), text.isdecimal(), text.isnumeric(), text.isspace(), text.isupper(), text.islower(),
              text.istitle(), text.isidentifier(), text.isprintable(), text.isascii())
    print("aaaa".count("aa"), "aaaa".replace("aa", "b"), "aaaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "abc".count(""), "".count(""))
    print("abc".find(""), "abc".find("", 3), "abc".find("", 4), "abc".rfind(""), "abcabc".rfind("bc", 0, 5), "abcabc".find("c", -2), "abc".index("c", -1))
    print("a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("-"), "abc".rpartition("-"), "a--b".split("--"), "a--b".split("-"), "a b c d".split(" ", 2), "a b c d".rsplit(" ", 2))
    print("xxabcxx".strip("x"), "abcba".strip("ab"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "  x ".lstrip() + "|", "mississippi".strip("misp"), "\u3000x\u2003".strip())
    print("ab".center(5, "*"), "ab".center(4, "*"), "abc".center(6, "."), "ab".ljust(4, "-"), "ab".rjust(1), "-42".zfill(6), "+7".zfill(3), "--1".zfill(5), "".zfill(2), "é".center(5, "€"))
    print("unhappy".removeprefix("un"), "unhappy".removesuffix("py"), "x".removeprefix(""), "abc".startswith(("x", "ab")), "abc".endswith(()), "abc".startswith("c", 2), "abc".endswith("b", 0, 2), "".startswith(""))
    print("-".join([]), "-".join(["x"]), "".join(["a", "b"]), ", ".join("xyz"), "ab" * 3, "ab" * 0, "ab" * -1, 2 * "é")
    print("hello world".translate(str.maketrans("lo", "01", "h")), "héé".translate({233: "e", 104: None}), "abc".translate(str.maketrans({"a": "xyz", "b": None})))
    print("a" < "b", "a" < "B", "" < "a", "abc" < "abd", "Z" < "a", "é" > "z", "ab"[:1] == "a\0", sorted(["b", "A", "a", "é", "", "B"]), max("abc", "abd"), "b" in "abc", "" in "", "ca" in "abc")
    for action in (lambda: "abc".index("x"), lambda: "abc".rindex("x", 1)):
        try:
            action()
        except ValueError as error:
            print(error)
    for sep in ("",):
        try:
            "abc".split(sep)
        except ValueError as error:
            print(error)
        try:
            "abc".partition(sep)
        except ValueError as error:
            print(error)
    try:
        "ab".center(5, "**")
    except TypeError as error:
        print(error)
